use enkash_core::endpoint;

#[endpoint(GET)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
