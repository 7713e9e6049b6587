use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer")]
pub struct FindCustomers {
    #[body]
    pub names: Vec<String>,
}

fn main() {}
