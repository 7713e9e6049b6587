//! Type parameters, constants and where clauses.
use std::fmt::Debug;

use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Page<T, U = u32>
where
    U: Debug,
{
    pub rows: Vec<T>,
    pub first: Option<U>,
}

#[endpoint(POST, "/api/v0/<kind>/<customerId>")]
pub struct Update<'a, K: Debug, T, const N: usize>
where
    T: Clone + 'a,
{
    pub kind: K,
    pub customer_id: &'a str,
    #[query]
    pub page: Option<K>,
    pub content: T,
    #[header("X-Hint")]
    pub hint: Vec<K>,
}

/// The names that serde gives its own parameters.
#[model]
pub struct Named<S, D> {
    pub first: S,
    pub second: Option<D>,
}

#[endpoint(POST, "/api/v0/named")]
pub struct SendNamed<S, D> {
    pub first: S,
    pub second: Vec<D>,
}

/// A shape that holds itself.
#[model]
pub struct Node<T> {
    pub value: T,
    pub kids: Option<Vec<Node<T>>>,
    pub first: Option<Box<Self>>,
}

fn main() {
    let named: Named<u8, u8> = serde_json::from_str(r#"{"first":1}"#).unwrap();
    let request = SendNamed::builder().first(named).second([1_u8]).build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"first":{"first":1},"second":[1]}"#);
    let node: Node<u8> = serde_json::from_str(r#"{"value":1,"kids":[{"value":2}]}"#).unwrap();
    let node = Node::builder().value(0).first(Box::new(node)).build();
    let json = r#"{"value":0,"first":{"value":1,"kids":[{"value":2}]}}"#;
    assert_eq!(serde_json::to_string(&node).unwrap(), json);
    let request = Update::<_, _, 3>::builder()
        .kind(1_u8)
        .customer_id("KC0123456789ABCD")
        .page(2)
        .content("text".to_owned())
        .hint([])
        .build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"content":"text"}"#);
    let page: Page<u8> = serde_json::from_str(r#"{"rows":[1,2]}"#).unwrap();
    assert_eq!(page.rows, [1, 2]);
    let page = Page::<u8, u8>::builder().rows([]).first(1).build();
    assert_eq!(page.first, Some(1));
}
