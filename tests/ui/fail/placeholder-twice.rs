use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/<customerId>/of/<customerId>")]
pub struct GetCustomer {
    pub customer_id: String,
}

fn main() {}
