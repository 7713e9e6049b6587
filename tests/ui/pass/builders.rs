//! What setters take, and builders in signatures.
#![deny(warnings)]
#![allow(non_camel_case_types, non_snake_case)]
use std::borrow::Cow;

use enkash_core::{Json, JsonMap, Money, Patch, Product, Secret, Text, endpoint, model, pattern};

const PRODUCT: Product = Product::new("example");

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[model]
pub struct Line {
    pub amount: Option<u64>,
}

#[endpoint(POST, "/customer/<customerId>")]
pub struct Create<'a> {
    pub customer_id: CustomerId,
    pub name: String,
    pub text: Text,
    pub cow: Cow<'a, str>,
    pub tags: Vec<String>,
    pub amount: Money,
    pub count: u16,
}

#[endpoint(PATCH, "/customer")]
pub struct Update<'a> {
    pub json: Option<Json>,
    pub note: Option<String>,
    pub cow: Option<Cow<'a, str>>,
    pub borrowed: Option<&'a str>,
    pub id: Option<CustomerId>,
    pub tags: Option<Vec<String>>,
    pub texts: Option<Vec<Text>>,
    pub ids: Option<Vec<CustomerId>>,
    pub lines: Option<Vec<Line>>,
    pub numbers: Option<Vec<u8>>,
    pub amount: Option<u64>,
    pub active: Option<bool>,
    pub patch: Patch<String>,
    pub patched: Patch<Vec<String>>,
    pub limit: Patch<u32>,
    #[extra]
    pub more: JsonMap,
}

/// Names that the builder has use for itself.
#[endpoint(POST, "/builds")]
pub struct Builds {
    pub build: u32,
    pub maybe: Option<u32>,
    pub maybe_not: Option<u32>,
    #[rename("Maybe")]
    pub maybe_maybe_not_: u32,
}

/// Parameters with the names that the builder gives its own.
#[model]
pub struct Named<HAS_NAME, const HAS_SIZE: usize> {
    pub name: HAS_NAME,
    pub size: u8,
    #[rename("SIZE")]
    pub Size: u8,
}

/// A secret is not sent, but may be in a model of one's own.
fn secret(value: impl Into<Secret>) -> Secret {
    value.into()
}

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");

/// A builder in a signature: the customer and the name are set.
fn named(name: &str) -> CreateBuilder<'_, true, true> {
    Create::builder().customer_id(ID).name(name)
}

/// One that is passed through, whatever of the rest is set.
fn free<const HAS_ID: bool, const HAS_NAME: bool>(
    builder: CreateBuilder<'_, HAS_ID, HAS_NAME>,
) -> CreateBuilder<'_, HAS_ID, HAS_NAME, true, true, true, true> {
    builder.text("d").cow("c").tags(["a"]).amount(Money::from_paise(0))
}

/// One of which nothing is set.
fn start() -> CreateBuilder<'static> {
    Create::builder()
}

fn strings() {
    let owned = String::from("x");
    for note in [
        Update::builder().note("x"),
        Update::builder().note(&owned),
        Update::builder().note(owned.clone()),
        Update::builder().note('x'),
        Update::builder().note(Cow::Borrowed("x")),
        Update::builder().maybe_note(Some("x".into())),
        Update::builder().maybe_note(Some(owned.clone())),
        Update::builder().maybe_note(None).note("x"),
    ] {
        assert_eq!(note.build().note.as_deref(), Some("x"));
    }
    assert_eq!(Update::builder().note("x").maybe_note(None).build().note, None);
    let update = Update::builder().cow("c").maybe_cow(None).borrowed(&owned).maybe_borrowed(None).build();
    assert!(update.cow.is_none() && update.borrowed.is_none());
    assert_eq!(secret(&owned).expose(), "x");
}

fn lists() {
    let owned = vec![String::from("a"), String::from("b")];
    let characters = || "ab".chars();
    for tags in [
        Update::builder().tags(["a", "b"]),
        Update::builder().tags(&["a", "b"].map(String::from)),
        Update::builder().tags(vec!["a", "b"]),
        Update::builder().tags(owned.clone()),
        Update::builder().tags(&owned),
        Update::builder().tags(characters()),
        Update::builder().tags(characters().map(|letter| letter.to_string()).collect::<Vec<_>>()),
        Update::builder().maybe_tags(Some(owned.clone())),
        Update::builder().maybe_tags(None).tags(["a", "b"]),
    ] {
        assert_eq!(tags.build().tags.as_ref(), Some(&owned));
    }
    let update = Update::builder()
        .texts(["a"])
        .ids([ID])
        .lines([5, 6].into_iter().map(|amount| Line::builder().amount(amount).build()))
        .numbers([1, 2])
        .build();
    assert_eq!(update.lines.map(|lines| lines.len()), Some(2));
    let update = Update::builder().numbers([]).lines(vec![]).ids(Vec::new()).build();
    assert_eq!(update.numbers, Some(Vec::new()));
}

fn by_value() {
    let update = Update::builder().amount(5).maybe_amount(Some(6)).active(true).json(Json::Null).id(ID).build();
    assert_eq!((update.amount, update.active), (Some(6), Some(true)));
    let update = Update::builder().maybe_amount(None).maybe_active(None).maybe_id(None).maybe_json(None);
    assert!(update.more(JsonMap::new()).build().id.is_none());
}

fn patches() {
    let update = Update::builder().patch("a").patched(["a"]).limit(5).build();
    assert_eq!(update.patch, Patch::Value("a".to_owned()));
    assert_eq!(update.limit, Patch::Value(5));
    let update = Update::builder().maybe_patch(Patch::Null).maybe_limit(Patch::Absent).build();
    assert_eq!((update.patch, update.patched), (Patch::Null, Patch::Absent));
}

fn main() {
    strings();
    lists();
    by_value();
    patches();

    let in_another_order = start()
        .count(1)
        .amount(Money::from_paise(5))
        .tags(["a"])
        .cow(String::from("c"))
        .text(&String::from("d"))
        .name("first")
        .name("e")
        .customer_id(ID)
        .build();
    // The last value counts.
    assert_eq!(in_another_order.name, "e");
    assert_eq!(free(named("e")).count(1).build().name, "e");

    let builds = Builds::builder().build_(1).maybe_maybe_not_(3).maybe(2).maybe_maybe(None).maybe_not(4).build();
    assert_eq!((builds.build, builds.maybe, builds.maybe_not), (1, None, Some(4)));
    let named = Named::<u8, 1>::builder().name(0).size(1).Size(2).build();
    assert_eq!((named.name, named.size, named.Size), (0, 1, 2));
}
