use enkash_core::{JsonMap, endpoint};

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[extra]
    pub more: JsonMap,
    #[extra]
    pub even_more: JsonMap,
}

fn main() {}
