//! A form.
use enkash_core::{Endpoint, Product, Text, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/oauth/token", body = form, auth = basic, bare)]
pub struct SignIn {
    #[rename("grant_type")]
    pub grant_type: String,
    pub username: Text,
    #[sensitive]
    pub password: String,
    pub scopes: Vec<String>,
    pub otp: Option<u32>,
}

fn main() {
    // An empty list has to say of what.
    let none: [&str; 0] = [];
    let request =
        SignIn::builder().grant_type("password").username("a").password("not-a-real-one").scopes(none).build();
    assert!(!format!("{request:?}").contains("not-a-real-one"));
    assert_eq!(SignIn::INFO.response_format(), enkash_core::ResponseFormat::Bare);
}
