use enkash_core::{Product, endpoint};
use jiff::civil::Date;

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/statement/<day>")]
pub struct GetStatement {
    #[format("yyyyMMdd")]
    pub day: Date,
}

fn main() {}
