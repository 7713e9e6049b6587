//! Endpoints without fields.
use enkash_core::{Endpoint, Product, endpoint};

const PRODUCT: Product = Product::new("example");

/// Asks whether anybody is there.
#[endpoint(GET, "/ping")]
pub struct Ping;

#[endpoint(POST, "/")]
pub struct Pong {}

fn main() {
    assert!(Ping::INFO.fields().is_empty());
    assert_eq!(format!("{:?} {:?}", Ping::builder().build(), Pong {}), "Ping Pong");
}
