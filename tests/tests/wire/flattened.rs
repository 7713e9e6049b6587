//! Fields of flattened models and of maps of further fields: they are checked, and none is sent
//! twice.

use std::collections::BTreeMap;

use enkash_core::{Client, Endpoint, Json, JsonMap, Violations, endpoint, model};

use super::PRODUCT;

/// What is wrong with the request, line by line; nothing where it can be sent.
fn violations<E: Endpoint>(request: &E) -> Vec<String> {
    let client = Client::builder().base_url(&PRODUCT, "https://api.example.com");
    let client = client.build().expect("these settings are complete");
    match client.prepare(request) {
        Ok(_) => Vec::new(),
        Err(error) => {
            let found = error.violations().expect("the request breaks rules");
            found.iter().map(ToString::to_string).collect()
        }
    }
}

fn map<const N: usize>(names: [&str; N]) -> JsonMap {
    names.into_iter().map(|name| (name.to_owned(), Json::from(1))).collect()
}

#[model(validate = Self::one_of_both)]
pub struct Payee {
    #[length(1..=5)]
    pub account: Option<String>,
    pub vpa: Option<String>,
    #[extra]
    pub rest: JsonMap,
}

impl Payee {
    fn one_of_both(&self, found: &mut Violations) {
        if self.account.is_some() == self.vpa.is_some() {
            found.add("account", "stand there, or `vpa`, but not both");
        }
    }
}

#[endpoint(POST, "/transfers/<id>")]
pub struct Transfer {
    pub id: u32,
    pub account: Option<String>,
    #[query]
    pub dry: Option<bool>,
    #[serde(flatten)]
    pub payee: Payee,
    #[serde(flatten)]
    pub payer: Payer,
    #[extra]
    pub more: JsonMap,
}

#[model]
pub struct Payer {
    pub payer_vpa: Option<String>,
    #[serde(flatten)]
    pub address: Address,
}

#[model]
pub struct Address {
    pub city: Option<String>,
}

fn transfer() -> Transfer {
    Transfer {
        id: 7,
        account: None,
        dry: None,
        payee: Payee { account: Some("12345".to_owned()), vpa: None, rest: JsonMap::new() },
        payer: Payer { payer_vpa: None, address: Address { city: Some("Pune".to_owned()) } },
        more: JsonMap::new(),
    }
}

#[test]
fn a_flattened_model_is_checked_with_all_of_its_rules() {
    let mut request = transfer();
    assert_eq!(violations(&request), [""; 0]);
    request.payee.account = Some("123456".to_owned());
    request.payee.vpa = Some("a@b".to_owned());
    assert_eq!(
        violations(&request),
        [
            "`account` must have 1 to 5 characters",
            "`account` must stand there, or `vpa`, but not both"
        ]
    );
}

#[test]
fn no_field_is_sent_twice() {
    let repeated = |name: &str| format!("`{name}` must not repeat the name of another field");
    let mut request = transfer();
    request.account = Some("1".to_owned());
    assert_eq!(violations(&request), [repeated("account")], "a field and a flattened one");

    for name in ["account", "vpa", "city", "id", "dry"] {
        let mut request = transfer();
        request.more = map([name]);
        assert_eq!(violations(&request), [repeated(name)], "a further field and a declared one");
    }

    let mut request = transfer();
    request.payee.rest = map(["city", "vpa", "other"]);
    assert_eq!(
        violations(&request),
        [repeated("vpa"), repeated("city")],
        "the model's further members"
    );

    let mut request = transfer();
    request.payee.rest = map(["other"]);
    request.more = map(["other"]);
    assert_eq!(violations(&request), [repeated("other")], "further fields of two maps");
}

#[test]
fn the_name_of_a_flattened_field_is_free() {
    let mut request = transfer();
    request.more = map(["more", "payee", "payer", "rest", "address"]);
    assert_eq!(violations(&request), [""; 0]);
}

#[model]
pub struct Row {
    #[length(1..=3)]
    pub name: String,
}

#[endpoint(POST, "/rows")]
pub struct Rows {
    #[extra]
    pub rows: BTreeMap<String, Row>,
}

#[test]
fn further_fields_that_are_models_are_checked() {
    let rows = [("first", "long"), ("second", "ok")];
    let rows = rows.map(|(name, of)| (name.to_owned(), Row { name: of.to_owned() }));
    assert_eq!(
        violations(&Rows { rows: rows.into() }),
        ["`first.name` must have 1 to 3 characters"]
    );
}
