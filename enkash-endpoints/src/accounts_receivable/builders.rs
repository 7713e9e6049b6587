//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::customer::ActivateCustomerBuilder;
pub use super::customer::CreateCustomerBuilder;
pub use super::customer::CustomerKeyContactBuilder;
pub use super::customer::CustomerReminderBuilder;
pub use super::customer::DeleteCustomerBuilder;
pub use super::customer::SearchCustomersBuilder;
pub use super::customer::UpdateCustomerBuilder;
pub use super::customer_bulk::BulkResponseBuilder;
pub use super::customer_bulk::CreateCustomersInBulkBuilder;
pub use super::customer_bulk::CreatedCustomersBuilder;
pub use super::customer_bulk::UpdateCustomersInBulkBuilder;
pub use super::invoice::CollectionInvoiceBuilder;
pub use super::invoice::CreateCollectionInvoiceBuilder;
pub use super::invoice::GetCollectionInvoiceBuilder;
pub use super::invoice::InvoiceAttachmentBuilder;
pub use super::invoice::StatusLabelBuilder;
pub use super::invoice::UpdateCollectionInvoiceBuilder;
pub use super::invoice_actions::ConfirmCollectionInvoicePaymentBuilder;
pub use super::invoice_actions::CreateCollectionInvoicesInBulkBuilder;
pub use super::invoice_actions::DispatchCollectionInvoicesBuilder;
pub use super::invoice_search::SearchCollectionInvoicesBuilder;
pub use super::token::GetReceivablesAuthTokenBuilder;
pub use super::token::ReceivablesTokenBuilder;
