//! Products in the voucher catalogue. The newest list of pages no longer has this call.

use enkash_core::{JsonMap, Lenient, Money, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Reads a product with the denominations in which it is sold.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::GetRewardProductConfigs;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetRewardProductConfigs::builder().product_catalog_id("PRC0000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/search-config/PRC0000001");
/// # Ok::<(), enkash_core::Error>(())
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
    /// The most pieces that one order may have.
    pub max_quantity: Option<Lenient<u32>>,
    /// Whether the buyer may name the amount.
    pub custom_amount_enabled: Option<Lenient<bool>>,
}
