use enkash_core::endpoint;

pub struct Address {
    pub city: String,
}

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub address: Address,
}

fn main() {}
