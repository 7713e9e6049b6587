//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::approval::ApproveUtilityBillsBuilder;
pub use super::create::{
    AddBillParamsBuilder, AddBillResponseBuilder, CreateUtilityBillBuilder,
    CreateUtilityBillWithoutFetchBuilder,
};
pub use super::fetch::{BillFetchResponseBuilder, FetchBillParamsBuilder, FetchUtilityBillBuilder};
pub use super::search::SearchUtilityBillsBuilder;
pub use super::status::{
    GetUtilityBillByReferenceIdBuilder, GetUtilityBillStatusBuilder, UtilityBillBuilder,
};
pub use super::token::{BillPaymentTokenBuilder, GenerateBillPaymentAuthTokenBuilder};
pub use super::webhooks::utility_bill::{
    UtilityBillPaymentWebhookBuilder, WebhookBillerBuilder, WebhookBillerParamBuilder,
    WebhookCompanyBillerBuilder,
};
