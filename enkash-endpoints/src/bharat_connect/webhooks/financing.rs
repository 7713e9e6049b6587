//! Webhooks about financing.

use enkash_core::{Lenient, Money, model};

use super::shared::ReceivedDevice;
use crate::bharat_connect::BHARAT_CONNECT as PRODUCT;
use crate::webhook::webhook;

/// The financiers' bids for a
/// [`RequestInvoiceFinancing`](crate::bharat_connect::RequestInvoiceFinancing).
///
/// The API reference shows a response, too: an envelope whose payload has `resp` and `bid`; what
/// `bid` is, and what follows it, is cut off.
#[model]
pub struct ShareBidRequestWebhook {
    /// The device that the sender used.
    pub device: Option<ReceivedDevice>,
    /// The bids.
    pub bid: Option<Bid>,
}

webhook!(
    ShareBidRequestWebhook,
    "ShareBidRequestWebhook",
    docs = "https://docs.enkash.com/api-18788135"
);

/// The bids for one request.
#[model]
pub struct Bid {
    /// The financing aggregator, going by the field's name.
    pub fa_id: Option<String>,
    /// The request that the bids are for.
    pub financing_request_id: Option<String>,
    /// The amount that was asked for, in rupees.
    pub financing_request_amount: Option<Lenient<Money>>,
    /// The bids.
    pub bid_details: Vec<BidDetail>,
}

/// A financier's bid.
#[model]
pub struct BidDetail {
    /// The id of the bid.
    pub bid_id: Option<String>,
    /// The financier.
    pub financier_id: Option<String>,
    /// The amount that the financier would lend, in rupees.
    pub approved_amount: Option<Lenient<Money>>,
    /// The bid; the API reference does not say whether it is a rate or an amount.
    pub bid_value: Option<Lenient<Money>>,
    /// The bid for each invoice.
    pub invoice_fin_details: Vec<InvoiceFinDetail>,
    /// The document with the terms; the API reference does not say in which form.
    pub finance_term_doc: Option<String>,
}

/// A bid for one invoice.
#[model]
pub struct InvoiceFinDetail {
    /// The invoice.
    pub object_id: Option<String>,
    /// The amount that the financier would lend, in rupees.
    pub approved_amount: Option<Lenient<Money>>,
    /// The amount that was asked for, in rupees.
    pub financing_request_amount: Option<Lenient<Money>>,
}
