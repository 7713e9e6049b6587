//! Requests that borrow, and the future that does not.
use std::borrow::Cow;

use enkash_core::{Client, Product, PendingCall, Text, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Note<'a> {
    pub text: &'a str,
}

#[endpoint(PUT, "/api/v0/customer/activate/<customerId>")]
pub struct ActivateCustomer<'a, 'b> {
    pub customer_id: &'a str,
    #[query]
    pub company: Option<&'b str>,
    pub tags: &'a [&'b str],
    pub name: Cow<'a, str>,
    pub note: Note<'b>,
    pub notes: Vec<Note<'b>>,
}

pub fn activate(client: &Client, id: &str) -> PendingCall<Text> {
    let owned = id.to_owned();
    let request = ActivateCustomer {
        customer_id: &owned,
        company: Some("C"),
        tags: &["a"],
        name: Cow::Borrowed(id),
        note: Note { text: id },
        notes: Vec::new(),
    };
    request.send(client)
}

pub fn spawn(client: &Client, id: &str) {
    tokio::spawn(activate(client, id));
}

fn sendable<T: Send + 'static>(_: fn(&Client, &str) -> T) {}

fn main() {
    sendable(|client, id| activate(client, id));
    let request = ActivateCustomer::builder()
        .customer_id("KC0123456789ABCD")
        .company("C")
        .tags(&["a"])
        .name("A")
        .note(Note::builder().text("b").build())
        .notes([])
        .build();
    assert_eq!(request.company, Some("C"));
}
