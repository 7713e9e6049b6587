use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer/bulk")]
pub struct CreateCustomers {
    #[body]
    pub names: Vec<String>,
    pub company: String,
}

fn main() {}
