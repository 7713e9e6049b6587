use enkash_core::{Client, Product, endpoint, model};

const PRODUCT: Product = Product::new("example");

#[model]
pub struct Address {
    #[length(5..=1)]
    pub city: String,
}

#[endpoint(POST, "/api/v0/address", response = Address)]
pub struct CreateAddress {
    pub address: Address,
}

pub async fn send(client: &Client) -> Result<Address, enkash_core::Error> {
    let address = Address::builder().city("Pune").build();
    CreateAddress { address }.send(client).await?.into_payload()
}

fn main() {}
