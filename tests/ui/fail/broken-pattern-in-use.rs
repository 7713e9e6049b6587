use enkash_core::{Product, endpoint, pattern};

const PRODUCT: Product = Product::new("example");

#[pattern("^KC[A-Z0-9{14}$")]
pub struct CustomerId;

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub customer_id: CustomerId,
}

pub fn request() -> GetCustomer {
    GetCustomer { customer_id: ID.clone() }
}

fn main() {}
