//! enkash. It checks every value that has a rule, and the path's value is encoded.

use std::time::Duration;

use enkash_core::{
    Attempt, BearerToken, Bytes, Client, ClientBuilder, OAuthCredentials, PreparedRequest,
    RetryPolicy, Transport, TransportFuture, TransportResponse, endpoint, model,
};
use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE as PRODUCT, ActivateCustomer};
use enkash_endpoints::ids::CustomerId;

use super::plain;
use super::{BASE, CUSTOMER, TOKEN};
use crate::Failure;

/// A client that sends nothing.
#[must_use]
pub fn idle() -> Client {
    in_memory(b"")
}

/// A client whose server is this response.
///
/// # Panics
/// It cannot be made, which would be a mistake of this program.
#[must_use]
pub fn in_memory(response: &'static [u8]) -> Client {
    with_token(BASE).transport(Memory(response)).build().expect("the settings are complete")
}

struct Memory(&'static [u8]);

impl Transport for Memory {
    fn send(&self, request: PreparedRequest, _: Attempt) -> TransportFuture {
        let response = Bytes::from_static(self.0);
        Box::pin(async move {
            drop(request);
            Ok(TransportResponse::not_redirected(http::Response::new(response)))
        })
    }
}

/// A client with a fixed token and the default settings: retries, timeouts, spans and redaction.
///
/// # Errors
/// What enkash says of the base URL.
pub fn client(base: &str) -> Result<Client, Failure> {
    Ok(with_token(base).build()?)
}

fn with_token(base: &str) -> ClientBuilder {
    let builder = Client::builder().products(&[&PRODUCT]).base_url(&PRODUCT, base);
    builder.credentials(BearerToken::new(TOKEN))
}

/// A client that gets its tokens itself, and sends nothing twice, so that every failure shows.
///
/// # Errors
/// What enkash says of the base URL.
pub fn with_oauth(base: &str) -> Result<Client, Failure> {
    let credentials = OAuthCredentials {
        username: "api-user@example.com".into(),
        password: "not-a-real-password".into(),
        client_id: "CEK0TEST01".into(),
        client_secret: "not-a-real-secret".into(),
    };
    let builder =
        Client::builder().products(&[&PRODUCT]).base_url(&PRODUCT, base).credentials(credentials);
    Ok(builder.retry(RetryPolicy::never()).timeout(Duration::from_secs(120)).build()?)
}

/// The activation.
#[must_use]
pub fn activation() -> ActivateCustomer {
    ActivateCustomer { customer_id: CustomerId::from_static(CUSTOMER), parent_company_id: None }
}

/// A request in reqwest's type, as the default transport makes it.
///
/// # Errors
/// A rule is broken.
pub fn to_reqwest<E: enkash_core::Endpoint>(
    client: &Client,
    request: &E,
) -> Result<reqwest::Request, Failure> {
    Ok(client.prepare(request)?.into())
}

/// A body of six members, three of them with rules.
#[endpoint(POST, "/api/v0/contact", response = Customer)]
pub struct CreateContact {
    pub name: String,
    pub email: String,
    #[pattern("^[A-Z]{5}[0-9]{4}[A-Z]$")]
    pub pan: String,
    #[range(1..=90)]
    pub days: u32,
    pub active: bool,
    #[length(1..=100)]
    pub remarks: Option<String>,
}

impl CreateContact {
    /// The values that every subject sends.
    #[must_use]
    pub fn sample() -> CreateContact {
        let plain::Contact { name, email, pan, days, active, remarks } = plain::Contact::sample();
        CreateContact { name, email, pan, days, active, remarks }
    }
}

/// A body of twenty members, seven of them with rules.
#[endpoint(POST, "/api/v0/company", response = Customer)]
pub struct CreateCompany {
    #[length(1..=100)]
    pub name: String,
    pub email: String,
    #[pattern("^[A-Z]{5}[0-9]{4}[A-Z]$")]
    pub pan: String,
    #[pattern("^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][0-9A-Z]Z[0-9A-Z]$")]
    pub gstin: String,
    #[pattern("^[0-9]{10}$")]
    pub mobile: String,
    pub street: String,
    pub city: String,
    pub state: String,
    #[pattern("^[1-9][0-9]{5}$")]
    pub pincode: String,
    pub country: String,
    pub currency: String,
    pub reference: String,
    pub category: String,
    #[range(1..=90)]
    pub days: u32,
    pub limit: u64,
    pub active: bool,
    pub notify: bool,
    pub website: Option<String>,
    pub manager: Option<String>,
    #[length(1..=100)]
    pub remarks: Option<String>,
}

impl CreateCompany {
    /// The values that every subject sends.
    #[must_use]
    pub fn sample() -> CreateCompany {
        let plain = plain::Company::sample();
        CreateCompany {
            name: plain.name,
            email: plain.email,
            pan: plain.pan,
            gstin: plain.gstin,
            mobile: plain.mobile,
            street: plain.street,
            city: plain.city,
            state: plain.state,
            pincode: plain.pincode,
            country: plain.country,
            currency: plain.currency,
            reference: plain.reference,
            category: plain.category,
            days: plain.days,
            limit: plain.limit,
            active: plain.active,
            notify: plain.notify,
            website: plain.website,
            manager: plain.manager,
            remarks: plain.remarks,
        }
    }
}

/// A row of a response's payload.
#[model]
pub struct Customer {
    pub id: String,
    pub name: String,
    pub total: u64,
    pub active: bool,
}

/// Asks for one row.
#[endpoint(GET, "/api/v0/customer", response = Customer)]
pub struct GetCustomer;

/// Asks for many rows.
#[endpoint(GET, "/api/v0/customers", response = Vec<Customer>)]
pub struct ListCustomers;
