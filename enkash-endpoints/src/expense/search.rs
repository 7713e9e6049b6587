//! Searching expenses.

use enkash_core::{Json, endpoint};

use super::EXPENSE as PRODUCT;

/// Lists a company's expenses, one page at a time.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::expense::SearchExpenses;
/// # use enkash_endpoints::expense::EXPENSE;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &EXPENSE)?;
/// let request = SearchExpenses::builder()
///     .query_limit("20")
///     .offset("0")
///     .order_by("lastModifiedDate")
///     .direction("DESC")
///     .settlement_status("PENDING")
///     .user_type("EMPLOYEE")
///     .limit(20)
///     .build();
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
/// The API reference shows no response. It has a limit in the query and one in the body, and does
/// not say which applies: give both the same value.
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
