//! Enums of texts, in requests and responses.
use enkash_core::{Client, Error, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

/// The state of a customer.
#[model]
#[derive(PartialOrd, Ord)]
pub enum Status {
    /// In use.
    Active,
    #[rename("in-progress")]
    InProgress,
    #[deprecated]
    OnHold,
    #[cfg(any())]
    Gone,
}

#[model(rename_all = "camelCase")]
pub enum Kind {
    NaturalPerson,
    r#Type,
}

#[endpoint(GET, "/api/v0/customer/<kind>", response = Status)]
pub struct GetStatus {
    pub kind: Kind,
    pub status: Option<Status>,
    pub among: Vec<Status>,
}

pub async fn status(client: &Client) -> Result<Status, Error> {
    GetStatus { kind: Kind::NaturalPerson, status: None, among: vec![Status::Active] }.send(client).await?.into_payload()
}

fn main() {
    assert_eq!(Status::InProgress.as_str(), "in-progress");
    assert_eq!(Kind::NaturalPerson.to_string(), "naturalPerson");
    assert_eq!(Kind::r#Type.as_str(), "type");
    let read: Status = serde_json::from_str("\"NEW\"").unwrap();
    assert_eq!(read, Status::Unknown("NEW".to_owned()));
}
