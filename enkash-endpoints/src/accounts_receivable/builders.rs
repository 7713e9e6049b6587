//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::customer::{
    ActivateCustomerBuilder, CreateCustomerBuilder, CustomerKeyContactBuilder, CustomerReminderBuilder,
    DeleteCustomerBuilder, SearchCustomersBuilder, UpdateCustomerBuilder,
};
pub use super::customer_bulk::{
    BulkResponseBuilder, CreateCustomersInBulkBuilder, CreatedCustomersBuilder, UpdateCustomersInBulkBuilder,
};
pub use super::invoice::{
    CollectionInvoiceBuilder, CreateCollectionInvoiceBuilder, GetCollectionInvoiceBuilder,
    InvoiceAttachmentBuilder, StatusLabelBuilder, UpdateCollectionInvoiceBuilder,
};
pub use super::invoice_actions::{
    ConfirmCollectionInvoicePaymentBuilder, CreateCollectionInvoicesInBulkBuilder,
    DispatchCollectionInvoicesBuilder,
};
pub use super::invoice_search::SearchCollectionInvoicesBuilder;
pub use super::token::{GetReceivablesAuthTokenBuilder, ReceivablesTokenBuilder};
