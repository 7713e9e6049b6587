use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/:customerId")]
pub struct ListCustomers {
    pub customer_id: String,
}

fn main() {}
