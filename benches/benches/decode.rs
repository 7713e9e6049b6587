//! Reading a response: small, large, and with an error in a success status.
//!
//! enkash reads responses inside a call, so that its cost is a whole call over a transport in
//! memory, less the same call with an empty response, which is not read.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;

use enkash_benches::harness::{self, Counting, Group, Work};
use enkash_benches::responses::{ERROR, LARGE, SMALL};
use enkash_benches::subjects::enkash::{self, GetCustomer, ListCustomers};
use enkash_benches::subjects::plain::{Customer, Envelope};
use enkash_core::{Bytes, Call, Client, Endpoint, Payload};
use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
use rustify::endpoint::EndpointResult;
use rustify::enums::ResponseType;
use serde::de::DeserializeOwned;
use tokio::runtime::{Builder, Runtime};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_time().build().expect("a runtime"));

/// A whole call, and whether it succeeds.
fn call<E: Endpoint>(request: &E, client: &Client, succeeds: bool) {
    let reply = RUNTIME.block_on(Call::new(black_box(request)).send(client));
    assert_eq!(black_box(reply).is_ok(), succeeds);
}

/// enkash's reader alone, without the look at what it read.
fn payload_only<T: Payload>(body: &Bytes) {
    black_box(T::read(black_box(body), ACCOUNTS_RECEIVABLE.envelope_names()).expect("an envelope"));
}

fn directly<T: DeserializeOwned>(body: &str) {
    let envelope: Envelope<T> =
        serde_json::from_slice(black_box(body.as_bytes())).expect("an envelope");
    black_box(envelope);
}

/// The usual way by hand: into a `Value`, a look at the code, and on to the struct.
fn value_first<T: DeserializeOwned>(body: &str, succeeds: bool) {
    let mut response: serde_json::Value =
        serde_json::from_slice(black_box(body.as_bytes())).expect("JSON");
    if response["response_code"].as_i64() != Some(0) || !response["errorResponse"].is_null() {
        let message = response["errorResponse"]["errorMessage"].as_str().map(str::to_owned);
        assert!(!succeeds && black_box(message).is_some());
        return;
    }
    let payload: T = serde_json::from_value(response["payload"].take()).expect("the payload");
    assert!(succeeds);
    black_box(payload);
}

fn wrap<T: DeserializeOwned + Send + Sync>(result: &EndpointResult<T>) {
    black_box(black_box(result).wrap::<Envelope<T>>().expect("an envelope"));
}

fn result<T: DeserializeOwned + Send + Sync>(body: &str) -> EndpointResult<T> {
    EndpointResult::new(http::Response::new(body.as_bytes().to_vec()), ResponseType::JSON)
}

/// The works over one response, in a module of their own.
macro_rules! response {
    ($name:ident, $body:expr, $endpoint:ident, $plain:ty, $succeeds:literal) => {
        mod $name {
            use super::*;

            static CLIENT: LazyLock<Client> = LazyLock::new(|| enkash::in_memory($body.as_bytes()));
            static SILENT: LazyLock<Client> = LazyLock::new(enkash::idle);
            static BYTES: LazyLock<Bytes> = LazyLock::new(|| Bytes::from_static($body.as_bytes()));
            static RESULT: LazyLock<EndpointResult<$plain>> = LazyLock::new(|| result(&$body));

            pub fn by_enkash() {
                call(&$endpoint, &CLIENT, $succeeds);
            }
            pub fn without_a_response() {
                call(&$endpoint, &SILENT, true);
            }
            pub fn by_enkash_payload() {
                payload_only::<<$endpoint as Endpoint>::Response>(&BYTES);
            }
            pub fn directly() {
                super::directly::<$plain>(&$body);
            }
            pub fn value_first() {
                super::value_first::<$plain>(&$body, $succeeds);
            }
            pub fn by_rustify() {
                wrap(&*RESULT);
            }
            pub fn into_enkash_models() {
                super::directly::<<$endpoint as Endpoint>::Response>(&$body);
            }
        }
    };
}

response!(small, SMALL, GetCustomer, Customer, true);
response!(large, LARGE, ListCustomers, Vec<Customer>, true);
response!(error, ERROR, GetCustomer, Customer, false);

macro_rules! group {
    ($name:ident, $title:literal, $times:literal) => {
        Group {
            title: $title,
            works: const {
                &[
                    Work::new("serde_json into derived structs", $name::directly).times($times),
                    Work::new(
                        "enkash: what a call with it costs more than one without",
                        $name::by_enkash,
                    )
                    .less($name::without_a_response)
                    .times($times),
                    Work::new(
                        "enkash: its reader alone (`Payload::read`)",
                        $name::by_enkash_payload,
                    )
                    .times($times),
                    Work::new("serde_json into enkash's `#[model]`s", $name::into_enkash_models)
                        .times($times),
                    Work::new("rustify's `wrap` into derived structs", $name::by_rustify)
                        .times($times),
                    Work::new(
                        "into a `Value`, a look at the code, on to the struct",
                        $name::value_first,
                    )
                    .times($times),
                ]
            },
        }
    };
}

fn main() -> ExitCode {
    harness::main(&[
        group!(small, "reading a small response (159 bytes)", 2_000),
        group!(large, "reading a response of 1,000 rows (100 KB)", 20),
        group!(error, "reading an error in a response whose status is 200", 2_000),
    ])
}
