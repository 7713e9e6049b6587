//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::approval::ApproveUtilityBillsBuilder;
pub use super::create::AddBillParamsBuilder;
pub use super::create::AddBillResponseBuilder;
pub use super::create::CreateUtilityBillBuilder;
pub use super::create::CreateUtilityBillWithoutFetchBuilder;
pub use super::fetch::BillFetchResponseBuilder;
pub use super::fetch::FetchBillParamsBuilder;
pub use super::fetch::FetchUtilityBillBuilder;
pub use super::search::SearchUtilityBillsBuilder;
pub use super::status::GetUtilityBillByReferenceIdBuilder;
pub use super::status::GetUtilityBillStatusBuilder;
pub use super::status::UtilityBillBuilder;
pub use super::token::BillPaymentTokenBuilder;
pub use super::token::GenerateBillPaymentAuthTokenBuilder;
pub use super::webhooks::utility_bill::UtilityBillPaymentWebhookBuilder;
pub use super::webhooks::utility_bill::WebhookBillerBuilder;
pub use super::webhooks::utility_bill::WebhookBillerParamBuilder;
pub use super::webhooks::utility_bill::WebhookCompanyBillerBuilder;
