use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/bulk", body = form)]
pub struct CreateCustomers {
    #[body]
    pub names: Vec<String>,
}

fn main() {}
