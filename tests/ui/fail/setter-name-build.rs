use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/build")]
pub struct CreateBuild {
    pub build: u32,
    #[rename("previous")]
    pub build_: Option<u32>,
}

fn main() {
    let _request = CreateBuild::builder().build_(1);
}
