//! Accounts receivable: customers and the invoices that they owe.
//!
//! <!-- operations -->
//! | method | path | struct | reply |
//! |---|---|---|---|
//! | POST | `/api/v0/customer` | [`CreateCustomer`] | [`Json`](crate::Json) |
//! | DELETE | `/api/v0/customer/<customerId>` | [`DeleteCustomer`] | [`Text`](crate::Text) |
//! | PATCH | `/api/v0/customer/<customerId>` | [`UpdateCustomer`] | [`Json`](crate::Json) |
//! | PUT | `/api/v0/customer/activate/<customerId>` | [`ActivateCustomer`] | [`Text`](crate::Text) |
//! | POST | `/api/v0/customer/bulk` | [`CreateCustomersInBulk`] | [`CreatedCustomers`](models::CreatedCustomers) |
//! | POST | `/api/v0/customer/bulk/update` | [`UpdateCustomersInBulk`] | [`BulkResponse`](models::BulkResponse) |
//! | POST | `/api/v0/customer/search` | [`SearchCustomers`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/invoice` | [`CreateCollectionInvoice`] | [`Json`](crate::Json) |
//! | GET | `/api/v0/invoice/<invoiceId>` | [`GetCollectionInvoice`] | [`CollectionInvoice`](models::CollectionInvoice) |
//! | PATCH | `/api/v0/invoice/<invoiceId>` | [`UpdateCollectionInvoice`] | [`CollectionInvoice`](models::CollectionInvoice) |
//! | POST | `/api/v0/invoice/bulk/create` | [`CreateCollectionInvoicesInBulk`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/invoice/bulk/dispatch` | [`DispatchCollectionInvoices`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/invoice/payment-confirmation` | [`ConfirmCollectionInvoicePayment`] | [`Json`](crate::Json) |
//! | POST | `/api/v0/invoice/search` | [`SearchCollectionInvoices`] | [`Json`](crate::Json) |
//! | POST | `/oauth/token` | [`GetReceivablesAuthToken`] | [`ReceivablesToken`](models::ReceivablesToken) |
//! <!-- /operations -->
//!
//! The API reference names no host for this product: give the client a base URL. It does not show
//! the header of the token; the client sends that of the related products.
//!
//! The unit and the currency of amounts are not documented.
//!
//! # Result codes
//!
//! No page explains `response_code`. In a related product with the same envelope (fleet), two
//! public clients take 200 with `SUCCESS` for a success, and 400 or more with `FAILURE` for a
//! failure. There an `errorResponse` that is not null is a failure as well, also with HTTP status
//! 200. That this holds for receivables is not confirmed.
//!
//! In updates, absent fields keep their value and `null` clears a field. This is inferred from the
//! Java wrapper `JsonNullable` around these fields in the API reference.

pub mod builders;
mod customer;
mod customer_bulk;
mod ids;
mod invoice;
mod invoice_actions;
mod invoice_search;
pub mod models;
mod token;

pub use customer::{
    ActivateCustomer, CreateCustomer, DeleteCustomer, SearchCustomers, UpdateCustomer,
};
pub use customer_bulk::{CreateCustomersInBulk, UpdateCustomersInBulk};
pub use invoice::{CreateCollectionInvoice, GetCollectionInvoice, UpdateCollectionInvoice};
pub use invoice_actions::{
    ConfirmCollectionInvoicePayment, CreateCollectionInvoicesInBulk, DispatchCollectionInvoices,
};
pub use invoice_search::SearchCollectionInvoices;
pub use token::GetReceivablesAuthToken;

use enkash_core::Product;

use crate::platform::{ENVELOPE, OAUTH};

/// Accounts receivable. It has no base URL by default, and no [result codes](self#result-codes):
/// the API reference names neither.
pub const ACCOUNTS_RECEIVABLE: Product =
    Product::new("accounts-receivable").auth(&OAUTH).envelope(&ENVELOPE);
