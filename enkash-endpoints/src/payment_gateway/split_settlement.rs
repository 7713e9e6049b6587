//! Split settlement: recipients of shares, and how a payment is shared among them.

use enkash_core::{Json, JsonMap, Money, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;

/// Registers a recipient, to whose account shares of payments can be settled.
///
/// The API reference leaves out the whole body and the response, so all fields go into `more`. Those of
/// [`UpdateSplitSettlementAccount`] are likely to be close to them, but no page says so.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::CreateSplitSettlementAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateSplitSettlementAccount::builder().build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/split-account");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/split-account",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-11766746"
)]
pub struct CreateSplitSettlementAccount {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Changes the contact, the settlement or the bank account of a recipient.
///
/// The API reference leaves out the response and at least one query parameter, of whose name only the first letter
/// (`s`) is known; [`Client::raw`](enkash_core::Client::raw) sends it once EnKash has given its name. An older copy of
/// the page says `POST`; the newer navigation says `PATCH`, and so does this declaration.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::UpdateSplitSettlementAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateSplitSettlementAccount::builder()
///     .access_key("AK0000000001")
///     .settlement_schedule("DAILY")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/split-account");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Makes a recipient who was deactivated able to receive shares again.
///
/// The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::ActivateSplitSettlementAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     ActivateSplitSettlementAccount::builder().split_account_detail_id("SPLITACC0001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/split-account/activate");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Starts a payment that says how it is shared, so that each share is settled on its own.
///
/// The API reference leaves out every field of the body and the response. Method and path are those of a plain payment,
/// and a guide says that the split goes into the payment's body. The key `splitSettlement` with the shape of
/// [`SplitSettlement`] is likely, but not shown.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::SubmitPaymentWithSplit;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SubmitPaymentWithSplit::builder().build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payment/submit");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/payment/submit",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-11875172"
)]
pub struct SubmitPaymentWithSplit {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Sets or changes how a payment is shared that was already made, or holds its settlement back.
///
/// The API reference does not show how a settlement is held back, nor what the response's payload has in it. That the
/// split is the JSON body is a judgement, since the page's sample call sends none.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::payment_gateway::{
///     EditSplitSettlement,
///     models::{AmountSplitType, SplitSettlement, SplitSettlementDetail},
/// };
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = EditSplitSettlement::builder()
///     .transaction_id("TXN0001")
///     .split_settlement(
///         SplitSettlement::builder()
///             .amount_split_type(AmountSplitType::Flat)
///             .split_settlement_details([SplitSettlementDetail::builder()
///                 .split_account_id("split account id")
///                 .value(Money::from_paise(1250))
///                 .build()])
///             .build(),
///     )
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/split-transaction/TXN0001");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out.
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
/// The API reference shows the names of the fields, and neither their types nor which of them are required.
#[model]
pub struct SplitSettlementDetail {
    /// The split account that receives the share.
    pub split_account_id: Option<String>,
    /// A free label of the share.
    pub label: Option<String>,
    /// The amount or the percentage, as [`SplitSettlement::amount_split_type`] says; either is sent as exactly as it is
    /// given.
    pub value: Option<Money>,
}
