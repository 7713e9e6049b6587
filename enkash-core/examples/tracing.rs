//! Shows what a call reports to `tracing`:
//! `cargo run --features mock --example tracing`.

use enkash_core::mock::Mock;
use enkash_core::{Error, Method, Outcome, Product, TransportErrorKind};
use serde_json::json;
use tracing_subscriber::fmt::format::FmtSpan;

const ORDERS: Product = Product::new("acme-orders");

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    // One line when a call ends, with all fields of its span; retries are reported at DEBUG.
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_span_events(FmtSpan::CLOSE)
        .init();

    let mock = Mock::new();
    mock.on_raw(Method::GET, "/api/v0/orders/ORDER1/status")
        .fail(TransportErrorKind::Request, Outcome::Unknown)
        .payload(&json!({ "status": "PAID" }));
    mock.on_raw(Method::POST, "/api/v0/orders").error(
        422,
        "VALIDATION_ERROR",
        "for the caller alone",
    );
    let client = mock.client()?;

    // The first response is lost. The call is idempotent, so the client sends it again.
    let status =
        client.raw(&ORDERS, Method::GET, "/api/v0/orders").segment("ORDER1").segment("status");
    status.send().await?;

    // The output contains neither values of the path nor the message.
    let order = client.raw(&ORDERS, Method::POST, "/api/v0/orders");
    if let Err(error) = order.send().await {
        println!("{error}");
    }
    Ok(())
}
