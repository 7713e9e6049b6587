//! Members that no field names.
use std::collections::{BTreeMap, HashMap};

use enkash_core::{Json, JsonMap, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/a")]
pub struct AsJsonMap {
    #[extra]
    pub more: JsonMap,
}

#[endpoint(PATCH, "/a")]
pub struct AsBTreeMap {
    pub name: String,
    #[extra]
    pub more: BTreeMap<String, Json>,
}

#[model]
pub struct AsHashMap {
    #[extra]
    pub more: HashMap<String, Vec<u8>>,
}

fn main() {
    let request = AsBTreeMap::builder().name("A").more(BTreeMap::from([("b".to_owned(), Json::from(1))])).build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"name":"A","b":1}"#);
    let read: AsHashMap = serde_json::from_str(r#"{"a":[1]}"#).unwrap();
    assert_eq!(read.more["a"], [1]);
    assert!(AsJsonMap { more: JsonMap::new() }.more.is_empty());
}
