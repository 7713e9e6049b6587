use enkash_core::{Patch, Product, endpoint};
use jiff::civil::Date;

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct ListCustomers {
    #[query]
    #[format("yyyy-MM-dd")]
    pub since: Patch<Date>,
}

fn main() {}
