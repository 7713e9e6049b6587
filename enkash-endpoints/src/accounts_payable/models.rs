//! The types of requests and replies.

pub use super::beneficiary::PanStatus;
pub use super::invoice::InvoiceDecision;
pub use super::payment::PaymentType;
