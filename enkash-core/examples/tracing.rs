//! Shows what a call tells `tracing`: `cargo run -p enkash-core --features mock --example tracing`.

use enkash_core::mock::Mock;
use enkash_core::{Error, ErrorType, Method, Outcome, Product, TransportErrorKind};
use tracing_subscriber::fmt::format::FmtSpan;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    // One line when a call ends, with everything that became known of it; retries are told at DEBUG.
    tracing_subscriber::fmt().with_max_level(tracing::Level::DEBUG).with_span_events(FmtSpan::CLOSE).init();

    let mock = Mock::new();
    mock.on_raw(Method::GET, "/api/v0/orders/ORDER1/status")
        .fail(TransportErrorKind::Request, Outcome::Unknown)
        .payload(&"PAID");
    mock.on_raw(Method::POST, "/api/v0/orders").error(
        422,
        ErrorType::ValidationError,
        "told to the caller alone",
    );
    let client = mock.client()?;

    // The first answer gets lost; the call is idempotent and is sent again.
    let status = client.raw(Method::GET, "/api/v0/orders").segment("ORDER1").segment("status");
    status.product(Product::PaymentGateway).send().await?;

    // Neither the path's values nor the message show up.
    let order = client.raw(Method::POST, "/api/v0/orders").product(Product::PaymentGateway);
    if let Err(error) = order.send().await {
        println!("{error}");
    }
    Ok(())
}
