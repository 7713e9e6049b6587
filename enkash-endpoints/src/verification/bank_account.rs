//! Checking bank accounts.

use enkash_core::{endpoint, model};

use super::VERIFICATION as PRODUCT;

/// Checks that a bank account exists, and reads its holder's name.
///
/// A penny drop pays a small amount into the account; a penniless check does not. The response repeats the fields of
/// the request beside its payload; these are in [`Reply::raw`](enkash_core::Reply::raw). The API reference prints no
/// patterns of account number and IFSC.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::verification::VerifyBankAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = VerifyBankAccount::builder()
///     .beneficiary_account_number("000111222333")
///     .customer_request_id("REQ0001")
///     .beneficiary_ifsc_code("TEST0000001")
///     .penny_less(true)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/pennyDrop");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/pennyDrop",
    response = PennyDropPayload,
    docs = "https://docs.enkash.com/api-18880709"
)]
pub struct VerifyBankAccount {
    /// The number of the account.
    #[sensitive]
    pub beneficiary_account_number: String,
    /// The caller's own id of this check. The API reference does not say that a repeated one is refused.
    pub customer_request_id: String,
    /// The code of the bank's branch (IFSC).
    pub beneficiary_ifsc_code: String,
    /// Whether to check without paying anything into the account.
    pub penny_less: bool,
}

/// What a check of a bank account found.
#[model]
pub struct PennyDropPayload {
    /// The code of the bank's branch (IFSC).
    pub ifsc: Option<String>,
    /// The id of the request.
    pub request_id: Option<String>,
    /// The check, by EnKash's id.
    pub enkash_unique_id: Option<String>,
    /// The bank's reference of the payment. A penniless check makes none.
    pub utr: Option<String>,
    /// The outcome; the API reference lists no values.
    pub status: Option<String>,
    /// The holder's name as the bank knows it.
    #[sensitive]
    pub beneficiary_name: Option<String>,
}
