use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer" -> Customer)]
pub struct BehindAnArrow;

#[endpoint(GET, "/api/v0/customer", -> Customer)]
pub struct BehindAnArrowAndAComma;

#[endpoint(GET, "/api/v0/customer", Customer)]
pub struct WithoutAKey;

#[endpoint(GET, "/api/v0/customer", responses((status = 200, body = Customer)))]
pub struct OfUtoipa;

#[endpoint(POST, "/api/v0/customer", body = Customer)]
pub struct BodyByItsType;

#[endpoint(POST, "/api/v0/customer", json)]
pub struct EncodingWithoutAKey {
    pub name: String,
}

#[endpoint(POST, "/api/v0/customer", rename-all = "snake_case")]
pub struct HyphenInAKey {
    pub name: String,
}

#[endpoint(GET, "/api/v0/customer", !idempotent)]
pub struct Negated;

#[endpoint(GET, "/api/v0/" + "customer")]
pub struct Added;

#[endpoint(GET | POST, "/api/v0/customer")]
pub struct TwoMethods;

#[endpoint(GET, "/api/v0/customer", "/api/v1/customer")]
pub struct TwoPaths;

#[endpoint("/api/v0/customer", response = Customer, GET)]
pub struct MethodAtTheEnd;

#[endpoint(POST, "/api/v0/customer", encrypt("aes"))]
pub struct ValueInParentheses {
    pub name: String,
}

#[endpoint(method = "GET", path = "/api/v0/customer/{id}")]
pub struct OfActix {
    pub id: String,
}

#[model(GET, "/api/v0/customer")]
pub struct Customer {
    pub name: String,
}

fn main() {}
