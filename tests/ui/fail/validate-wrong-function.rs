use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

fn check_page(request: &GetCustomer) -> bool {
    request.page > 0
}

#[endpoint(GET, "/api/v0/customer", validate = check_page)]
pub struct GetCustomer {
    pub page: u32,
}

fn main() {}
