use enkash_core::{Json, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer", response = Json, bare, auto)]
pub struct ListCustomers;

fn main() {}
