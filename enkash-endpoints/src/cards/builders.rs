//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::{
    CardAccountBuilder, CreateCardAccountBuilder, GetCardAccountBuilder, PrimaryCardBuilder,
};
pub use super::control::{BlockCardBuilder, ReplaceCardBuilder, SetCardPinBuilder};
pub use super::create::{CardDocumentBuilder, CreateGiftCardBuilder, CreatePrepaidCardBuilder};
pub use super::limits::{CardLimitsBuilder, GetCardLimitsBuilder, UpdateCardLimitsBuilder};
pub use super::load::LoadCardBalanceBuilder;
pub use super::token::{CardTokenBuilder, GenerateCardTokenBuilder};
pub use super::transaction::GetCardTransactionBuilder;
pub use super::webhooks::card_transaction::{CardTransactionDetailsBuilder, CardTransactionWebhookBuilder};
