use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

pub struct ListCustomers;

#[endpoint(GET, "/api/v0/customer")]
impl ListCustomers {}

fn main() {}
