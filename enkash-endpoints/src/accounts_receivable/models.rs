//! The types of requests and replies.

pub use super::customer::{CustomerKeyContact, CustomerReminder, ReminderType};
pub use super::customer_bulk::{BulkResponse, CreatedCustomers};
pub use super::ids::ContactEmail;
pub use super::invoice::{
    CollectionInvoice, InvoiceApprovalStatus, InvoiceAttachment, StatusLabel,
};
pub use super::token::ReceivablesToken;
pub use crate::models::{GrantType, SortDirection};
