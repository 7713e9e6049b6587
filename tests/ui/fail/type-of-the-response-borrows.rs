use enkash_core::{endpoint, model};

#[model]
pub struct Customer<'a> {
    pub name: &'a str,
}

#[endpoint(GET, "/api/v0/customer", response = Customer<'static>)]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
