use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header("X-Company")]
    #[rename("company")]
    pub company: String,
}

fn main() {}
