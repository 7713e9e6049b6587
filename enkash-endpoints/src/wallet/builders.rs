//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::details::GetCardDetailsBuilder;
pub use super::details::GetWalletDetailsBuilder;
pub use super::funding::TopUpWalletBuilder;
pub use super::funding::ValidateWalletLoadLimitBuilder;
pub use super::merchant::DebitWalletForMerchantBuilder;
pub use super::merchant::GetMerchantSettlementStatusBuilder;
pub use super::otp::GenerateCardOtpBuilder;
pub use super::otp::GenerateWalletOtpBuilder;
pub use super::setup::CreateWalletBuilder;
pub use super::setup::GenerateVkycLinkBuilder;
pub use super::setup::UpdateWalletBuilder;
pub use super::setup::WalletDocumentBuilder;
pub use super::webhooks::payment::WalletPaymentNotifyBuilder;
