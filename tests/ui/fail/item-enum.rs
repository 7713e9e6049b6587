use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub enum CreateCustomer {
    Company,
    Person,
}

fn main() {}
