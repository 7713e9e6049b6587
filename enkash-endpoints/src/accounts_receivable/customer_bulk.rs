//! Operations on customers in bulk, from a file.

use enkash_core::{FilePart, JsonMap, Lenient, Money, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::ids::CompanyId;

/// Creates the customers that a file lists.
///
/// For a complete example see [`UpdateCustomersInBulk`](UpdateCustomersInBulk#examples).
///
/// # Gaps in the API reference
///
/// The API reference does not document the fields of the payload. Unlike other endpoints, this one
/// requires the company and gives its id no pattern.
#[endpoint(
    POST,
    "/api/v0/customer/bulk",
    response = CreatedCustomers,
    body = multipart,
    docs = "https://docs.enkash.com/api-18880670"
)]
pub struct CreateCustomersInBulk {
    /// The company that the customers are created for.
    #[query]
    pub company_id: String,
    /// The file; it is documented as optional, its format and columns are not documented.
    pub file: Option<FilePart>,
}

/// The result of a file of customers.
#[model]
pub struct CreatedCustomers {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Updates the customers that a file lists.
///
/// The response counts the rows that succeeded and failed. Check
/// [`failure_count`](BulkResponse::failure_count): a successful call can have failed rows.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::{FilePart, Outcome};
/// use enkash_endpoints::accounts_receivable::UpdateCustomersInBulk;
/// use enkash_endpoints::ids::CompanyId;
/// # use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;
/// let request = UpdateCustomersInBulk::builder()
///     .parent_company_id(CompanyId::from_static("CEK0000001"))
///     .file(FilePart::new("rows.csv", "text/csv", "name\r\nExample\r\n"))
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         let rows = reply.into_payload()?;
///         // The sandbox does not read the file and counts no rows.
///         println!("{:?} succeeded, {:?} failed", rows.success_count, rows.failure_count);
///     }
///     // The rows may have been read: search for the customers before you send it again.
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
/// The API reference does not document the file.
#[endpoint(
    POST,
    "/api/v0/customer/bulk/update",
    response = BulkResponse,
    body = multipart,
    docs = "https://docs.enkash.com/api-18880671"
)]
pub struct UpdateCustomersInBulk {
    /// The company that owns the customers, where it is not the caller's own.
    #[query]
    pub parent_company_id: Option<CompanyId>,
    /// The file; it is documented as optional, its format and columns are not documented.
    pub file: Option<FilePart>,
}

/// The counts and the result files of a bulk job.
#[model(rename_all = "snake_case")]
pub struct BulkResponse {
    /// The rows that failed; their fields are not documented.
    #[rename("failureRequests")]
    #[sensitive]
    pub failure_requests: Vec<JsonMap>,
    /// How many rows failed.
    pub failure_count: Option<Lenient<u32>>,
    /// How many rows failed in a second file, which the API reference does not explain.
    pub failure_count_second_file: Option<Lenient<u32>>,
    /// The name of the file that lists the failures.
    pub failure_file_name: Option<String>,
    /// Where to get the file that lists the failures.
    #[sensitive]
    pub failure_file_url: Option<String>,
    /// The rows that passed; their fields are not documented.
    #[rename("successRequests")]
    #[sensitive]
    pub success_requests: Vec<JsonMap>,
    /// How many rows passed.
    pub success_count: Option<Lenient<u32>>,
    /// The name of the file that lists the successes.
    pub success_file_name: Option<String>,
    /// Where to get the file that lists the successes.
    #[sensitive]
    pub success_file_url: Option<String>,
    /// The sum of the rows' amounts.
    pub total_amount: Option<Lenient<Money>>,
    /// How many rows the file has.
    pub total_count: Option<Lenient<u32>>,
    /// How many rows have a warning.
    pub warn_count: Option<Lenient<u32>>,
}
