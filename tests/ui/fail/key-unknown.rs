use enkash_core::{Text, endpoint};

#[endpoint(GET, "/api/v0/customer", respose = Text)]
pub struct ListCustomers {
    pub page: u32,
}

fn main() {}
