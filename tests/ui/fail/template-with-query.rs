use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer?page=1")]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
