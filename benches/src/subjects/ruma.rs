//! `ruma-common` 0.20: `metadata!` and `#[request]`, which stop at an `http::Request`. The path's
//! value is encoded.
//!
//! Left out, since ruma has none of it: checks of values, and everything behind the request.
//! Writing a request consumes it; a loop needs a copy, whose cost is taken off.

use ruma_common::api::{OutgoingRequest, OutgoingRequestExt, auth_scheme, path_builder};

use super::BASE;
use crate::Failure;

/// The request as an `http::Request`.
///
/// # Errors
/// What ruma says.
pub fn to_http<R>(request: R) -> Result<http::Request<Vec<u8>>, Failure>
where
    R: OutgoingRequest<
            Authentication = auth_scheme::NoAuthentication,
            PathBuilder = path_builder::SinglePath,
        >,
{
    Ok(request.try_into_http_request(BASE, (), ())?)
}

/// Activates a customer.
pub mod activate {
    use ruma_common::api::auth_scheme::NoAuthentication;
    use ruma_common::api::{request, response};
    use ruma_common::metadata;

    metadata! {
        method: PUT,
        rate_limited: false,
        authentication: NoAuthentication,
        path: "/api/v0/customer/activate/{customer}",
    }

    /// The request.
    #[request]
    pub struct Request {
        #[ruma_api(path)]
        pub customer: String,
    }

    impl Request {
        /// The value that every subject sends.
        #[must_use]
        pub fn sample() -> Request {
            Request { customer: crate::subjects::CUSTOMER.to_owned() }
        }
    }

    /// The response, without the envelope: ruma has none.
    #[response]
    pub struct Response {}
}

/// A body of six members.
pub mod create_contact {
    use ruma_common::api::auth_scheme::NoAuthentication;
    use ruma_common::api::{request, response};
    use ruma_common::metadata;

    use crate::subjects::plain;

    metadata! {
        method: POST,
        rate_limited: false,
        authentication: NoAuthentication,
        path: "/api/v0/contact",
    }

    /// The request.
    #[request]
    pub struct Request {
        pub name: String,
        pub email: String,
        pub pan: String,
        pub days: u32,
        pub active: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remarks: Option<String>,
    }

    impl Request {
        /// The values that every subject sends.
        #[must_use]
        pub fn sample() -> Request {
            let plain = plain::Contact::sample();
            Request {
                name: plain.name,
                email: plain.email,
                pan: plain.pan,
                days: plain.days,
                active: plain.active,
                remarks: plain.remarks,
            }
        }
    }

    /// The response, without the envelope: ruma has none.
    #[response]
    pub struct Response {}
}

/// A body of twenty members.
pub mod create_company {
    use ruma_common::api::auth_scheme::NoAuthentication;
    use ruma_common::api::{request, response};
    use ruma_common::metadata;

    use crate::subjects::plain;

    metadata! {
        method: POST,
        rate_limited: false,
        authentication: NoAuthentication,
        path: "/api/v0/company",
    }

    /// The request.
    #[request]
    pub struct Request {
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
        #[serde(skip_serializing_if = "Option::is_none")]
        pub website: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub manager: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub remarks: Option<String>,
    }

    impl Request {
        /// The values that every subject sends.
        #[must_use]
        pub fn sample() -> Request {
            let plain = plain::Company::sample();
            Request {
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

    /// The response, without the envelope: ruma has none.
    #[response]
    pub struct Response {}
}
