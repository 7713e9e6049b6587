use enkash_core::{JsonMap, endpoint};

#[endpoint(POST, "/api/v0/customer", body = form)]
pub struct CreateCustomer {
    #[extra]
    pub more: JsonMap,
}

fn main() {}
