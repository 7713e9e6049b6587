use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<id?>")]
pub struct Optional {
    pub id: String,
}

#[endpoint(GET, "/api/v0/customer/:id?")]
pub struct OptionalWithAColon {
    pub id: String,
}

#[endpoint(GET, "GET /api/v0/customer")]
pub struct WithAMethod;

#[endpoint(GET, "//api.example.com/api/v0/customer")]
pub struct WithoutAScheme;

#[endpoint(GET, "localhost:8080/api/v0/customer")]
pub struct WithAPort;

#[endpoint(GET, "{{base_url}}/api/v0/customer")]
pub struct WithAVariable;

#[endpoint(GET, "\\api\\v0\\customer")]
pub struct Backslashes;

#[endpoint(GET, "'/api/v0/customer'")]
pub struct QuotedTwice;

fn main() {}
