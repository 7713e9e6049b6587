//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::order::{
    CreatePaymentOrderBuilder, CreatedOrderBuilder, CustomerAddressBuilder, CustomerDetailBuilder,
    GetOrderStatusBuilder, OrderAmountBuilder, OrderPaymentDetailBuilder, PaymentOrderBuilder,
};
pub use super::otp::{OtpResultBuilder, ResendPaymentOtpBuilder, ValidatePaymentOtpBuilder};
pub use super::payment::{
    GetPaymentTransactionStatusBuilder, PaymentDetailBuilder, PaymentTransactionBuilder, SubmitPaymentBuilder,
};
pub use super::qr_code::{
    CancelQrCodeBuilder, CreateQrCodeBuilder, GetQrCodeBuilder, QrCodeBuilder, SearchQrCodesBuilder,
};
pub use super::qr_customer::{
    CreateQrCustomerBuilder, QrCustomerKeyContactBuilder, SearchQrCustomersBuilder,
};
pub use super::refund::{RefundBuilder, RefundPaymentBuilder};
pub use super::settlement::{
    GetSettlementPayoutBuilder, SettlementPayoutBuilder, SettlementTransactionBuilder,
};
pub use super::settlement_search::{
    SearchSettlementPayoutsBuilder, SettlementPayoutPageBuilder, SettlementPayoutSummaryBuilder,
    SettlementSplitAccountBuilder,
};
pub use super::split_settlement::{
    ActivateSplitSettlementAccountBuilder, CreateSplitSettlementAccountBuilder, EditSplitSettlementBuilder,
    SplitSettlementBuilder, SplitSettlementDetailBuilder, SubmitPaymentWithSplitBuilder,
    UpdateSplitSettlementAccountBuilder,
};
pub use super::token::{GenerateMerchantTokenBuilder, MerchantTokenBuilder};
pub use super::upi::{
    DynamicUpiQrBuilder, GetDynamicUpiQrBuilder, GetUpiIntentLinksBuilder, GetUpiTransactionStatusBuilder,
    UpiIntentLinksBuilder, UpiTransactionStatusBuilder, VerifyUpiVpaBuilder, VpaHolderBuilder,
};
pub use super::upi_mandate::{
    CreateUpiMandateBuilder, ExecuteUpiMandateDebitBuilder, GetUpiMandateBuilder, MandatePayerBuilder,
    MandateRecurrenceBuilder, MandateValidityBuilder, NotifyUpiMandateDebitBuilder, RevokeUpiMandateBuilder,
    UpdateUpiMandateBuilder,
};
pub use super::virtual_account::{
    CreateVirtualAccountBuilder, GetVirtualAccountByCustomerReferenceBuilder, VirtualAccountBuilder,
};
pub use super::webhooks::payment::PaymentNotificationBuilder;
pub use super::webhooks::payment_link::PaymentLinkWebhookBuilder;
pub use super::webhooks::return_url::PaymentReturnBuilder;
pub use super::webhooks::upi_mandate::{
    MandateDebitCallbackBuilder, MandatePauseInfoBuilder, MandatePayeeInfoBuilder, MandatePayerInfoBuilder,
    MandateRecurrenceInfoBuilder, MandateValidityInfoBuilder, UpiMandateCallbackBuilder,
};
