use enkash_core::{endpoint, model};

#[model]
pub struct Page {
    pub page: u32,
}

#[endpoint(GET, "/api/v0/customer")]
pub struct ListCustomers {
    #[serde(flatten)]
    pub page: Page,
}

fn main() {}
