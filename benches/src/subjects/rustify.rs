//! rustify 0.7 and its derive, as its README shows them.
//!
//! Left out, since rustify has none of it: checks, a content type, a token request, retries, time
//! limits, a look at the result code. The path's value is split at slashes and then encoded by
//! `url`.

use http::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use rustify::clients::reqwest::Client;
use rustify::endpoint::{Endpoint, Wrapper};
use rustify_derive::Endpoint;
use serde::de::DeserializeOwned;

use super::{TOKEN, plain};
use crate::Failure;

/// Activates a customer.
#[derive(Endpoint)]
#[endpoint(path = "api/v0/customer/activate/{self.customer}", method = "PUT", response = "String")]
pub struct Activate {
    #[endpoint(skip)]
    pub customer: String,
}

/// A body of six members.
#[derive(Endpoint)]
#[endpoint(path = "api/v0/contact", method = "POST", response = "plain::Customer")]
pub struct CreateContact {
    pub name: String,
    pub email: String,
    pub pan: String,
    pub days: u32,
    pub active: bool,
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

/// A body of twenty members.
#[derive(Endpoint)]
#[endpoint(path = "api/v0/company", method = "POST", response = "plain::Customer")]
pub struct CreateCompany {
    pub name: String,
    pub email: String,
    pub pan: String,
    pub gstin: String,
    pub mobile: String,
    pub street: String,
    pub city: String,
    pub state: String,
    pub pincode: String,
    pub country: String,
    pub currency: String,
    pub reference: String,
    pub category: String,
    pub days: u32,
    pub limit: u64,
    pub active: bool,
    pub notify: bool,
    pub website: Option<String>,
    pub manager: Option<String>,
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

impl<T: DeserializeOwned + Send + Sync> Wrapper for plain::Envelope<T> {
    type Value = T;
}

/// A client that sends the token with every call.
///
/// # Errors
/// What reqwest says.
pub fn client(base: &str) -> Result<Client, Failure> {
    let mut headers = HeaderMap::new();
    headers.insert(AUTHORIZATION, HeaderValue::try_from(format!("Bearer {TOKEN}"))?);
    let http = reqwest::Client::builder().no_proxy().default_headers(headers).build()?;
    Ok(Client::new(base, http))
}

/// A request in reqwest's type, as rustify's client makes it.
///
/// # Errors
/// What rustify and reqwest say.
pub fn to_reqwest(endpoint: &impl Endpoint, base: &str) -> Result<reqwest::Request, Failure> {
    Ok(reqwest::Request::try_from(endpoint.request(base)?)?)
}

/// Activates a customer.
///
/// # Errors
/// What rustify says.
pub async fn activate(client: &Client, customer: &str) -> Result<Option<String>, Failure> {
    let activate = Activate { customer: customer.to_owned() };
    let envelope: plain::Envelope<String> = activate.exec(client).await?.wrap()?;
    Ok(envelope.payload)
}
