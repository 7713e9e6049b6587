use enkash_core::{endpoint, model};

#[model]
pub struct Page {
    pub number: u32,
}

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    pub page: Page,
}

fn main() {}
