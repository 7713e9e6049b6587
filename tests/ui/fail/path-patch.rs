use enkash_core::{Patch, endpoint};

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub customer_id: Patch<String>,
}

fn main() {}
