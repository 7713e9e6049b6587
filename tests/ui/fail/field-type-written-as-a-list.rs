use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Customer {
    pub tags: vec![String],
}

#[endpoint(GET, "/api/v0/customer", response = vec![Customer])]
pub struct ListCustomers;

#[endpoint(POST, "/api/v0/customer/upload", body = multipart)]
pub struct UploadCustomers {
    pub file: Vec<u8>,
}

fn main() {}
