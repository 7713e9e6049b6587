//! Refunds.

use enkash_core::{Lenient, Money, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use super::payment::{PaymentMode, PaymentStatus};

/// Refunds all or part of a successful payment to the customer.
///
/// Check the [`status`](Refund::status) of the response. A guide requires a sufficient balance in
/// the merchant's recharge account at EnKash. How long a refund takes depends on the payment mode.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::payment_gateway::RefundPayment;
/// # use enkash_endpoints::Json;
/// # use enkash_endpoints::payment_gateway::{CreatePaymentOrder, SubmitPayment};
/// # use enkash_endpoints::payment_gateway::models::{Currency, OrderAmount};
/// # use enkash_endpoints::payment_gateway::models::{PaymentDetail, PaymentMode};
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// # let order = CreatePaymentOrder::builder().order_id("ORDER0001")
/// #     .amount(OrderAmount { value: Money::from_rupees(100), currency: Currency::Inr })
/// #     .build().send(&client).await?.into_payload()?;
/// # let detail = PaymentDetail::builder().payment_mode(PaymentMode::Upi).vpa("customer@testbank")
/// #     .build();
/// # let order_id = order.order_id.ok_or("no id")?;
/// # let payment = SubmitPayment::builder().order_id(order_id).payment_detail(detail).build()
/// #     .send(&client).await?.into_payload()?;
/// # // `transactionId` is the sandbox's choice.
/// # let transaction_id = payment.get("transactionId").and_then(Json::as_str);
/// # let transaction_id = transaction_id.ok_or("no id")?.to_owned();
/// // The id of a successful payment attempt.
/// let request = RefundPayment::builder()
///     .transaction_id(transaction_id)
///     .amount(Money::from_paise(4_050))
///     .request_id("RF0001")
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.into_payload()?.status),
///     // The sandbox refuses a `request_id` that was used before; EnKash may not.
///     Err(error) if error.is_duplicate() => println!("duplicate: {error}"),
///     // The money may be on its way: get the payment, and never send it under a new id.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// Whether EnKash refuses a `request_id` that was used before is not documented, so a refund with
/// an unknown outcome must be looked up before it is sent again.
#[endpoint(
    POST,
    "/api/v0/payment/<transactionId>/refund",
    response = Refund,
    docs = "https://docs.enkash.com/api-8990254"
)]
pub struct RefundPayment {
    /// The successful payment attempt.
    pub transaction_id: String,
    /// The amount to refund, in rupees. It is sent as a number; the newest example shows a string.
    pub amount: Money,
    /// A free remark.
    #[sensitive]
    pub remarks: Option<String>,
    /// The merchant's own id of this refund, unique.
    pub request_id: String,
}

/// A refund that was accepted. The fields are taken from an example.
#[model]
pub struct Refund {
    /// The amount in rupees.
    pub amount: Option<Lenient<Money>>,
    /// How the customer paid. That the values are the payment's is inferred from the example.
    pub payment_mode: Option<PaymentMode>,
    /// The bank's code.
    pub bank_code: Option<String>,
    /// The bank's name.
    pub bank_name: Option<String>,
    /// The currency of the amount.
    pub currency: Option<String>,
    /// The state. That the values are the payment's is inferred from the example.
    pub status: Option<PaymentStatus>,
    /// The transaction.
    pub transaction_id: Option<String>,
    /// A message about the outcome.
    #[sensitive]
    pub txn_msg: Option<String>,
    /// When the transaction was made, as it came: Indian time as far as one public sample shows
    /// ([times](super#times)).
    pub txn_date: Option<String>,
    /// The unique id of the transaction.
    pub unique_transaction_id: Option<String>,
    /// The transaction by the bank's id.
    pub bank_transaction_id: Option<String>,
}
