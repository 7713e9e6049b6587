use enkash_core::endpoint;

#[endpoint(GET, "/api/v0/customer", validate = |_, _| {})]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
