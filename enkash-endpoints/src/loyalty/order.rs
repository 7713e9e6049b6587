//! Orders of vouchers.

use enkash_core::{Json, JsonMap, Lenient, Money, civil, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Orders vouchers of one denomination.
///
/// Look up the order with [`FetchRewardOrder`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{Money, Outcome};
/// use enkash_endpoints::loyalty::CreateRewardOrder;
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request = CreateRewardOrder::builder()
///     .denomination(Money::from_rupees(100))
///     .order_reference_id("ORDER0001")
///     .product_catalog_id("PRC0000001")
///     .quantity(1)
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The order may exist: fetch it before you send it again.
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
/// The API reference shows no response. Its newest navigation no longer lists the page, but another
/// of the same title, which is not public.
#[endpoint(
    POST,
    "/api/v0/partner/create-order",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-9796924"
)]
pub struct CreateRewardOrder {
    /// What one voucher is worth, in whole rupees.
    #[decimals(0)]
    pub denomination: Money,
    /// The caller's own reference of the order.
    pub order_reference_id: String,
    /// The product in the catalogue.
    pub product_catalog_id: String,
    /// The number of vouchers.
    pub quantity: u32,
}

/// Lists the orders that match the filters: product, amount, brand, category, time and user.
///
/// For a complete example see [`CreateRewardOrder`](CreateRewardOrder#examples).
///
/// # Gaps in the API reference
///
/// The page marks every filter as required, which contradicts their use as filters; only the size
/// and the start of the page are required here. The page is cut off: there are further filters, and
/// no response is shown. The newest navigation no longer lists it.
#[endpoint(
    POST,
    "/api/v0/partner/search-order",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-9796922"
)]
pub struct SearchRewardOrders {
    /// How many orders to a page.
    #[query]
    pub limit: String,
    /// Where the page starts.
    #[query]
    pub offset: String,
    /// Who supplies the product, such as `REWARD_STORE`.
    pub aggregator: Option<String>,
    /// The supplier's minimum discount; the API reference gives no unit.
    pub aggregator_discount_from: Option<i64>,
    /// The supplier's maximum discount; the API reference gives no unit.
    pub aggregator_discount_to: Option<i64>,
    /// The supplier's id of the order.
    pub aggregator_order_id: Option<String>,
    /// The supplier's id of the product.
    pub aggregator_product_id: Option<String>,
    /// The minimum amount, in whole rupees.
    #[decimals(0)]
    pub amount_from: Option<Money>,
    /// The maximum amount, in whole rupees.
    #[decimals(0)]
    pub amount_to: Option<Money>,
    /// The brands.
    pub brand: Option<Vec<String>>,
    /// The categories.
    pub category: Option<Vec<String>>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The start time of the order; the API reference shows no format.
    pub created_on_from: Option<String>,
    /// The end time of the order; the API reference shows no format.
    pub created_on_to: Option<String>,
    /// Which way to sort; the API reference lists no values.
    pub direction: Option<String>,
    /// The user at EnKash.
    pub ek_user_id: Option<String>,
    /// The user's e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// EnKash's minimum discount; the API reference gives no unit.
    pub enkash_discount_from: Option<i64>,
    /// EnKash's maximum discount; the API reference gives no unit.
    pub enkash_discount_to: Option<i64>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Gets an order: its payment, its delivery and the codes of its vouchers.
///
/// For a complete example see [`CreateRewardOrder`](CreateRewardOrder#examples).
///
/// # Gaps in the API reference
///
/// The sample calls `https://marketplace-uat.enkash.in` and shows the reference as a number. An
/// older copy of the page has `POST /api/v0/order/orderDetails` instead. Which fields are always
/// present is not documented.
#[endpoint(
    GET,
    "/api/v0/partner/fetch-order-details/<id>",
    response = RewardOrder,
    docs = "https://docs.enkash.com/api-13454287"
)]
pub struct FetchRewardOrder {
    /// The caller's own reference of the order, by the page's title.
    pub id: String,
}

/// An order of vouchers.
#[model]
pub struct RewardOrder {
    /// EnKash's id of the order.
    pub order_id: Option<String>,
    /// The payment status; the API reference shows only `SUCCESS`.
    pub payment_status: Option<String>,
    /// The order status; the API reference shows only `SUCCESS`.
    pub order_status: Option<String>,
    /// The number of vouchers.
    pub total_quantity: Option<Lenient<u32>>,
    /// What the vouchers are worth.
    pub total_amount: Option<Lenient<Money>>,
    /// The amount of the order.
    pub order_amount: Option<Lenient<Money>>,
    /// The amount that was paid.
    pub paid_amount: Option<Lenient<Money>>,
    /// The caller's own reference of the order.
    pub partner_order_reference_id: Option<String>,
    /// The vouchers.
    pub voucher_details_list: Vec<RewardVoucher>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A voucher. Anyone who knows its code can spend it.
#[model]
pub struct RewardVoucher {
    /// The voucher's code.
    #[sensitive]
    pub card_number: Option<String>,
    /// The voucher's PIN.
    #[sensitive]
    pub pin: Option<String>,
    /// The end of its validity, local time.
    pub expiry_date: Option<Lenient<civil::DateTime>>,
}
