//! A borrowed request can be spawned.
use enkash_core::{Client, Error, Product, Reply, Text, endpoint};

const PRODUCT: Product = Product::new("example");

#[endpoint(GET, "/api/v0/customer/<customerId>")]
pub struct GetCustomer<'a> {
    pub customer_id: &'a str,
}

pub async fn get(client: Client) -> Result<Reply<Text>, Error> {
    let task = {
        let id = String::from("KC0123456789ABCD");
        let sending = GetCustomer { customer_id: &id }.send(&client);
        tokio::spawn(sending)
    };
    task.await.expect("the task runs to its end")
}

fn main() {
    fn sendable<T: Send + 'static>(_: T) {}
    sendable(get);
}
