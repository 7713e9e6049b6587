use enkash_core::{Client, endpoint};

#[endpoint(PUT, "/api/v0/customer/<customer>")]
pub struct Broken {
    pub customer_id: String,
}

pub async fn send(client: &Client) -> Result<(), enkash_core::Error> {
    Broken { customer_id: String::new() }.send(client).await?;
    Broken::builder().customer_id("KC0123456789ABCD").build().call().send(client).await?;
    Ok(())
}

fn main() {}
