//! The cart of a person who redeems points. The newest list of pages no longer has these calls.

use std::collections::BTreeMap;

use enkash_core::{Json, Lenient, Money, endpoint, model};

use super::LOYALTY as PRODUCT;
use super::product::RewardProductConfig;

/// Reads the authenticated user's carts of one kind of product.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetRewardCart;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetRewardCart::builder().product("VOUCHER").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/cart");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    GET,
    "/api/v0/cart",
    response = Vec<RewardCart>,
    docs = "https://docs.enkash.com/api-9796919"
)]
pub struct GetRewardCart {
    /// The kind of product; the API reference shows `VOUCHER` alone.
    pub product: String,
}

/// Puts pieces of one product into the cart.
///
/// The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::{AddToRewardCart, models::{CartItemChange, CartItemChanges}};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = AddToRewardCart::builder()
///     .product("VOUCHER")
///     .product_catalog_id("PRC0000001")
///     .items(CartItemChanges {
///         by_config: [("PCF0000001".to_owned(), CartItemChange::builder().quantity(1).build())]
///             .into(),
///     })
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/cart");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/cart",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-9796920"
)]
pub struct AddToRewardCart {
    /// The kind of product; the API reference shows `VOUCHER` alone.
    #[query]
    pub product: String,
    /// The product in the catalogue.
    pub product_catalog_id: String,
    /// The wanted pieces.
    pub items: CartItemChanges,
}

/// Sets the quantities in a cart.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::{UpdateRewardCart, models::{CartItemChange, CartItemChanges}};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateRewardCart::builder()
///     .product("VOUCHER")
///     .cart_id(1)
///     .items(CartItemChanges {
///         by_config: [("PCF0000001".to_owned(), CartItemChange::builder().quantity(1).build())]
///             .into(),
///     })
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/cart");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PATCH,
    "/api/v0/cart",
    response = Vec<RewardCart>,
    docs = "https://docs.enkash.com/project-616243/api-9796921"
)]
pub struct UpdateRewardCart {
    /// The kind of product; the API reference shows `VOUCHER` alone.
    #[query]
    pub product: String,
    /// The cart to change.
    pub cart_id: i64,
    /// The wanted pieces.
    pub items: CartItemChanges,
}

/// Wanted pieces, each under the id of its product configuration.
#[model]
pub struct CartItemChanges {
    /// The pieces by product configuration; it stands on the wire without a name of its own.
    #[extra]
    pub by_config: BTreeMap<String, CartItemChange>,
}

/// How many pieces are wanted.
#[model]
pub struct CartItemChange {
    /// The number of pieces.
    pub quantity: Option<u32>,
    /// A note.
    #[sensitive]
    pub description: Option<String>,
}

/// A cart: one product and the pieces of it.
#[model]
pub struct RewardCart {
    /// The cart.
    pub id: Option<Lenient<i64>>,
    /// The user at EnKash.
    pub ek_user_id: Option<String>,
    /// The product in the catalogue.
    pub product_catalog_id: Option<String>,
    /// The product's name.
    pub name: Option<String>,
    /// Where the product's logo is.
    pub logo_url: Option<String>,
    /// What is in the cart.
    pub items: Option<RewardCartItems>,
    /// How many pieces there are in all.
    pub total_quantity: Option<Lenient<u32>>,
    /// What there is to pay.
    pub total_amount: Option<Lenient<Money>>,
    /// What is saved.
    pub total_savings: Option<Lenient<Money>>,
    /// The product's terms.
    pub terms_and_condition: Option<String>,
    /// The denominations of the product.
    pub product_configs: Vec<RewardProductConfig>,
    /// How a voucher is redeemed.
    pub how_to_redeem: Option<String>,
}

/// What is in a cart, each under the id of its product configuration.
#[model]
pub struct RewardCartItems {
    /// The pieces by product configuration; it stands on the wire without a name of its own.
    #[extra]
    pub by_config: BTreeMap<String, RewardCartItem>,
}

/// Pieces of one denomination.
#[model]
pub struct RewardCartItem {
    /// The product configuration.
    pub product_config_id: Option<String>,
    /// The list price of a piece.
    pub mrp: Option<Lenient<Money>>,
    /// The price asked for a piece.
    pub sell_rate: Option<Lenient<Money>>,
    /// EnKash's discount; the API reference gives no unit.
    pub enkash_discount: Option<Lenient<f64>>,
    /// The amount saved.
    pub savings: Option<Lenient<Money>>,
    /// The number of pieces.
    pub quantity: Option<Lenient<u32>>,
    /// The amount for all pieces.
    pub total: Option<Lenient<Money>>,
}
