//! Files and fields beside them.
use enkash_core::{FilePart, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/upload", body = multipart)]
pub struct UploadCustomers {
    pub file: FilePart,
    pub more_files: Vec<FilePart>,
    pub picture: Option<FilePart>,
    pub note: Option<String>,
    #[query]
    pub company: String,
}

fn main() {
    let file = FilePart::new("customers.csv", "text/csv", "name\nA");
    let request = UploadCustomers::builder().file(file.clone()).more_files([]).picture(file).company("C").build();
    assert!(request.note.is_none());
}
