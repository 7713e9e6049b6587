use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/<customerId>/note")]
pub struct AddNote {
    pub customer_id: String,
    pub author: String,
}

fn by_audit(customer_id: &str) -> AddNoteBuilder<true> {
    AddNote::builder().customer_id(customer_id).author("audit")
}

fn main() {
    let _request = by_audit("KC0123456789ABCD");
}
