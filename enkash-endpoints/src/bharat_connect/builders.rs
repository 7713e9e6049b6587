//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::business_onboarding::{
    BusinessIdentifierBuilder, CheckInstituteBuilder, InitiateEntityCheckBuilder, InstituteBuilder,
    LeiBuilder, PrimaryBusinessIdentifierBuilder, RegB2bIdBuilder, RegB2bIdsBuilder, RegisterB2bIdBuilder,
    RegisterEntityBuilder,
};
pub use super::credit_note::{
    CdNoteBuilder, CdNoteConfirmationBuilder, CdNoteSupplierDetailsBuilder, CdNoteTransactionDetailsBuilder,
    ConfirmCreditDebitNoteBuilder, EInvoiceInfoBuilder, SendCreditDebitNoteBuilder,
};
pub use super::financing::{
    B2bPanBuilder, FinanceIdBuilder, FinanceRequestBuilder, FinancingInvoiceBuilder,
    InvoiceTransactionDetailsBuilder, RequestInvoiceFinancingBuilder,
};
pub use super::invoice::{ConfirmB2bInvoiceBuilder, InvoiceConfirmationBuilder};
pub use super::payment::{
    InvoiceAmountBuilder, InvoicePayInfoBuilder, InvoicePaymentAmountBuilder, PayB2bInvoicesBuilder,
    PaymentAmountBuilder, PaymentBuilder, PaymentSplitBuilder, SupplierBankAccountDetailsBuilder,
};
pub use super::purchase_order::{
    AddressDetailBuilder, BatchDetailsBuilder, OrderItemBuilder, PurchaseOrderBuilder,
    SendPurchaseOrderBuilder, TypedValueBuilder,
};
pub use super::shared::{
    AdditionalInfoBuilder, B2bIdsBuilder, BuyerDetailsBuilder, BuyerSupplierIdsBuilder, ContactNumberBuilder,
    DeviceBuilder, ObjectVersionBuilder, PlainBuyerSupplierIdsBuilder, PostalAddressBuilder,
    StatusTransitionBuilder, SupplierDetailsBuilder, TagBuilder,
};
pub use super::webhooks::business_onboarding::{
    CheckEntityWebhookBuilder, CriteriaBuilder, EntityInfoBuilder, EntityRegistrationResponseWebhookBuilder,
    FoundB2bIdBuilder, InstituteInfoBuilder, ReceivedCheckInstituteBuilder, ReceivedInstituteBuilder,
    ReceivedLeiBuilder, ReceivedPrimaryBusinessIdentifierBuilder, RespParamsBuilder, SearchBuilder,
    SearchEntityResponseWebhookBuilder,
};
pub use super::webhooks::credit_note::{
    ReceivedCdNoteBuilder, ReceivedCdNoteSupplierDetailsBuilder, ReceivedCdNoteTransactionDetailsBuilder,
    ReceivedEInvoiceInfoBuilder, SendCreditDebitNoteResponseWebhookBuilder,
};
pub use super::webhooks::financing::{
    BidBuilder, BidDetailBuilder, InvoiceFinDetailBuilder, ShareBidRequestWebhookBuilder,
};
pub use super::webhooks::invoice::{InvoiceStatusChangeBuilder, StatusChangeInvoiceRequestWebhookBuilder};
pub use super::webhooks::order::{
    ReceivedAddressDetailBuilder, ReceivedBatchDetailsBuilder, ReceivedBuyerDetailsBuilder,
    ReceivedContactNumberBuilder, ReceivedOrderItemBuilder, ReceivedPostalAddressBuilder,
    ReceivedPurchaseOrderBuilder, ReceivedSupplierDetailsBuilder, ReceivedTypedValueBuilder,
};
pub use super::webhooks::payment::{
    InvoiceInfoBuilder, PaymentConfirmationBuilder, PaymentConfirmationRequestWebhookBuilder,
    PaymentConfirmationResponseWebhookBuilder, PaymentRequestWebhookBuilder, PaymentResponseWebhookBuilder,
    ReceivedInvoiceAmountBuilder, ReceivedInvoicePayInfoBuilder, ReceivedInvoicePaymentAmountBuilder,
    ReceivedPaymentAmountBuilder, ReceivedPaymentBuilder, ReceivedPaymentResponseBuilder,
    ReceivedPaymentSplitBuilder, ReceivedSupplierBankAccountDetailsBuilder,
};
pub use super::webhooks::purchase_order::{
    ConfirmPurchaseOrderRequestWebhookBuilder, PurchaseOrderConfirmationBuilder,
    PurchaseOrderStatusChangeBuilder, SendPurchaseOrderResponseWebhookBuilder,
    StatusChangePurchaseOrderRequestWebhookBuilder, StatusChangePurchaseOrderResponseWebhookBuilder,
};
pub use super::webhooks::shared::{
    ReceivedAdditionalInfoBuilder, ReceivedB2bIdsBuilder, ReceivedBuyerSupplierIdsBuilder,
    ReceivedDeviceBuilder, ReceivedObjectVersionBuilder, ReceivedPlainBuyerSupplierIdsBuilder,
    ReceivedStatusTransitionBuilder, ReceivedTagBuilder, RespBuilder,
};
