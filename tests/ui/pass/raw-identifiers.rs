//! Raw identifiers as names of fields, structs and variants.
use enkash_core::{Endpoint, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/<type>/<match>", unique = r#impl)]
pub struct r#Self_ {
    pub r#type: String,
    pub r#match: u8,
    #[query]
    pub r#where: Option<String>,
    pub r#impl: String,
    pub r#async: Option<String>,
}

#[model]
#[allow(non_camel_case_types)]
pub struct r#struct {
    pub r#fn: u8,
}

fn main() {
    let names: Vec<_> = Self_::INFO.fields().iter().map(|field| (field.name(), field.wire_name())).collect();
    assert_eq!(
        names,
        [("type", "type"), ("match", "match"), ("where", "where"), ("impl", "impl"), ("async", "async")]
    );
    assert_eq!(Self_::INFO.unique(), Some("impl"));
    let request = Self_::builder().r#type("a").r#match(1).r#where("b").r#impl("c").build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"impl":"c"}"#);
    assert_eq!(serde_json::to_string(&r#struct::builder().r#fn(1).build()).unwrap(), r#"{"fn":1}"#);
}
