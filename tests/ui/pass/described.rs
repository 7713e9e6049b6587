//! Documentation, deprecation and lint levels stay where they are.
#![deny(warnings)]
use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

/// Creates a customer.
///
/// A second paragraph.
#[endpoint(POST, "/api/v0/customer", docs = "https://docs.example.com/customers")]
#[deprecated = "use something else"]
#[must_use]
#[allow(non_snake_case)]
pub struct CreateCustomer {
    /// The name.
    #[deprecated(note = "nobody has a name any more")]
    pub name: String,
    #[deprecated]
    #[doc(alias = "firm")]
    pub company: Option<String>,
    pub legalName: String,
}

/// An address.
#[model]
#[deprecated]
pub struct Address {
    #[deprecated]
    pub city: String,
}

#[allow(deprecated)]
fn main() {
    let request = CreateCustomer::builder().name("A").legalName("B").build();
    assert_eq!(request.name, "A");
    assert_eq!(Address { city: String::new() }.city, "");
}
