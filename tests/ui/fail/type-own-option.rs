use enkash_core::endpoint;

#[derive(Debug, Clone)]
pub enum Option<T> {
    Some(T),
    None,
}

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub name: Option<String>,
}

fn main() {}
