//! Customers by the file.

use enkash_core::{FilePart, JsonMap, Lenient, Money, endpoint, model};

use super::ACCOUNTS_RECEIVABLE as PRODUCT;
use crate::ids::CompanyId;

/// Creates the customers that a file lists.
///
/// The company is named otherwise than in the other calls, is required and has no pattern. The payload is an object
/// whose fields the API reference leaves out.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::FilePart;
/// use enkash_endpoints::accounts_receivable::CreateCustomersInBulk;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateCustomersInBulk::builder()
///     .company_id("CEK0000001")
///     .file(FilePart::new("rows.csv", "text/csv", "name\r\nExample\r\n"))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/customer/bulk");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// What came of a file of customers.
#[model]
pub struct CreatedCustomers {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Changes the customers that a file lists, and counts the rows that passed and failed.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::FilePart;
/// use enkash_endpoints::accounts_receivable::UpdateCustomersInBulk;
/// use enkash_endpoints::ids::CompanyId;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = UpdateCustomersInBulk::builder()
///     .parent_company_id(CompanyId::from_static("CEK0000001"))
///     .file(FilePart::new("rows.csv", "text/csv", "name\r\nExample\r\n"))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/customer/bulk/update");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
