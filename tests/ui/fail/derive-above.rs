use enkash_core::endpoint;

#[derive(Clone)]
#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
