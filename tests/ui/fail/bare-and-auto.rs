use enkash_core::{Json, endpoint};

#[endpoint(GET, "/api/v0/customer", response = Json, bare, auto)]
pub struct ListCustomers;

fn main() {}
