use enkash_core::{JsonMap, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[extra]
    #[rename("further")]
    pub more: JsonMap,
}

#[endpoint(POST, "/api/v0/customer/bulk")]
pub struct CreateCustomers {
    #[body]
    #[rename("all")]
    pub names: Vec<String>,
}

fn main() {}
