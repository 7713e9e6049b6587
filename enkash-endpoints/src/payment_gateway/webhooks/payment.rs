//! The webhook about a payment.

use enkash_core::{Lenient, Money, civil, model};

use crate::payment_gateway::PAYMENT_GATEWAY as PRODUCT;

/// A payment attempt ended. EnKash posts this webhook to the `notify_url` of the order.
///
/// Anyone who knows the URL can post one: the message has a checksum, and how it is computed is
/// not documented. Read the transaction with
/// [`GetPaymentTransactionStatus`](crate::payment_gateway::GetPaymentTransactionStatus) before
/// acting on the message.
///
/// The API reference marks every field as required, also those that cannot apply to each way of
/// paying. It documents no example, no response that EnKash expects, and not whether and how often
/// a message is repeated. Amounts are taken to be in rupees as the gateway's others are.
#[model]
pub struct PaymentNotification {
    /// The surcharge.
    pub surcharge: Option<Lenient<Money>>,
    /// The tax on the surcharge.
    pub surcharge_gst: Option<Lenient<Money>>,
    /// The amount.
    pub amount: Option<Lenient<Money>>,
    /// The final amount.
    pub final_amount: Option<Lenient<Money>>,
    /// How the customer paid. The values are likely those of
    /// [`PaymentMode`](crate::payment_gateway::models::PaymentMode).
    pub payment_mode: Option<String>,
    /// The bank's code.
    pub bank_code: Option<String>,
    /// The bank's name.
    pub bank_name: Option<String>,
    /// The card's network.
    pub card_scheme: Option<String>,
    /// The currency of the amounts.
    pub currency: Option<String>,
    /// The message's checksum, which only EnKash can compute.
    pub checksum: Option<String>,
    /// The state. The API reference does not say of what.
    pub status: Option<String>,
    /// The payment attempt.
    pub transaction_id: Option<String>,
    /// A message about the outcome.
    #[sensitive]
    pub txn_msg: Option<String>,
    /// When the transaction was made: Indian time as far as one public sample shows
    /// ([times](crate::payment_gateway#times)); with a `Z` it is UTC.
    pub txn_date: Option<Lenient<civil::DateTime>>,
    /// The unique id of the transaction.
    pub unique_transaction_id: Option<String>,
    /// The card's number, masked.
    #[sensitive]
    pub masked_card_number: Option<String>,
    /// The name on the card.
    #[sensitive]
    pub card_holder_name: Option<String>,
    /// The token of the payment.
    #[sensitive]
    pub payment_token: Option<String>,
    /// The transaction by the bank's id.
    pub bank_transaction_id: Option<String>,
    /// The merchant's fee (MDR).
    pub mdr: Option<Lenient<Money>>,
    /// The tax on that fee.
    pub mdr_gst: Option<Lenient<Money>>,
    /// The amount of the transaction.
    pub transaction_amount: Option<Lenient<Money>>,
    /// The order. The API reference does not say whether by EnKash's id or by the merchant's.
    pub order_id: Option<String>,
    /// The state of the order.
    pub order_status: Option<String>,
    /// The state of the attempt. The values are likely those of
    /// [`PaymentStatus`](crate::payment_gateway::models::PaymentStatus).
    pub transaction_status: Option<String>,
}

crate::webhook::webhook!(
    PaymentNotification,
    "paymentNotification",
    docs = "https://docs.enkash.com/api-13510838"
);
