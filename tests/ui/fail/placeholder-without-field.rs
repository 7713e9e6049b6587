use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
