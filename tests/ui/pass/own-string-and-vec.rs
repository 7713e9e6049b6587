//! The user's own `String` and `Vec`, which are fields like others.
use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
#[derive(PartialEq)]
pub struct String {
    pub text: u8,
}

#[model]
pub enum Text {
    A,
}

#[model]
pub struct Vec<T> {
    pub first: T,
}

/// What the builder asks of a type that is called `Vec`.
impl<T> FromIterator<T> for Vec<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Vec { first: values.into_iter().next().expect("an element") }
    }
}

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    pub name: String,
    pub kind: Text,
    pub others: Option<String>,
    pub list: Option<Vec<u8>>,
}

fn main() {
    let request = CreateCustomer::builder().name(String { text: 1 }).kind(Text::A).list([1]).build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"name":{"text":1},"kind":"A","list":{"first":1}}"#);
}
