//! async-stripe's client core 1.0.0-rc.10. A request there is a method, a path that somebody
//! formats, and a form: `build` gives these as they are, and only a client of async-stripe's own
//! makes an HTTP request of them, for Stripe's hosts.
//!
//! Left out, since it has none of it: the base URL, encoding, checks, `PUT`, JSON bodies. So it
//! is compared with the `PUT` alone (as a `POST`), for the cost of its form of a request.

use stripe_client_core::{RequestBuilder, StripeMethod, StripeRequest};

/// Activates a customer.
pub struct Activate {
    pub customer: String,
}

impl Activate {
    /// The request.
    #[must_use]
    pub fn build(&self) -> RequestBuilder {
        StripeRequest::build(self)
    }
}

impl StripeRequest for Activate {
    type Output = String;

    fn build(&self) -> RequestBuilder {
        let customer = &self.customer;
        RequestBuilder::new(StripeMethod::Post, format!("/api/v0/customer/activate/{customer}"))
    }
}
