use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[serde(default)]
    pub name: String,
}

fn main() {}
