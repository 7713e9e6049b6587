use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer/<customerIds>")]
pub struct GetCustomers {
    pub customer_ids: Vec<String>,
}

fn main() {}
