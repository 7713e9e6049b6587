use enkash_core::endpoint;

pub struct Address {
    pub city: String,
}

#[endpoint(PUT, "/api/v0/address")]
pub struct SetAddress {
    #[body]
    pub address: Address,
}

fn main() {}
