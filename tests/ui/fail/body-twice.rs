use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer/bulk")]
pub struct CreateCustomers {
    #[body]
    pub names: Vec<String>,
    #[body]
    pub mails: Vec<String>,
}

fn main() {}
