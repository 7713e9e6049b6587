use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header]
    pub company: String,
}

fn main() {}
