//! Customers that QR codes can be tied to.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use crate::ids::{AccountNumberOrEmpty, CompanyId, PhoneNumberOrEmpty};
use crate::models::SortDirection;

/// Creates a customer that QR codes can belong to.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::payment_gateway::{CreateQrCustomer, models::QrCustomerKeyContact};
/// # use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
/// let request = CreateQrCustomer::builder()
///     .customer_key_contacts([QrCustomerKeyContact::builder().build()])
///     .deleted(false)
///     .build();
/// match request.send(&client).await {
///     // No payload is documented: print the code and the message of the envelope.
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The customer may exist: search for it before you send it again.
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
/// The API reference shows no response. The fields that follow `email` in alphabetical order are
/// cut off.
#[endpoint(
    POST,
    "/api/v0/customer",
    response = Json,
    auto,
    docs = "https://docs.enkash.com/api-8990295"
)]
pub struct CreateQrCustomer {
    /// Bank account number of the customer, which no other customer has.
    pub account_number: Option<AccountNumberOrEmpty>,
    /// Postal address.
    #[sensitive]
    pub address: Option<String>,
    /// The company at EnKash.
    pub company_id: Option<CompanyId>,
    /// Telephone number.
    pub contact_number: Option<PhoneNumberOrEmpty>,
    /// The customer's own company.
    pub customer_company_id: Option<String>,
    /// Persons to contact.
    pub customer_key_contacts: Vec<QrCustomerKeyContact>,
    /// Whether the customer is deleted.
    pub deleted: bool,
    /// E-mail address. Its pattern is cut off in the API reference and is not checked.
    #[sensitive]
    pub email: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// A person to contact. The API reference calls it `CustomerKeyContactCreateDTO`, counts ten fields
/// and shows none.
#[model]
pub struct QrCustomerKeyContact {
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

/// Lists the customers that match the filters.
///
/// For a complete example see [`CreateQrCustomer`](CreateQrCustomer#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response. The query parameters that follow `limit` and the filters
/// that follow `assignedAgent`, in alphabetical order, are cut off.
#[endpoint(
    POST,
    "/api/v0/customer/search",
    response = Json,
    idempotent = true,
    auto,
    docs = "https://docs.enkash.com/api-8990300"
)]
pub struct SearchQrCustomers {
    /// Whether results ascend or descend.
    #[query]
    pub direction: Option<SortDirection>,
    /// How many results to return, at most 50.
    #[query]
    #[range(..=50)]
    pub limit: Option<u32>,
    /// Bank account number to look for.
    #[sensitive]
    pub account_number: Option<String>,
    /// Agent who looks after the customer.
    #[sensitive]
    pub assigned_agent: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
