use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    #[cfg(not(any()))]
    pub customer_id: String,
}

fn main() {}
