use enkash_core::endpoint;

#[endpoint]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
