use enkash_core::{endpoint, model};

#[model]
pub struct Address {
    pub city: String,
}

#[endpoint(POST, "/api/v0/customer", body = form)]
pub struct CreateCustomer {
    #[serde(flatten)]
    pub address: Address,
}

fn main() {}
