//! Searching expenses.

use enkash_core::{Json, endpoint};

use super::EXPENSE as PRODUCT;

/// Lists a company's expenses, page by page.
///
/// The API reference leaves out the response. It has a limit in the query and another in the body, and does not say
/// which counts: give both the same value.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::expense::SearchExpenses;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SearchExpenses::builder()
///     .query_limit("20")
///     .offset("0")
///     .order_by("lastModifiedDate")
///     .direction("DESC")
///     .settlement_status("PENDING")
///     .user_type("EMPLOYEE")
///     .limit(20)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/expense/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    POST,
    "/api/v0/expense/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-14266833"
)]
pub struct SearchExpenses {
    /// How many expenses to a page, as a string in the query.
    #[query]
    #[rename("limit")]
    pub query_limit: String,
    /// Where the page starts.
    #[query]
    pub offset: String,
    /// What to sort by, such as `lastModifiedDate`.
    #[query]
    pub order_by: String,
    /// Which way to sort, such as `DESC`.
    #[query]
    pub direction: String,
    /// The state of settlement to look for; the API reference lists no values.
    pub settlement_status: String,
    /// Whose expenses to look at; the API reference lists no values.
    pub user_type: String,
    /// How many expenses to a page, as a number in the body.
    pub limit: u32,
}
