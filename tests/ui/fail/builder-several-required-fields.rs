use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/<customerId>/note")]
pub struct AddNote {
    pub customer_id: String,
    pub author: String,
    pub priority: u8,
}

fn main() {
    let _request = AddNote::builder().author("A").build();
}
