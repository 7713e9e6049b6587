//! Vendors, which are called beneficiaries on the wire.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::ACCOUNTS_PAYABLE as PRODUCT;

/// Lists the vendors that match the filters, a page at a time.
///
/// The public page ends within the values of `gstinStatus`: further fields are not shown, and neither is the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::accounts_payable::SearchVendorBeneficiaries;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request =
///     SearchVendorBeneficiaries::builder().company_ids(["CEK0000001"]).limit(20).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/beneficiary/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// How far the check of the PAN is.
    pub pan_status: Option<PanStatus>,
    /// How far the check of the GSTIN is. The API reference shows `UNVERIFIED`, `VERIFIED`, `NEFT_CALL_MADE`, `FAILED`,
    /// `IMPS_CALL_MADE`, `IN_PROCESS` and `PARSING_FAIL`; the rest of the list is cut off.
    pub gstin_status: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// How far the check of a PAN is; the API reference explains no value.
///
/// The page prints the values without separators; where one ends and the next begins is a reading of it.
#[model]
pub enum PanStatus {
    /// Not checked.
    Unverified,
    /// Checked and found right.
    Verified,
    /// A transfer over NEFT was started.
    NeftCallMade,
    /// The check failed.
    Failed,
    /// A transfer over IMPS was started.
    ImpsCallMade,
    /// The check is under way.
    InProcess,
    /// Something could not be read.
    ParsingFail,
    /// The PAN is not valid.
    Invalid,
    /// A webhook event is awaited.
    AwaitingWebhook,
}
