use enkash_core::endpoint;

#[endpoint(GET, customer)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
