//! Members that can be absent, null or a value.
use enkash_core::{Patch, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(PATCH, "/api/v0/customer/<customerId>")]
pub struct UpdateCustomer {
    pub customer_id: String,
    #[length(1..=100)]
    pub name: Patch<String>,
    pub tags: Patch<Vec<String>>,
    pub limit: Patch<u32>,
}

fn main() {
    let request = UpdateCustomer::builder().customer_id("KC1").name("A").maybe_tags(Patch::Null).build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"name":"A","tags":null}"#);
}
