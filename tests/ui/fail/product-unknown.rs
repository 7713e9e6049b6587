use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer", product = accounts::RECEIVABLES)]
pub struct GetCustomer {
    pub page: u32,
}

mod accounts {}

fn main() {}
