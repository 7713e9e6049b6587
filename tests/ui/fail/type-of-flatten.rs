use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[serde(flatten)]
    pub name: String,
}

fn main() {}
