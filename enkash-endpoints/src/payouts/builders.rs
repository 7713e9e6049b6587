//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::FetchPayoutBankStatementBuilder;
pub use super::account::GetPayoutAccountBalanceBuilder;
pub use super::account::PayoutAccountBalanceBuilder;
pub use super::account::StatementEntryBuilder;
pub use super::account::WhitelistSourceBankAccountBuilder;
pub use super::beneficiary::BeneficiaryCreateResponseBuilder;
pub use super::beneficiary::CreatePayoutBeneficiaryBuilder;
pub use super::token::GeneratePayoutAuthenticationTokenBuilder;
pub use super::token::PayoutTokenBuilder;
pub use super::transfer::BatchPayoutCreateResponseBuilder;
pub use super::transfer::BatchTransferBuilder;
pub use super::transfer::BeneficiaryDetailBuilder;
pub use super::transfer::InitiateBatchPayoutTransferBuilder;
pub use super::transfer::InitiatePayoutTransferBuilder;
pub use super::transfer::PayoutTransactionCreateResponseBuilder;
pub use super::webhook_configuration::CreatePayoutWebhookConfigurationBuilder;
pub use super::webhook_configuration::WebhookDataBuilder;
pub use super::webhooks::payout_status::PayoutStatusNotificationBuilder;
