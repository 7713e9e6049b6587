//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::{
    FetchPayoutBankStatementBuilder, GetPayoutAccountBalanceBuilder, PayoutAccountBalanceBuilder,
    StatementEntryBuilder, WhitelistSourceBankAccountBuilder,
};
pub use super::beneficiary::{BeneficiaryCreateResponseBuilder, CreatePayoutBeneficiaryBuilder};
pub use super::token::{GeneratePayoutAuthenticationTokenBuilder, PayoutTokenBuilder};
pub use super::transfer::{
    BatchPayoutCreateResponseBuilder, BatchTransferBuilder, BeneficiaryDetailBuilder,
    InitiateBatchPayoutTransferBuilder, InitiatePayoutTransferBuilder,
    PayoutTransactionCreateResponseBuilder,
};
pub use super::webhook_configuration::{CreatePayoutWebhookConfigurationBuilder, WebhookDataBuilder};
pub use super::webhooks::payout_status::PayoutStatusNotificationBuilder;
