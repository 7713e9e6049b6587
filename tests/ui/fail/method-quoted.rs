use enkash_core::endpoint;

#[endpoint("PUT", "/api/v0/customer")]
pub struct UpdateCustomer {
    pub name: String,
}

fn main() {}
