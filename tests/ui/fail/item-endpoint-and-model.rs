use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer")]
#[enkash_core::model]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
