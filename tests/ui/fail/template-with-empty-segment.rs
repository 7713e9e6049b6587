use enkash_core::endpoint;

#[endpoint(GET, "/api//customer")]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
