use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub fn create_customer() {}

fn main() {}
