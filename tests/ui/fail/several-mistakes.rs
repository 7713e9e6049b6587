use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(PUSH, "api/v0/customer/{customerId}", respose = String)]
#[derive(Debug)]
pub struct UpdateCustomer {
    #[qurey]
    pub customer_id: String,
    #[length(5..=1)]
    pub name: String,
    #[pattern("[")]
    pub code: String,
    #[range(1..)]
    pub remarks: String,
}

fn main() {}
