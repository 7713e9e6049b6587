//! Loading wallets.

use enkash_core::{Json, Money, MoneyText, endpoint};

/// Loads money from the company's balance into a wallet.
///
/// The documents show a sample alone and do not say what is required. They leave out the answer.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/balance",
    response = Json,
    product = Wallet,
    docs = "https://docs.enkash.com/api-19838579"
)]
pub struct TopUpWallet {
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The wallet account that the money comes from.
    pub card_account_id: Option<String>,
    /// Who asked for it.
    pub created_by: Option<String>,
    /// How much to load.
    pub amount: Option<Money>,
    /// The direction, `CR` (credit) in the sample.
    pub transaction_type: Option<String>,
    /// A note.
    pub description: Option<String>,
    /// The kind of load, `ALLOCATE_FUND` in the sample.
    pub r#type: Option<String>,
    /// Goes with the kind of load, `ALLOCATION` in the sample.
    pub transaction_code: Option<String>,
    /// The caller's own reference of the load, never used before.
    pub unique_reference_number: Option<String>,
    /// A further note.
    pub remarks: Option<String>,
    /// The wallet to load.
    pub en_kash_card_id: Option<String>,
    /// Not explained by the documents.
    pub enkash_card_benefit_id: Option<String>,
}

/// Asks whether an amount may still be loaded into a wallet.
///
/// The documents leave out the answer.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/validate/wallet-load-limit",
    response = Json,
    product = Wallet,
    idempotent = true,
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
