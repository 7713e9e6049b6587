//! Webhooks, one file per resource.
//!
//! The API reference documents no signature, a response for two of them only, and a path without a
//! host for each.

pub(super) mod business_onboarding;
pub(super) mod credit_note;
pub(super) mod financing;
pub(super) mod invoice;
pub(super) mod order;
pub(super) mod payment;
pub(super) mod purchase_order;
pub(super) mod shared;

pub use business_onboarding::{
    CheckEntityWebhook, Criteria, EntityInfo, EntityRegistrationResponseWebhook, FoundB2bId,
    InstituteInfo, ReceivedCheckInstitute, ReceivedInstitute, ReceivedLei,
    ReceivedPrimaryBusinessIdentifier, RespParams, Search, SearchEntityResponseWebhook,
};
pub use credit_note::{
    ReceivedCdNote, ReceivedCdNoteSupplierDetails, ReceivedCdNoteTransactionDetails,
    ReceivedEInvoiceInfo, SendCreditDebitNoteResponseWebhook,
};
pub use financing::{Bid, BidDetail, InvoiceFinDetail, ShareBidRequestWebhook};
pub use invoice::{InvoiceStatusChange, StatusChangeInvoiceRequestWebhook};
pub use order::{
    ReceivedAddressDetail, ReceivedBatchDetails, ReceivedBuyerDetails, ReceivedContactNumber,
    ReceivedOrderItem, ReceivedPostalAddress, ReceivedPurchaseOrder, ReceivedSupplierDetails,
    ReceivedTypedValue,
};
pub use payment::{
    InvoiceInfo, PaymentConfirmation, PaymentConfirmationRequestWebhook,
    PaymentConfirmationResponseWebhook, PaymentRequestWebhook, PaymentResponseWebhook,
    ReceivedInvoiceAmount, ReceivedInvoicePayInfo, ReceivedInvoicePaymentAmount, ReceivedPayment,
    ReceivedPaymentAmount, ReceivedPaymentResponse, ReceivedPaymentSplit,
    ReceivedSupplierBankAccountDetails, SupplierResponse,
};
pub use purchase_order::{
    ConfirmPurchaseOrderRequestWebhook, PurchaseOrderConfirmation, PurchaseOrderStatusChange,
    SendPurchaseOrderResponseWebhook, StatusChangePurchaseOrderRequestWebhook,
    StatusChangePurchaseOrderResponseWebhook,
};
pub use shared::{
    ReceivedAdditionalInfo, ReceivedB2bIds, ReceivedBuyerSupplierIds, ReceivedDevice,
    ReceivedObjectVersion, ReceivedPlainBuyerSupplierIds, ReceivedStatusTransition, ReceivedTag,
    Resp,
};
