//! What setters take.
use std::borrow::Cow;

use enkash_core::{Json, Money, Patch, Product, Text, endpoint, pattern};

const PRODUCT: Product = Product::new("example");

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[endpoint(POST, "/customer/<customerId>")]
pub struct Create<'a> {
    pub customer_id: CustomerId,
    pub name: String,
    pub text: Text,
    pub cow: Cow<'a, str>,
    pub tags: Vec<String>,
    pub amount: Money,
    pub json: Option<Json>,
    pub maybe: Option<String>,
    pub maybe_cow: Option<Cow<'a, str>>,
    pub maybe_id: Option<CustomerId>,
    pub maybe_tags: Option<Vec<u8>>,
    pub patch: Patch<String>,
}

/// Names that the builder has use for itself.
#[endpoint(POST, "/builds")]
pub struct Builds {
    pub build: u32,
    #[rename("builds")]
    pub build_: Option<u32>,
}

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");

fn main() {
    let in_another_order = Create::builder()
        .patch("a")
        .maybe("b")
        .amount(Money::from_paise(5))
        .tags(["a".to_owned(), "b".to_owned()])
        .cow("c")
        .text("d")
        .name("e")
        .customer_id(ID)
        .maybe_cow("f")
        .maybe_id(ID)
        .maybe_tags([1, 2])
        .json(Json::Null)
        .build();
    let with_options = Create::builder()
        .customer_id(ID)
        .name(String::from("e"))
        .text(String::from("d"))
        .cow(String::from("c"))
        .tags(vec![])
        .amount(Money::from_paise(5))
        .maybe(None::<String>)
        .maybe_id(Some(ID))
        .patch(Patch::Null)
        .build();
    assert_eq!(in_another_order.name, with_options.name);
    let builds = Builds::builder().build__(1).build_(2).build();
    assert_eq!((builds.build, builds.build_), (1, Some(2)));
    assert!(with_options.maybe.is_none() && with_options.json.is_none());
}
