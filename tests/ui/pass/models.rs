//! Models within models, and what they promise.
use std::collections::BTreeMap;

use enkash_core::{Json, Lenient, Money, Patch, Violations, model};

#[model]
#[derive(PartialEq, Default)]
pub struct Contact {
    #[length(1..=50)]
    pub name: String,
    pub mobile: Option<u64>,
}

#[model(validate = Customer::check)]
pub struct Customer {
    pub main: Contact,
    pub others: Vec<Contact>,
    pub owner: Option<Box<Customer>>,
    pub limit: Lenient<Money>,
    pub extra_json: Json,
    pub note: Patch<String>,
    #[extra]
    pub more: BTreeMap<String, Json>,
}

impl Customer {
    fn check(&self, found: &mut Violations) {
        if self.others.contains(&self.main) {
            found.add("others", "not repeat the main contact");
        }
    }
}

#[model]
pub struct Empty {}

#[model]
pub struct Nothing;

fn main() {
    let customer: Customer =
        serde_json::from_str(r#"{"main":{"name":"A"},"limit":5,"extraJson":null,"x":1}"#).unwrap();
    assert_eq!(customer.more["x"], 1);
    assert_eq!(customer.clone().main, Contact::builder().name("A").build());
    let _: Empty = serde_json::from_str("{}").unwrap();
    let _: Nothing = serde_json::from_str("{}").unwrap();
}
