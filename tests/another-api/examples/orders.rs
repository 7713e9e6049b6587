//! Creates an order of the invented API, against a mock:
//! `cargo run --example orders`.

use acme::orders::{CreateOrder, Order};
use enkash_core::mock::Mock;
use enkash_core::{Error, Outcome, RetryPolicy, TransportErrorKind};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = Mock::new();
    let order = Order {
        id: "67e55044-10b1-426f-9247-bb680e5fe0c8".parse()?,
        amount: Some(2500),
        state: Some("open".to_owned()),
    };
    mock.on::<CreateOrder>()
        .fail(TransportErrorKind::Timeout, Outcome::Unknown)
        .payload(&order)
        .error(422, "limit_exceeded", "the limit of today is reached");
    let client = mock.client()?;

    // The first response gets lost. Acme takes a reference once, so that the call may be sent
    // again.
    let create = CreateOrder { reference: "2026-0001".to_owned(), amount: 2500, note: None };
    let reply = create.call().retry(RetryPolicy::resend_unique()).send(&client).await?;
    let attempts = reply.attempts();
    println!("created {} after {attempts} attempts", *reply.into_payload()?.id);

    // Every error says what became of the call.
    match create.send(&client).await {
        Err(Error::Api(error)) => println!("{error}"),
        other => println!("{other:?}"),
    }
    Ok(())
}
