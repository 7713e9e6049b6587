//! Split settlement: recipients of shares, and how a payment is shared among them.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Registers a recipient for shares of payments.
///
/// For a complete example see [`EditSplitSettlement`](EditSplitSettlement#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the body nor the response, so all fields go into `more`. Those
/// of [`UpdateSplitSettlementAccount`] are presumably similar.
#[endpoint(
    POST,
    "/api/v0/split-account",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-11766746"
)]
pub struct CreateSplitSettlementAccount {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Updates the contact, the settlement or the bank account of a recipient.
///
/// For a complete example see [`EditSplitSettlement`](EditSplitSettlement#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. A query parameter is cut off after its first letter, `s`;
/// [`Client::raw`](enkash_core::Client::raw) can send it once EnKash has given its name. An older
/// copy of the page has `POST`; the newer navigation has `PATCH`, as this declaration does.
#[endpoint(
    PATCH,
    "/api/v0/split-account",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-11766755"
)]
pub struct UpdateSplitSettlementAccount {
    /// An access key; the API reference does not say whose.
    #[sensitive]
    pub access_key: String,
    /// Name of the recipient.
    #[sensitive]
    pub name: Option<String>,
    /// E-mail address of the recipient.
    #[sensitive]
    pub email: Option<String>,
    /// Telephone number of the recipient.
    #[sensitive]
    pub phone: Option<String>,
    /// How many days after the transaction shares are settled.
    pub settlement_cycle: Option<SplitSettlementCycle>,
    /// When settlements are made; the API reference does not list the values.
    pub settlement_schedule: Option<String>,
    /// Whether the recipient may use the dashboard.
    pub dashboard_access: Option<bool>,
    /// Income tax number (PAN) of the recipient.
    #[sensitive]
    pub pan: Option<String>,
    /// Goods and services tax number (GSTIN) of the recipient, which has the PAN in it.
    #[sensitive]
    pub gstin: Option<String>,
    /// Number of the bank account that shares are settled to.
    #[sensitive]
    pub account_number: Option<String>,
    /// IFSC of that account's branch.
    pub ifsc: Option<String>,
}

/// When shares are settled, in days after the transaction.
#[model]
pub enum SplitSettlementCycle {
    /// On the day of the transaction.
    T0,
    /// One day later.
    T1,
    /// Two days later.
    T2,
}

/// Activates a deactivated recipient.
///
/// For a complete example see [`EditSplitSettlement`](EditSplitSettlement#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    PATCH,
    "/api/v0/split-account/activate",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-11766676"
)]
pub struct ActivateSplitSettlementAccount {
    /// The split account to activate.
    #[query]
    pub split_account_detail_id: String,
}

/// Starts a payment whose shares are settled separately.
///
/// For a complete example see [`EditSplitSettlement`](EditSplitSettlement#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows neither the fields of the body nor the response. Method and path are
/// those of a plain payment, and a guide puts the split into its body. The key is presumably
/// `splitSettlement`, with the form of [`SplitSettlement`].
#[endpoint(
    POST,
    "/api/v0/payment/submit",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-11875172"
)]
pub struct SubmitPaymentWithSplit {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Sets or changes the split of an existing payment, or holds its settlement back.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::payment_gateway::{
///     EditSplitSettlement,
///     models::{AmountSplitType, SplitSettlement, SplitSettlementDetail},
/// };
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
/// let request = EditSplitSettlement::builder()
///     .transaction_id(transaction_id)
///     .split_settlement(
///         SplitSettlement::builder()
///             .amount_split_type(AmountSplitType::Flat)
///             .split_settlement_details([SplitSettlementDetail::builder()
///                 .split_account_id("SPLITACC0001")
///                 .value(Money::from_paise(1250))
///                 .build()])
///             .build(),
///     )
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The split may be set: ask EnKash, or set it again.
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
/// The API reference does not show how a settlement is held back, nor the fields of the payload.
/// The split is assumed to be the JSON body, since the sample call sends none.
#[endpoint(
    POST,
    "/api/v0/split-transaction/<transactionId>",
    response = Json,
    docs = "https://docs.enkash.com/api-11766683"
)]
pub struct EditSplitSettlement {
    /// The transaction whose split is to change.
    pub transaction_id: String,
    /// The new split.
    pub split_settlement: SplitSettlement,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// How a payment is shared among recipients. The API reference calls it `SplitSettlementDTO`.
#[model]
pub struct SplitSettlement {
    /// What the values of the shares are.
    pub amount_split_type: AmountSplitType,
    /// The shares, one for each recipient.
    pub split_settlement_details: Vec<SplitSettlementDetail>,
}

/// What the value of a share is.
#[model]
pub enum AmountSplitType {
    /// An amount in rupees.
    Flat,
    /// A percentage of the payment.
    Percentage,
}

/// The share of one recipient.
///
/// The API reference shows the names of the fields, and neither their types nor which of them are
/// required.
#[model]
pub struct SplitSettlementDetail {
    /// The split account that receives the share.
    pub split_account_id: Option<String>,
    /// A free label of the share.
    pub label: Option<String>,
    /// The amount or the percentage, by [`SplitSettlement::amount_split_type`]; either is sent
    /// as exactly as it is given.
    pub value: Option<Money>,
}
