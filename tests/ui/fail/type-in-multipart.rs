use enkash_core::{endpoint, model};

#[model]
pub struct Address {
    pub city: String,
}

#[endpoint(POST, "/api/v0/customer", body = multipart)]
pub struct CreateCustomer {
    pub address: Address,
}

fn main() {}
