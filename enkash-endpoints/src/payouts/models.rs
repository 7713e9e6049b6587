//! The types of requests and replies.

pub use super::account::{PayoutAccountBalance, StatementEntry};
pub use super::beneficiary::BeneficiaryCreateResponse;
pub use super::token::PayoutToken;
pub use super::transfer::{
    BatchPayoutCreateResponse, BatchTransfer, BeneficiaryDetail, PayoutStatus,
    PayoutTransactionCreateResponse, TransferMode,
};
pub use super::webhook_configuration::{WebhookData, WebhookEvent};
pub use crate::models::GrantType;
