//! Points for many persons at once.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Creates many persons and gives them points.
///
/// Rows that fail are named in the response with their reasons; the API reference shows the rows that succeeded, and no
/// more of the response. Which fields of a row are required it does not say either.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::loyalty::{BulkAllocateRewardPoints, models::BulkAllocationEntry};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = BulkAllocateRewardPoints::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .is_points_allocation(true)
///     .entries([BulkAllocationEntry::builder().name("Example").load_amount(12.5).build()])
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/partner/enKashCard/bulk-create-allocate-points-json");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/bulk-create-allocate-points-json",
    response = BulkAllocation,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-9796906"
)]
pub struct BulkAllocateRewardPoints {
    /// The company at EnKash.
    #[query]
    pub company_id: String,
    /// The reward account.
    #[query]
    pub card_account_id: String,
    /// Whether known persons get points too, or new ones alone.
    #[query]
    pub is_points_allocation: bool,
    /// One row for each person.
    #[body]
    pub entries: Vec<BulkAllocationEntry>,
}

/// A person and the points for them.
#[model]
pub struct BulkAllocationEntry {
    /// The person's title: Mr, Mrs or Ms.
    #[sensitive]
    pub title: Option<String>,
    /// The person's name.
    #[sensitive]
    pub name: Option<String>,
    /// The person's e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// The person's mobile number.
    #[sensitive]
    pub mobile: Option<String>,
    /// How many points to give.
    pub load_amount: Option<f64>,
    /// A note.
    #[sensitive]
    pub remarks: Option<String>,
    /// The caller's own reference of the booking.
    pub unique_reference_number: Option<String>,
}

/// What became of the rows.
#[model]
pub struct BulkAllocation {
    /// The rows that succeeded.
    #[rename("successBulkEnKashCardCreateDTOs")]
    pub successes: Vec<BulkAllocationResult>,
    /// Fields that the API reference leaves out, such as the rows that failed.
    #[extra]
    pub more: JsonMap,
}

/// A row that succeeded.
#[model]
pub struct BulkAllocationResult {
    /// The person's e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// The person's name.
    #[sensitive]
    pub name: Option<String>,
    /// The person's mobile number.
    #[sensitive]
    pub mobile: Option<String>,
    /// The person's title.
    #[sensitive]
    pub title: Option<String>,
    /// The points that were given.
    pub load_amount: Option<Lenient<f64>>,
    /// The company at EnKash.
    pub company_id: Option<String>,
    /// The reward account.
    pub card_account_id: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
