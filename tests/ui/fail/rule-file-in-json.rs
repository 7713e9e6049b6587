use enkash_core::{FilePart, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/upload")]
pub struct UploadCustomers {
    pub file: FilePart,
}

fn main() {}
