use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    #[query]
    pub customer_id: String,
}

fn main() {}
