//! Points for many persons at once.

use enkash_core::{JsonMap, Lenient, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Creates persons and allocates points to them, one row each.
///
/// A successful call can have failed rows, which the response lists with their reasons in
/// [`BulkAllocation::more`].
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::loyalty::{BulkAllocateRewardPoints, models::BulkAllocationEntry};
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request = BulkAllocateRewardPoints::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .is_points_allocation(true)
///     .entries([BulkAllocationEntry::builder().name("Example").load_amount(12.5).build()])
///     .build();
/// match request.send(&client).await {
///     // Rows that are missing here failed.
///     Ok(reply) => println!("{} succeeded", reply.into_payload()?.successes.len()),
///     // The points may be allocated: get the account before you send it again.
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
/// The API reference shows only the rows that succeeded, and not which fields of a row are
/// required.
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
    /// Whether known persons get points too, or only new ones.
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

/// The results of the rows.
#[model]
pub struct BulkAllocation {
    /// The rows that succeeded.
    #[rename("successBulkEnKashCardCreateDTOs")]
    pub successes: Vec<BulkAllocationResult>,
    /// Fields that the API reference does not document, such as the rows that failed.
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
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
