//! Names of fields that our own code could trip over.
#![deny(warnings)]
use enkash_core::{Endpoint, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Awkward {
    pub build: u8,
    pub builder: u8,
    pub visitor: u8,
    pub self_: u8,
    pub f: u8,
    pub parts: u8,
    pub state: u8,
    pub client: u8,
    pub text: u8,
    pub at: u8,
    pub found: u8,
    pub members: u8,
    pub slot: u8,
    pub serializer: u8,
    pub de: u8,
    pub new: u8,
    pub into: Option<u8>,
    pub field: u8,
    pub fields: u8,
    pub core: u8,
    pub std: u8,
    pub serde: u8,
    pub enkash_core: u8,
    pub check: u8,
    pub read: u8,
    pub clone: u8,
    pub fmt: u8,
    pub default: u8,
    pub __private: u8,
    pub u8: u8,
    pub str: u8,
    pub bool: u8,
}

#[endpoint(POST, "/customer/<id>")]
pub struct Call {
    pub id: u8,
    pub send: u8,
    pub call: u8,
    pub build: Option<u8>,
    pub info: u8,
    pub visit: u8,
}

/// A type with the name of one of ours.
#[endpoint(GET, "/customer", response = Response)]
pub struct Endpoint_ {
    pub page: u8,
}

#[model]
pub struct Response {
    pub payload: u8,
}

#[model]
pub struct Value {
    pub value: Option<u8>,
}

fn main() {
    let call = Call::builder().id(1).send(2).call(3).build_(4).info(5).visit(6).build();
    assert_eq!(serde_json::to_string(&call).unwrap(), r#"{"send":2,"call":3,"build":4,"info":5,"visit":6}"#);
    assert_eq!(Call::INFO.fields().len(), 6);
    let _: Option<Awkward> = None;
}
