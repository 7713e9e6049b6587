//! The cart of a person who redeems points. The newest list of pages no longer has these calls.

use std::collections::BTreeMap;

use enkash_core::{Json, Lenient, Money, endpoint, model};

use super::LOYALTY as PRODUCT;
use super::product::RewardProductConfig;

/// Gets the carts of the authenticated user for one kind of product.
///
/// For a complete example see [`AddToRewardCart`](AddToRewardCart#examples).
#[endpoint(
    GET,
    "/api/v0/cart",
    response = Vec<RewardCart>,
    docs = "https://docs.enkash.com/api-9796919"
)]
pub struct GetRewardCart {
    /// The kind of product; the API reference shows only `VOUCHER`.
    pub product: String,
}

/// Adds a product to the cart.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::loyalty::{AddToRewardCart, models::{CartItemChange, CartItemChanges}};
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request = AddToRewardCart::builder()
///     .product("VOUCHER")
///     .product_catalog_id("PRC0000001")
///     .items(CartItemChanges {
///         by_config: [("PCF0000001".to_owned(), CartItemChange::builder().quantity(1).build())]
///             .into(),
///     })
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The product may be in the cart: get the cart before you send it again.
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
/// The API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/cart",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-9796920"
)]
pub struct AddToRewardCart {
    /// The kind of product; the API reference shows only `VOUCHER`.
    #[query]
    pub product: String,
    /// The product in the catalogue.
    pub product_catalog_id: String,
    /// The wanted pieces.
    pub items: CartItemChanges,
}

/// Sets the quantities in a cart.
///
/// For a complete example see [`AddToRewardCart`](AddToRewardCart#examples).
#[endpoint(
    PATCH,
    "/api/v0/cart",
    response = Vec<RewardCart>,
    docs = "https://docs.enkash.com/project-616243/api-9796921"
)]
pub struct UpdateRewardCart {
    /// The kind of product; the API reference shows only `VOUCHER`.
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
    /// The pieces by product configuration; flattened into the object on the wire.
    #[extra]
    pub by_config: BTreeMap<String, CartItemChange>,
}

/// The quantity.
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
    /// The amount to pay.
    pub total_amount: Option<Lenient<Money>>,
    /// The savings.
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
    /// The pieces by product configuration; flattened into the object on the wire.
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
