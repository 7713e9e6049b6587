use enkash_core::{JsonMap, endpoint};

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[extra]
    pub more: Option<JsonMap>,
}

fn main() {}
