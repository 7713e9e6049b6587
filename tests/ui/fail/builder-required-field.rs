use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub customer_id: String,
    pub page: Option<u32>,
}

fn main() {
    let _request = GetCustomer::builder().page(1).build();
}
