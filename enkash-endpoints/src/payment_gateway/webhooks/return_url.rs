//! The query of a customer's browser that returns from the hosted checkout.

use enkash_core::{Json, JsonMap, model};

use crate::webhook::Unverified;

/// The query with which the checkout sends a customer's browser to the `return_url` of an order.
///
/// It proves nothing. The customer can edit each field, leave the page before it loads, or call
/// your address without ever paying: read the order or the transaction from the API, and act on
/// that. [`confirm`](Unverified::<PaymentReturn>::confirm) does it.
///
/// The API reference does not say what is appended to `return_url`. These fields are those of the
/// vendor's pre-release checkout SDK in public code, which appends them to whatever query the
/// address has already. All of them are strings, and each may be missing: one sample address has no
/// checksum.
///
/// ```
/// use enkash_endpoints::Json;
/// use enkash_endpoints::payment_gateway::webhooks::PaymentReturn;
/// use enkash_endpoints::webhook::Unverified;
///
/// let query = "basket=7&orderId=ORD1&transactionId=EK1&status=PENDING_WITH_BANK&amount=100.50";
/// let returned = Unverified::<PaymentReturn>::from_query(query)?;
/// let claim = returned.as_unverified(); // the browser's claim
/// assert_eq!(claim.transaction_id.as_deref(), Some("EK1"));
/// assert_eq!(claim.status.as_deref(), Some("PENDING_WITH_BANK"));
/// assert_eq!(claim.more.get("basket").and_then(Json::as_str), Some("7"));
/// // `returned.confirm(&client).await?` asks the API for `EK1`.
/// # Ok::<(), enkash_endpoints::payment_gateway::webhooks::QueryTooLong>(())
/// ```
#[model]
pub struct PaymentReturn {
    /// The order. That it is EnKash's id is inferred.
    pub order_id: Option<String>,
    /// The state of the order; [`PaymentOrder`](crate::payment_gateway::models::PaymentOrder) lists
    /// the values of the API reference.
    pub order_status: Option<String>,
    /// The state of the payment attempt. The values are likely those of
    /// [`PaymentStatus`](crate::payment_gateway::models::PaymentStatus), and a customer can return
    /// with `PENDING_WITH_BANK`: neither paid nor failed. Some returns name it `transactionStatus`.
    /// `FAILED` with the [`reason`](Self::reason) `checkout_unavailable` means that the checkout
    /// did not load.
    pub status: Option<String>,
    /// The state of the payment attempt by another name; see [`status`](Self::status).
    pub transaction_status: Option<String>,
    /// The payment attempt.
    pub transaction_id: Option<String>,
    /// The unique id of the transaction.
    pub unique_transaction_id: Option<String>,
    /// The amount, taken to be in rupees as the gateway's others are.
    pub amount: Option<String>,
    /// The final amount.
    pub final_amount: Option<String>,
    /// The amount of the transaction.
    pub transaction_amount: Option<String>,
    /// The currency of the amounts.
    pub currency: Option<String>,
    /// How the customer paid. The values are likely those of
    /// [`PaymentMode`](crate::payment_gateway::models::PaymentMode).
    pub payment_mode: Option<String>,
    /// When the transaction was made: `yyyy-MM-dd HH:mm:ss`, presumably Indian time
    /// ([times](crate::payment_gateway#times)).
    pub txn_date: Option<String>,
    /// A message about the outcome.
    #[sensitive]
    pub txn_message: Option<String>,
    /// A message about the outcome by another name.
    #[sensitive]
    pub transaction_message: Option<String>,
    /// A checksum, which only EnKash can compute or check: algorithm and key are unknown.
    pub checksum: Option<String>,
    /// Why the checkout did not load: `checkout_unavailable`.
    pub reason: Option<String>,
    /// All other parameters, strings too: those of your own address are among them.
    #[extra]
    pub more: JsonMap,
}

/// The longest query that is read, in bytes: common servers take no longer address.
const LONGEST: usize = 8 * 1024;

impl Unverified<PaymentReturn> {
    /// Reads the query of the address that the browser asks for, with or without a `?` before it.
    ///
    /// Any query is read. Of a parameter that comes more than once the last one counts, since the
    /// checkout appends its own. A `%` that begins no escape is itself, and bytes that are no UTF-8
    /// become U+FFFD. No parameter is required, so that an empty query is a claim of nothing. With
    /// axum the query comes from its extractor `RawQuery`.
    ///
    /// # Errors
    /// The query is longer than 8 KiB.
    pub fn from_query(query: &str) -> Result<Self, QueryTooLong> {
        if query.len() > LONGEST {
            return Err(QueryTooLong { length: query.len() });
        }
        let mut claim = PaymentReturn::builder().build();
        let query = query.strip_prefix('?').unwrap_or(query);
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.into_owned();
            match claim.field(&name) {
                Some(field) => *field = Some(value),
                None => drop(claim.more.insert(name.into_owned(), Json::String(value))),
            }
        }
        Ok(Unverified(claim))
    }
}

impl PaymentReturn {
    /// The field of a parameter.
    fn field(&mut self, parameter: &str) -> Option<&mut Option<String>> {
        Some(match parameter {
            "orderId" => &mut self.order_id,
            "orderStatus" => &mut self.order_status,
            "status" => &mut self.status,
            "transactionStatus" => &mut self.transaction_status,
            "transactionId" => &mut self.transaction_id,
            "uniqueTransactionId" => &mut self.unique_transaction_id,
            "amount" => &mut self.amount,
            "finalAmount" => &mut self.final_amount,
            "transactionAmount" => &mut self.transaction_amount,
            "currency" => &mut self.currency,
            "paymentMode" => &mut self.payment_mode,
            "txnDate" => &mut self.txn_date,
            "txnMessage" => &mut self.txn_message,
            "transactionMessage" => &mut self.transaction_message,
            "checksum" => &mut self.checksum,
            "reason" => &mut self.reason,
            _ => return None,
        })
    }
}

/// A query is too long to be that of a return from the checkout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the query has {length} bytes, and no more than {LONGEST} are read")]
pub struct QueryTooLong {
    length: usize,
}
