//! Loading wallets.

use enkash_core::{Json, Money, MoneyText, endpoint};

use super::WALLET as PRODUCT;

/// Loads money from the company's balance into a wallet.
///
/// The API reference shows only a sample and does not say what is required. It leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::wallet::TopUpWallet;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = TopUpWallet::builder()
///     .amount(Money::from_rupees(100))
///     .unique_reference_number("REF0001")
///     .en_kash_card_id("EKC0000001")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/balance");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/balance",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-19838579"
)]
pub struct TopUpWallet {
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The wallet account that the money comes from.
    pub card_account_id: Option<String>,
    /// Who asked for it.
    #[sensitive]
    pub created_by: Option<String>,
    /// How much to load.
    pub amount: Option<Money>,
    /// The direction, `CR` (credit) in the sample.
    pub transaction_type: Option<String>,
    /// A note.
    #[sensitive]
    pub description: Option<String>,
    /// The kind of load, `ALLOCATE_FUND` in the sample.
    pub r#type: Option<String>,
    /// Goes with the kind of load, `ALLOCATION` in the sample.
    pub transaction_code: Option<String>,
    /// The caller's own reference of the load, never used before.
    pub unique_reference_number: Option<String>,
    /// A further note.
    #[sensitive]
    pub remarks: Option<String>,
    /// The wallet to load.
    pub en_kash_card_id: Option<String>,
    /// Not explained by the API reference.
    pub enkash_card_benefit_id: Option<String>,
}

/// Asks whether an amount may still be loaded into a wallet.
///
/// The API reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::Money;
/// use enkash_endpoints::wallet::ValidateWalletLoadLimit;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ValidateWalletLoadLimit::builder()
///     .en_kash_card_id("EKC0000001")
///     .card_account_id("CAC0000001")
///     .amount_to_load(Money::from_rupees(100))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/validate/wallet-load-limit");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/validate/wallet-load-limit",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-24477800"
)]
pub struct ValidateWalletLoadLimit {
    /// The wallet to load.
    pub en_kash_card_id: String,
    /// The wallet account.
    pub card_account_id: String,
    /// The amount to check.
    pub amount_to_load: MoneyText,
}
