//! Models that are written only: with a lifetime, or with a reference in the type of a field.
use std::borrow::Cow;

use enkash_core::{Payload, Product, ReadValue, Value, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Tag {
    pub name: &'static str,
    #[length(1..=5)]
    pub notes: Option<Vec<&'static str>>,
}

#[model]
pub struct Note<'a> {
    pub text: Cow<'a, str>,
    pub tag: Tag,
    pub tags: &'a [Tag],
    #[serde(flatten)]
    pub more: More<'a>,
}

#[model]
pub struct More<'a> {
    pub source: &'a str,
}

#[endpoint(POST, "/api/v0/note")]
pub struct CreateNote<'a> {
    pub note: Note<'a>,
    pub tags: Vec<Tag>,
}

/// Owns its content: `'static` is no parameter.
#[model]
pub struct Owned {
    pub name: Cow<'static, str>,
}

#[model]
pub struct Page<T> {
    pub rows: Vec<T>,
}

#[endpoint(GET, "/api/v0/note", response = Page<Owned>)]
pub struct ListNotes;

/// The same shape, written only.
#[endpoint(POST, "/api/v0/notes")]
pub struct CreateNotes {
    pub page: Page<Tag>,
}

fn readable<T: ReadValue + Payload>() {}
fn writable<T: Value>(_: &T) {}

fn main() {
    readable::<Owned>();
    readable::<Page<Owned>>();
    let tag = Tag { name: "a", notes: None };
    let note = Note { text: "t".into(), tag: tag.clone(), tags: &[tag], more: More { source: "s" } };
    writable(&note);
    let text = serde_json::to_string(&note).unwrap();
    assert_eq!(text, r#"{"text":"t","tag":{"name":"a"},"tags":[{"name":"a"}],"source":"s"}"#);
}
