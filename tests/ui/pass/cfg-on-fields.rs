//! Fields that are compiled in or out.
use enkash_core::{Endpoint, JsonMap, Location, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[cfg(any())]
    pub gone: Absent,
    #[cfg(all())]
    pub name: String,
    #[cfg(any())]
    pub also_gone: Option<Absent>,
    #[cfg(all())]
    #[query]
    pub company: Option<String>,
    #[cfg(all())]
    #[cfg(any())]
    pub twice: Absent,
}

#[model]
pub struct Customer {
    #[cfg(any())]
    pub gone: Absent,
    #[cfg(all())]
    #[length(1..)]
    pub name: String,
    #[cfg(any())]
    pub also_gone: Option<Absent>,
}

#[model]
pub struct OfTwoKinds {
    #[cfg(any())]
    pub value: Absent,
    #[cfg(not(any()))]
    pub value: u8,
}

#[model]
pub struct WithFurther {
    pub name: String,
    #[cfg(all())]
    #[extra]
    pub more: JsonMap,
    #[cfg(any())]
    #[format("dd/MM/yyyy")]
    pub gone: Absent,
}

#[model]
pub struct WithoutFurther {
    #[cfg(any())]
    #[extra]
    pub more: Absent,
    pub name: String,
}

fn main() {
    let with: WithFurther = serde_json::from_str(r#"{"name":"A","x":1}"#).unwrap();
    assert_eq!(with.clone().more["x"], 1);
    let without: WithoutFurther = serde_json::from_str(r#"{"name":"A","x":1}"#).unwrap();
    assert_eq!(without.clone().name, "A");
    let request = CreateCustomer::builder().name("A").company("C").build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"name":"A"}"#);
    let places: Vec<_> = CreateCustomer::INFO.fields().iter().map(|field| field.location()).collect();
    assert_eq!(places, [Location::Nowhere, Location::Body, Location::Nowhere, Location::Query, Location::Nowhere]);
    let customer: Customer = serde_json::from_str(r#"{"gone":1,"name":"A"}"#).unwrap();
    assert_eq!(customer.name, Customer::builder().name("A").build().name);
    assert_eq!(OfTwoKinds { value: 1 }.value, 1);
}
