use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
