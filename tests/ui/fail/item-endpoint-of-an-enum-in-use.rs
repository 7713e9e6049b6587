use enkash_core::{Client, Error, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(PUT, "/api/v0/customer")]
pub enum Update {
    Name(String),
}

pub async fn send(client: &Client) -> Result<(), Error> {
    Update::Name(String::new()).send(client).await?;
    Ok(())
}

fn main() {}
