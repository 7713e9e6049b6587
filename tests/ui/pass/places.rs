//! Every placement of a field.
use enkash_core::{Endpoint, JsonMap, Location, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Address {
    pub city: String,
}

#[endpoint(POST, "/api/v0/<company>/customer/<customerId>/<kind>")]
pub struct UpdateCustomer<'a> {
    pub customer_id: &'a str,
    #[path]
    #[rename("kind")]
    pub customer_kind: &'a str,
    #[path]
    pub company: String,
    #[query]
    pub dry_run: bool,
    #[query]
    pub tags: Vec<String>,
    #[header("X-Request-Id")]
    pub request_id: Option<String>,
    pub name: String,
    pub tax_id: Option<String>,
    #[serde(flatten)]
    pub address: Address,
    #[extra]
    pub more: JsonMap,
}

#[endpoint(POST, "/api/v0/customer/bulk")]
pub struct CreateCustomers {
    #[body]
    pub customers: Vec<Address>,
    #[query]
    pub company: String,
}

fn main() {
    let places: Vec<(&str, Location)> =
        UpdateCustomer::INFO.fields().iter().map(|field| (field.wire_name(), field.location())).collect();
    assert_eq!(
        places,
        [
            ("customerId", Location::Path),
            ("kind", Location::Path),
            ("company", Location::Path),
            ("dryRun", Location::Query),
            ("tags", Location::Query),
            ("X-Request-Id", Location::Header),
            ("name", Location::Body),
            ("taxId", Location::Body),
            ("address", Location::Flatten),
            ("more", Location::Extra),
        ]
    );
    assert_eq!(CreateCustomers::INFO.fields()[0].location(), Location::WholeBody);
    let request = UpdateCustomer::builder()
        .customer_id("KC0123456789ABCD")
        .customer_kind("company")
        .company("CEK1234567")
        .dry_run(true)
        .tags(["a"])
        .name("A")
        .address(Address { city: "Pune".to_owned() })
        .more(JsonMap::new())
        .build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"name":"A","city":"Pune"}"#);
    let bulk = CreateCustomers { customers: Vec::new(), company: String::new() };
    let _ = bulk.clone();
}
