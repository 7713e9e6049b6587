//! Every kind of response.
use enkash_core::{Bytes, Client, Empty, Error, Json, Money, Product, Text, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Customer {
    pub customer_id: String,
    pub balance: Option<Money>,
}

#[model]
pub struct Page<T> {
    pub number: u32,
    pub rows: Vec<T>,
}

#[endpoint(GET, "/customer", response = Customer)]
pub struct One;

#[endpoint(GET, "/customers", response = Vec<Customer>)]
pub struct Many;

#[endpoint(GET, "/page", response = Page<Customer>)]
pub struct Paged;

#[endpoint(GET, "/text", response = Text)]
pub struct AsText;

#[endpoint(GET, "/json", response = Json)]
pub struct AsJson;

#[endpoint(GET, "/bytes", response = Bytes)]
pub struct AsBytes;

#[endpoint(GET, "/empty", response = Empty)]
pub struct AsEmpty;

#[endpoint(GET, "/bare", response = Customer, bare)]
pub struct Bare;

#[endpoint(GET, "/nothing")]
pub struct Unsaid;

pub async fn all(client: &Client) -> Result<(), Error> {
    let customer: Customer = One.send(client).await?.into_payload()?;
    let customers: Vec<Customer> = Many.send(client).await?.into_payload()?;
    let page: Page<Customer> = Paged.send(client).await?.into_payload()?;
    let text: Text = AsText.send(client).await?.into_payload()?;
    let json: Json = AsJson.send(client).await?.into_payload()?;
    let bytes: Bytes = AsBytes.send(client).await?.into_payload()?;
    let empty: Empty = AsEmpty.send(client).await?.into_payload()?;
    let bare: Customer = Bare.call().send(client).await?.into_payload()?;
    let unsaid: Text = Unsaid.send(client).await?.into_payload()?;
    println!("{customer:?} {customers:?} {page:?} {text} {json} {bytes:?} {empty:?} {bare:?} {unsaid}");
    Ok(())
}

fn main() {}
