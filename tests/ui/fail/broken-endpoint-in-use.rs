use enkash_core::{Client, Product, endpoint, model};
use products::EXAMPLE as PRODUCT;

mod products {
    pub const EXAMPLE: super::Product = super::Product::new("example");
}

#[model]
pub struct Customer {
    pub name: Option<String>,
}

#[endpoint(PUT, "/api/v0/customer/<customer>", response = Customer)]
pub struct Broken {
    pub customer_id: String,
}

pub async fn send(client: &Client) -> Result<(), enkash_core::Error> {
    Broken { customer_id: String::new() }.send(client).await?;
    let reply = Broken::builder().customer_id("KC0123456789ABCD").build().call().send(client).await?;
    let _: Option<String> = reply.into_payload()?.name;
    Ok(())
}

fn main() {}
