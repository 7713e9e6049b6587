//! Checking bank accounts.

use enkash_core::{endpoint, model};

use super::VERIFICATION as PRODUCT;

/// Checks that a bank account exists and gets the name of its holder.
///
/// A penny drop pays a small amount into the account; a penniless check does not. The response
/// repeats the fields of the request outside the payload: they are in
/// [`Reply::raw`](enkash_core::Reply::raw).
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::verification::VerifyBankAccount;
/// # use enkash_endpoints::verification::VERIFICATION;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &VERIFICATION)?;
/// let request = VerifyBankAccount::builder()
///     .beneficiary_account_number("000111222333")
///     .customer_request_id("REQ0001")
///     .beneficiary_ifsc_code("TEST0000001")
///     .penny_less(true)
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.into_payload()?.status),
///     // A penny may have been paid. Check again only if that is acceptable.
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
/// The API reference shows no patterns for the account number and the IFSC. Whether EnKash refuses
/// a `customer_request_id` that was used before is not documented.
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
    /// The caller's own id of this check. The API reference does not say that a repeated one is
    /// refused.
    pub customer_request_id: String,
    /// The code of the bank's branch (IFSC).
    pub beneficiary_ifsc_code: String,
    /// Whether to check without paying anything into the account.
    pub penny_less: bool,
}

/// The result of a check of a bank account.
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
