//! What is written for the wire and what is read from it: no sockets, and the mock where a response
//! is needed.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]
#![allow(unreachable_pub, reason = "endpoints and models are declared as a program declares them")]

mod borrowed;
#[cfg(all(feature = "cards", feature = "payouts"))]
mod encryption;
#[cfg(feature = "bill-payments")]
mod evidence;
#[cfg(all(feature = "bill-payments", feature = "payment-gateway", feature = "payouts"))]
mod final_statuses;
mod flattened;
mod models;
mod odd_json;
mod path_safety;
mod re_exports;
#[cfg(all(feature = "accounts-receivable", feature = "payouts"))]
mod registry;
mod requests;
#[cfg(feature = "payment-gateway")]
mod responses;
#[cfg(feature = "payment-gateway")]
mod return_url;

use enkash_core::mock::{Mock, MockResponse};
use enkash_core::{Bytes, Call, Endpoint, Error, Reply, RetryPolicy};
use enkash_tests::fixtures::PRODUCT;

/// Sends a request to a mock that responds with this status and body.
async fn send<E: Endpoint>(
    request: E,
    status: u16,
    body: impl Into<Bytes>,
) -> Result<Reply<E::Response>, Error> {
    let mock = Mock::new();
    mock.on::<E>().respond(MockResponse::raw(status, body).header("x-request-id", "GW-1"));
    let client = mock.client_builder().retry(RetryPolicy::never()).build()?;
    Call::new(&request).send(&client).await
}
