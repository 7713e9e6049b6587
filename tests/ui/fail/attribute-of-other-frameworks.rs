use enkash_core::{Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer/<id>")]
pub struct UpdateCustomer {
    #[Path("id")]
    pub id: String,
    #[Query("pageNo")]
    pub page: u32,
    #[Header("X-Request-Id")]
    pub request: String,
    #[validate(length(min = 1, max = 50))]
    pub name: String,
    #[garde(range(min = 18))]
    pub age: u32,
    #[cfg_attr(all(), sensitive)]
    pub pin: String,
    #[cookie("session")]
    pub session: String,
    #[header("X-Version: 1")]
    pub version: String,
}

fn main() {}
