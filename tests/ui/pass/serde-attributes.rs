//! The attributes of serde that pass through.
use enkash_core::{Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

mod upper {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text.to_uppercase())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        Ok(String::deserialize(from)?.to_lowercase())
    }
}

fn one() -> u32 {
    1
}

#[model]
pub struct Address {
    pub city: String,
    pub street: Option<String>,
}

#[model]
pub struct Customer {
    #[serde(with = "upper")]
    pub name: String,
    #[serde(default)]
    pub visits: u32,
    #[serde(default = "one")]
    pub page: u32,
    #[serde(flatten)]
    pub address: Address,
}

#[endpoint(POST, "/api/v0/customer")]
pub struct CreateCustomer {
    #[serde(with = "upper")]
    pub name: String,
    #[serde(flatten)]
    pub address: Address,
}

fn main() {
    let customer: Customer = serde_json::from_str(r#"{"name":"ABC","city":"Pune"}"#).unwrap();
    assert_eq!((&*customer.name, customer.visits, customer.page, &*customer.address.city), ("abc", 0, 1, "Pune"));
    let request = CreateCustomer { name: customer.name, address: customer.address };
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"name":"ABC","city":"Pune"}"#);
}
