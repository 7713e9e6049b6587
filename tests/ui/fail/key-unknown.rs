use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer", respose = String)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
