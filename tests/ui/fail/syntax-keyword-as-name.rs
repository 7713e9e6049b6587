use enkash_core::{Client, Error, Product, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct ListCustomers {
    pub page: u32,
    pub type: String,
}

pub async fn send(client: &Client) -> Result<(), Error> {
    ListCustomers::builder().page(1_u32).build().send(client).await?;
    Ok(())
}

fn main() {}
