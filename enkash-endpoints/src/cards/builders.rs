//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::CardAccountBuilder;
pub use super::account::CreateCardAccountBuilder;
pub use super::account::GetCardAccountBuilder;
pub use super::account::PrimaryCardBuilder;
pub use super::control::BlockCardBuilder;
pub use super::control::ReplaceCardBuilder;
pub use super::control::SetCardPinBuilder;
pub use super::create::CardDocumentBuilder;
pub use super::create::CreateGiftCardBuilder;
pub use super::create::CreatePrepaidCardBuilder;
pub use super::limits::CardLimitsBuilder;
pub use super::limits::GetCardLimitsBuilder;
pub use super::limits::UpdateCardLimitsBuilder;
pub use super::load::LoadCardBalanceBuilder;
pub use super::token::CardTokenBuilder;
pub use super::token::GenerateCardTokenBuilder;
pub use super::transaction::GetCardTransactionBuilder;
pub use super::webhooks::card_transaction::CardTransactionDetailsBuilder;
pub use super::webhooks::card_transaction::CardTransactionWebhookBuilder;
