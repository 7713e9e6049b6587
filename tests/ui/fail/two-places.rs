use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/invoice")]
pub struct CreateInvoice {
    #[query]
    #[header("X-Company")]
    pub company: String,
}

fn main() {}
