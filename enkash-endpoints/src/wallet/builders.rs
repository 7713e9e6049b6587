//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::details::{GetCardDetailsBuilder, GetWalletDetailsBuilder};
pub use super::funding::{TopUpWalletBuilder, ValidateWalletLoadLimitBuilder};
pub use super::merchant::{DebitWalletForMerchantBuilder, GetMerchantSettlementStatusBuilder};
pub use super::otp::{GenerateCardOtpBuilder, GenerateWalletOtpBuilder};
pub use super::setup::{
    CreateWalletBuilder, GenerateVkycLinkBuilder, UpdateWalletBuilder, WalletDocumentBuilder,
};
pub use super::webhooks::payment::WalletPaymentNotifyBuilder;
