//! Customers that QR codes can be tied to.

use enkash_core::{Json, JsonMap, endpoint, model};

use super::PAYMENT_GATEWAY as PRODUCT;
use crate::ids::{AccountNumberOrEmpty, CompanyId, PhoneNumberOrEmpty};
use crate::models::SortDirection;

/// Creates a customer that QR codes can be tied to.
///
/// The API reference leaves out the response and the fields that come behind `email` in the alphabet.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::{CreateQrCustomer, models::QrCustomerKeyContact};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreateQrCustomer::builder()
///     .customer_key_contacts([QrCustomerKeyContact::builder().build()])
///     .deleted(false)
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/customer");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Whether the customer counts as deleted.
    pub deleted: bool,
    /// E-mail address. Its pattern is cut off in the API reference and is not checked.
    #[sensitive]
    pub email: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// A person to contact. The API reference calls it `CustomerKeyContactCreateDTO`, counts ten fields and shows none.
#[model]
pub struct QrCustomerKeyContact {
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

/// Lists customers that match filters.
///
/// The API reference leaves out the response, the query parameters that come behind `limit` in the alphabet, and the
/// filters that come behind `assignedAgent`.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payment_gateway::{SearchQrCustomers, models::SortDirection};
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = SearchQrCustomers::builder().direction(SortDirection::Desc).limit(20).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/customer/search");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
