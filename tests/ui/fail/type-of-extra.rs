use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[extra]
    pub more: Vec<String>,
}

fn main() {}
