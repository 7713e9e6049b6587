use enkash_core::endpoint;

#[endpoint(put, "/api/v0/customer")]
pub struct UpdateCustomer {
    pub name: String,
}

fn main() {}
