//! Identifiers and requests as constants.
use enkash_core::{Product, endpoint, pattern};

const PRODUCT: Product = Product::new("example");

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer {
    pub customer_id: CustomerId,
    pub page: Option<u32>,
}

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");
const FIRST: GetCustomer = GetCustomer { customer_id: ID, page: Some(1) };
static KNOWN: [CustomerId; 2] = [ID, CustomerId::from_static("KCAAAAAAAAAAAAAA")];

fn main() {
    assert_eq!(FIRST.customer_id, KNOWN[0]);
    assert_eq!(FIRST.page, Some(1));
}
