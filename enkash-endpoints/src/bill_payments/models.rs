//! The types of requests and replies.

pub use super::approval::BillApproval;
pub use super::create::{AddBillParams, AddBillResponse};
pub use super::fetch::{BillFetchResponse, Circle, FetchBillParams};
pub use super::search::BillSearchStatus;
pub use super::status::{BillPaymentMode, BillpayStatus, PaymentStatus, UtilityBill};
pub use super::token::BillPaymentToken;
pub use crate::models::GrantType;
