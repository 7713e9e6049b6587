use enkash_core::endpoint;

pub struct Customer {
    pub name: String,
}

#[endpoint(GET, "/api/v0/customer", response = Customer)]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
