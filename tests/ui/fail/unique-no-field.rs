use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/transfer", unique = transactionId)]
pub struct Transfer {
    pub transaction_id: String,
}

fn main() {}
