use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
#[derive(Debug)]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
