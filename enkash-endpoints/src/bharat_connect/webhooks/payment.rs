//! Webhooks about payments.

use enkash_core::{JsonMap, Lenient, Money, model};

use super::shared::{
    ReceivedAdditionalInfo, ReceivedBuyerSupplierIds, ReceivedDevice, ReceivedObjectVersion,
    ReceivedPlainBuyerSupplierIds, ReceivedStatusTransition, Resp,
};
use crate::bharat_connect::BHARAT_CONNECT as PRODUCT;
use crate::bharat_connect::ids::{PaymentObjectId, Utr};
use crate::bharat_connect::payment::{PaymentMode, PaymentType};
use crate::models::Currency;
use crate::webhook::webhook;

/// A buyer pays the supplier.
#[model]
pub struct PaymentRequestWebhook {
    /// The device that the buyer used.
    pub device: Option<ReceivedDevice>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedBuyerSupplierIds>,
    /// The payment.
    pub payment: Option<ReceivedPayment>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    PaymentRequestWebhook,
    "PaymentRequestWebhook",
    docs = "https://docs.enkash.com/api-18788129"
);

/// A payment of one or more invoices.
#[model]
pub struct ReceivedPayment {
    /// The id of the payment.
    pub object_id: Option<Lenient<PaymentObjectId>>,
    /// The creation time; the API reference shows no format.
    pub ts: Option<String>,
    /// Whether it goes through the platform.
    pub r#type: Option<PaymentType>,
    /// How it is paid.
    pub mode: Option<PaymentMode>,
    /// The bank's reference.
    pub utr: Option<Lenient<Utr>>,
    /// The currency.
    pub currency: Option<Currency>,
    /// The total amount.
    pub payment_amount: Option<ReceivedPaymentAmount>,
    /// The payment of each invoice.
    pub invoices_pay_infos: Vec<ReceivedInvoicePayInfo>,
}

/// The response to a [`PayB2bInvoices`](crate::bharat_connect::PayB2bInvoices).
#[model]
pub struct PaymentResponseWebhook {
    /// The result.
    pub resp: Option<Resp>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedPlainBuyerSupplierIds>,
    /// The payment.
    pub payment: Option<ReceivedPaymentResponse>,
    /// Additional information.
    pub additional_infos: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    PaymentResponseWebhook,
    "PaymentResponseWebhook",
    docs = "https://docs.enkash.com/api-18788127"
);

/// The payment in a [`PaymentResponseWebhook`]. Its page lists no values and no patterns.
#[model]
pub struct ReceivedPaymentResponse {
    /// The id of the payment.
    pub object_id: Option<String>,
    /// The creation time; the API reference shows no format.
    pub ts: Option<String>,
    /// Whether it goes through the platform.
    pub r#type: Option<String>,
    /// How it is paid.
    pub mode: Option<String>,
    /// The bank's reference.
    pub utr: Option<String>,
    /// The currency.
    pub currency: Option<String>,
    /// The total amount.
    pub payment_amount: Option<ReceivedPaymentAmount>,
    /// The payment of each invoice.
    pub invoices_pay_infos: Vec<ReceivedInvoicePayInfo>,
}

/// The supplier confirmed or refused a payment.
///
/// The public page ends after `paymentConfirmation`.
#[model]
pub struct PaymentConfirmationRequestWebhook {
    /// The device that the supplier used.
    pub device: Option<ReceivedDevice>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedBuyerSupplierIds>,
    /// The decision.
    pub payment_confirmation: Option<PaymentConfirmation>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

webhook!(
    PaymentConfirmationRequestWebhook,
    "PaymentConfirmationRequestWebhook",
    docs = "https://docs.enkash.com/api-10664785"
);

/// The response to the confirmation of a payment, a call that the API reference does not show.
#[model]
pub struct PaymentConfirmationResponseWebhook {
    /// The result.
    pub resp: Option<Resp>,
    /// The buyer and the supplier.
    pub b2b_ids: Option<ReceivedBuyerSupplierIds>,
    /// The decision.
    pub payment_confirmation: Option<PaymentConfirmation>,
    /// Additional information. All other pages call this field `additionalInfos`.
    pub additional_info: Vec<ReceivedAdditionalInfo>,
}

webhook!(
    PaymentConfirmationResponseWebhook,
    "PaymentConfirmationResponseWebhook",
    docs = "https://docs.enkash.com/api-18788128"
);

/// A supplier's decision on a payment.
#[model]
pub struct PaymentConfirmation {
    /// The id of the payment.
    pub object_id: Option<Lenient<PaymentObjectId>>,
    /// The creation time; the API reference shows no format.
    pub ts: Option<String>,
    /// Whether it went through the platform.
    pub r#type: Option<PaymentType>,
    /// The decision itself. `REJECT` is only for payments outside the platform.
    pub supplier_response: Option<SupplierResponse>,
    /// The supplier's remark.
    #[sensitive]
    pub supplier_remarks: Option<String>,
    /// The invoices that were paid.
    pub invoice_infos: Vec<InvoiceInfo>,
}

/// What a supplier decides on a payment.
#[model]
pub enum SupplierResponse {
    /// The payment has arrived.
    Accept,
    /// The payment has not arrived.
    Reject,
}

/// An invoice that was paid.
#[model]
pub struct InvoiceInfo {
    /// The invoice.
    pub object_id: Option<String>,
    /// The supplier's number of the invoice.
    pub supplier_invoice_number: Option<String>,
    /// The version of the invoice.
    pub object_version: Option<ReceivedObjectVersion>,
    /// The status of the invoice.
    pub status_transition: Option<ReceivedStatusTransition>,
}

/// The amount of a payment.
#[model]
pub struct ReceivedPaymentAmount {
    /// The amount that is paid, in rupees.
    pub net_paid_amount: Option<Lenient<Money>>,
    /// The amount that is set off against other claims, in rupees.
    pub net_adjustment_amount: Option<Lenient<Money>>,
    /// The sum of both, in rupees.
    pub total_amount: Option<Lenient<Money>>,
    /// The currency; the API reference shows only `INR`.
    pub currency: Option<String>,
}

/// The part of a payment that goes to one invoice.
#[model]
pub struct ReceivedInvoicePayInfo {
    /// The invoice.
    pub object_id: Option<String>,
    /// The supplier's number of the invoice.
    pub supplier_invoice_number: Option<String>,
    /// The version of the invoice.
    pub object_version: Option<ReceivedObjectVersion>,
    /// The status of the invoice.
    pub status_transition: Option<ReceivedStatusTransition>,
    /// The amount due for the invoice.
    pub invoice_amount: Option<ReceivedInvoiceAmount>,
    /// The amount that is paid of it.
    pub invoice_payment_amount: Option<ReceivedInvoicePaymentAmount>,
    /// The account that the supplier is paid into.
    pub supplier_bank_account_details: Option<ReceivedSupplierBankAccountDetails>,
}

/// The amount due for an invoice.
#[model]
pub struct ReceivedInvoiceAmount {
    /// The outstanding amount, in rupees.
    pub due_amount: Option<Lenient<Money>>,
    /// The total amount, in rupees.
    pub total_amount: Option<Lenient<Money>>,
    /// The currency; the API reference shows only `INR`.
    pub currency: Option<String>,
}

/// The amount that is paid of one invoice.
#[model]
pub struct ReceivedInvoicePaymentAmount {
    /// The amount that is paid, in rupees.
    pub net_paid_amount: Option<Lenient<Money>>,
    /// The amount that is set off against other claims, in rupees.
    pub net_adjustment_amount: Option<Lenient<Money>>,
    /// The sum of both, in rupees.
    pub total_amount: Option<Lenient<Money>>,
    /// The currency; the API reference shows only `INR`.
    pub currency: Option<String>,
    /// The components of the amount.
    pub splits: Vec<ReceivedPaymentSplit>,
}

/// A component of an amount.
#[model]
pub struct ReceivedPaymentSplit {
    /// The kind of component.
    pub name: Option<String>,
    /// The amount, in rupees.
    pub value: Option<Lenient<Money>>,
    /// The reference of what it goes back to.
    pub ref_no: Option<String>,
}

/// The account that a supplier is paid into.
#[model]
pub struct ReceivedSupplierBankAccountDetails {
    /// The account's number, masked.
    #[sensitive]
    pub masked_account_number: Option<String>,
    /// The code of the bank's branch (IFSC).
    pub ifsc: Option<String>,
    /// The name of the account's owner.
    #[sensitive]
    pub beneficiary_name: Option<String>,
    /// The UPI address of the business (VPA).
    #[sensitive]
    #[rename("businessVPA")]
    pub business_vpa: Option<String>,
}
