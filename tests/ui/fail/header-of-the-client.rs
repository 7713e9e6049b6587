use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header("Content-Type")]
    pub media_type: String,
    #[header("AUTHORIZATION")]
    pub token: String,
}

fn main() {}
