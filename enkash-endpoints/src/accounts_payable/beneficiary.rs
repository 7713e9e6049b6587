//! Vendors, which are called beneficiaries on the wire.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::ACCOUNTS_PAYABLE as PRODUCT;

/// Lists the vendors that match the filters, one page at a time.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::accounts_payable::SearchVendorBeneficiaries;
/// # use enkash_endpoints::accounts_payable::ACCOUNTS_PAYABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_PAYABLE)?;
/// let request =
///     SearchVendorBeneficiaries::builder().company_ids(["CEK0000001"]).limit(20).build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The page is cut off in the values of `gstinStatus`. It shows no further fields and no response.
#[endpoint(
    POST,
    "/api/v0/beneficiary/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-8990279"
)]
pub struct SearchVendorBeneficiaries {
    /// Vendors of any of these companies.
    pub company_ids: Option<Vec<String>>,
    /// Vendors of any of these parents; what a parent is is not documented.
    pub parent_ids: Option<Vec<i64>>,
    /// Where the page starts; whether it counts vendors or pages is not documented.
    pub offset: Option<u32>,
    /// How many vendors a page has, 5000 at most.
    #[range(..=5000)]
    pub limit: Option<u32>,
    /// The vendor's PAN or GSTIN.
    #[sensitive]
    pub pan_or_gstin: Option<String>,
    /// Vendors of any of these branches.
    pub company_branch_code_ids: Option<Vec<i64>>,
    /// The verification status of the PAN.
    pub pan_status: Option<PanStatus>,
    /// The verification status of the GSTIN. The API reference shows `UNVERIFIED`, `VERIFIED`,
    /// `NEFT_CALL_MADE`, `FAILED`, `IMPS_CALL_MADE`, `IN_PROCESS` and `PARSING_FAIL`; the rest of
    /// the list is cut off.
    pub gstin_status: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// The verification status of a PAN. The API reference explains no value.
///
/// The page prints the values without separators; where one ends is inferred.
#[model]
pub enum PanStatus {
    /// Not checked.
    Unverified,
    /// Verified.
    Verified,
    /// A transfer over NEFT was started.
    NeftCallMade,
    /// The check failed.
    Failed,
    /// A transfer over IMPS was started.
    ImpsCallMade,
    /// In progress.
    InProcess,
    /// Parsing failed.
    ParsingFail,
    /// The PAN is not valid.
    Invalid,
    /// A webhook event is awaited.
    AwaitingWebhook,
}
