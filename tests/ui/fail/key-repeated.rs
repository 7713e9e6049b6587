use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer", body = form, body = json)]
pub struct CreateCustomer {
    pub name: String,
}

fn main() {}
