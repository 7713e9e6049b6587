use enkash_core::{Json, endpoint};

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[header("X-Company")]
    pub company: Json,
}

fn main() {}
