use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    #[PathVariable]
    pub customer_id: String,
    #[RequestParam(name = "pageNo")]
    pub page: u32,
    #[NotBlank]
    pub name: String,
}

fn main() {}
