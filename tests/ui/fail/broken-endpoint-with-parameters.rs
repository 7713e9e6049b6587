use enkash_core::{Client, Error, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(PUT, "/api/v0/customer/{customerId}")]
#[derive(PartialEq)]
pub struct Update<'a, T: Clone> {
    pub customer_id: &'a str,
    pub content: T,
}

pub async fn send(client: &Client) -> Result<(), Error> {
    let request = Update { customer_id: "KC0123456789ABCD", content: 1_u8 };
    assert!(request == request.clone());
    println!("{request:?}");
    request.send(client).await?;
    Ok(())
}

fn main() {}
