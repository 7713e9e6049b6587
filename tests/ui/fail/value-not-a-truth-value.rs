use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer", idempotent = "yes")]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
