use enkash_core::endpoint;

#[endpoint(POST, "/api/v0/customer/bulk", body = form)]
pub struct CreateCustomers {
    #[body]
    pub names: Vec<String>,
}

fn main() {}
