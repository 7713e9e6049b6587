use enkash_core::{FilePart, endpoint};

#[endpoint(POST, "/api/v0/customer/upload", body = form)]
pub struct UploadCustomers {
    pub file: FilePart,
}

fn main() {}
