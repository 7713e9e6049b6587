//! Products in the voucher catalogue. The newest list of pages no longer has this call.

use enkash_core::{JsonMap, Lenient, Money, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Gets a product and the denominations in which it is sold.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::loyalty::GetRewardProductConfigs;
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request = GetRewardProductConfigs::builder().product_catalog_id("PRC0000001").build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         for config in reply.into_payload()?.config_responses {
///             println!("{:?}: {:?}", config.product_config_id, config.mrp);
///         }
///     }
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(
    GET,
    "/api/v0/partner/search-config/<productCatalogId>",
    response = RewardProduct,
    docs = "https://docs.enkash.com/api-9796927"
)]
pub struct GetRewardProductConfigs {
    /// The product in the catalogue.
    pub product_catalog_id: String,
}

/// A product of the catalogue.
#[model]
pub struct RewardProduct {
    /// The product.
    pub product_catalog_id: Option<String>,
    /// The brand's name.
    pub brand: Option<String>,
    /// Who supplies the product, such as `REWARD_STORE`.
    pub aggregator: Option<String>,
    /// The category.
    pub category: Option<String>,
    /// Where its pictures are.
    pub images: Option<RewardProductImages>,
    /// A message about the product.
    pub description: Option<String>,
    /// The denominations.
    pub config_responses: Vec<RewardProductConfig>,
    /// Whether it is enabled.
    pub enabled: Option<Lenient<bool>>,
    /// Its position when products are sorted.
    pub rank: Option<Lenient<i64>>,
    /// Its terms.
    pub terms_and_condition: Option<String>,
    /// How a voucher is redeemed.
    pub how_to_redeem: Option<String>,
    /// How long a voucher is valid; the API reference gives no unit.
    pub expiry_period: Option<Lenient<i64>>,
    /// Whether it is active.
    pub active: Option<Lenient<bool>>,
    /// Where EnKash's own pictures are; the API reference names no fields.
    #[sensitive]
    pub enkash_images: Option<JsonMap>,
    /// The discount; the API reference gives no unit.
    pub discount: Option<Lenient<i64>>,
}

/// Where the pictures of a product are.
#[model(rename_all = "SCREAMING_SNAKE_CASE")]
pub struct RewardProductImages {
    /// The brand's picture.
    pub brand_image: Option<String>,
    /// The logo.
    pub logo_image: Option<String>,
    /// The logo, small.
    pub logo_image_small: Option<String>,
}

/// A denomination of a product.
#[model]
pub struct RewardProductConfig {
    /// The product configuration.
    pub product_config_id: Option<String>,
    /// The list price.
    pub mrp: Option<Lenient<Money>>,
    /// The price asked.
    pub sell_rate: Option<Lenient<Money>>,
    /// EnKash's discount; the API reference gives no unit.
    pub enkash_discount: Option<Lenient<f64>>,
    /// The maximum number of pieces in one order.
    pub max_quantity: Option<Lenient<u32>>,
    /// Whether the buyer may name the amount.
    pub custom_amount_enabled: Option<Lenient<bool>>,
}
