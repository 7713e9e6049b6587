use enkash_core::{endpoint, model};

#[model]
pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/api/v0/customer/<customer>")]
pub struct GetCustomer {
    pub customer: Customer,
}

fn main() {}
