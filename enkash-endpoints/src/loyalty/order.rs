//! Orders of vouchers.

use enkash_core::{Json, JsonMap, Lenient, Money, civil, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Orders vouchers of one denomination.
///
/// The newest list of pages no longer has this one, but another of the same title, whose text is not public. The API
/// reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::loyalty::CreateRewardOrder;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateRewardOrder::builder()
///     .denomination(Money::from_rupees(100))
///     .order_reference_id("ORDER0001")
///     .product_catalog_id("PRC0000001")
///     .quantity(1)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/create-order");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Searches orders by product, amount, brand, category, time and user.
///
/// The page marks every filter as required, which is hardly meant; so only the page's size and start are required here.
/// It is cut short: there are further filters. The response is left out, and the newest list of pages no longer has
/// this one.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::loyalty::SearchRewardOrders;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SearchRewardOrders::builder()
///     .limit("20")
///     .offset("0")
///     .amount_from(Money::ZERO)
///     .amount_to(Money::from_rupees(1000))
///     .brand(["Example Brand"])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/search-order");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The earliest time of the order; the API reference shows no format.
    pub created_on_from: Option<String>,
    /// The latest time of the order; the API reference shows no format.
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Reads an order: how it was paid and delivered, and the codes of its vouchers.
///
/// The page's sample calls `https://marketplace-uat.enkash.in`, and shows the reference as a number. An older copy of
/// the page has `POST /api/v0/order/orderDetails` instead. Which fields are always there is not documented.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::FetchRewardOrder;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = FetchRewardOrder::builder().id("ORD-0002").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/fetch-order-details/ORD-0002");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// How far the payment is; the API reference shows `SUCCESS` alone.
    pub payment_status: Option<String>,
    /// How far the order is; the API reference shows `SUCCESS` alone.
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A voucher, which is worth money to whoever knows its code.
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
