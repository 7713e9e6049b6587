//! What calls report in traces and `Debug`, without values.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

mod common;

use std::fmt::Write as _;
use std::time::Duration;

use common::{ENVELOPE, GATEWAY, Log, ORDERS, PARTNER, PARTNERS, PAYOUTS};
use enkash_core::mock::{Mock, MockResponse};
use enkash_core::{
    Client, Error, KeyPair, LogInterceptor, Method, OAuthCredentials, Outcome, Product,
    TransportErrorKind, endpoint,
};
use serde_json::json;

/// A client whose first attempt cannot connect, and whose other attempts get this response.
fn client(status: u16, body: &'static str) -> Client {
    let mock = Mock::new();
    mock.on_any()
        .fail(TransportErrorKind::Connect, Outcome::NotSent)
        .respond(MockResponse::raw(status, body).header("x-request-id", "request-7"));
    let token =
        json!({ "access_token": "planted-token", "token": "planted-token", "expires_in": 10 });
    mock.on_token_request().payload(&token);
    let mut builder = Client::builder()
        .credentials(OAuthCredentials {
            username: "planted-user".into(),
            password: "planted-password".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "planted-secret".into(),
        })
        .credentials(KeyPair {
            access_key: "planted-access".into(),
            secret_key: "planted-secret-key".into(),
        })
        .setting(PARTNER, "planted-partner")
        .transport(mock);
    for product in [&ORDERS, &PARTNERS, &GATEWAY, &PAYOUTS] {
        builder = builder.base_url(product, "https://example.invalid:8443/prefix");
    }
    builder.build().unwrap()
}

#[tokio::test(start_paused = true)]
async fn a_call_is_one_span_with_opentelemetrys_names() {
    let log = Log::default();
    let guard = log.collect();
    let client = client(200, r#"{"data":"done"}"#);
    client.raw(&ORDERS, Method::PUT, "/api/v0/x").send().await.unwrap();
    drop(guard);
    let text = log.text();
    let closed =
        text.lines().find(|line| line.contains("enkash.call") && line.contains("close")).unwrap();
    for field in [
        "http.request.method=\"PUT\"",
        "server.address=\"example.invalid\"",
        "server.port=8443",
        "enkash.product=\"orders\"",
        "http.response.status_code=200",
        "http.request.resend_count=1",
        "enkash.request_id=\"request-7\"",
        "otel.kind=\"client\"",
    ] {
        assert!(closed.contains(field), "{field} in {closed}");
    }
    assert!(!closed.contains("error.type") && !closed.contains("url.template"), "{closed}");
    assert_eq!(text.lines().filter(|line| line.contains(": new")).count(), 1, "{text}");
}

#[tokio::test(start_paused = true)]
async fn a_failure_names_its_kind() {
    for (status, body, kind) in [
        (422, r#"{"error":{"type":"VALIDATION_ERROR","requestId":"r-1"}}"#, "error.type=422"),
        (200, r#"{"data":{"#, "error.type=\"decode\""),
    ] {
        let log = Log::default();
        let guard = log.collect();
        client(status, body).raw(&ORDERS, Method::PUT, "/api/v0/x").send().await.unwrap_err();
        drop(guard);
        let text = log.text();
        let closed = text.lines().find(|line| line.contains("close")).unwrap();
        assert!(closed.contains(kind), "{closed}");
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_that_is_nobodys_business_is_logged_or_printed() {
    let log = Log::default();
    let guard = log.collect();
    let mut printed = String::new();
    for (status, body) in [
        (200, r#"{"data":"planted-payload"}"#),
        (
            200,
            r#"{"message":"planted-message","error":{"type":"SYSTEM_ERROR","message":"planted-message"}}"#,
        ),
        (200, r#"{"data":planted-payload"#),
        (200, "<html>planted-payload</html>"),
        (200, r#"{"request":"cGxhbnRlZC1wYXlsb2Fk"}"#),
        (401, r#"{"error":{"message":"planted-message"}}"#),
        (500, "planted-payload"),
    ] {
        let client = client(status, body);
        for product in [&PAYOUTS, &PARTNERS, &GATEWAY] {
            let call = client
                .raw(product, Method::POST, "/api/v0/customer")
                .segment("planted-id")
                .query("mobile", "planted-mobile")
                .header("X-Own", "planted-header")
                .json(&json!({ "name": "planted-name" }));
            write!(printed, "{call:?}").unwrap();
            let sending = call.send();
            write!(printed, "{sending:?}").unwrap();
            match sending.await {
                Ok(reply) => write!(printed, "{reply:?}").unwrap(),
                Err(error) => print(&mut printed, &error),
            }
        }
        write!(printed, "{client:?}").unwrap();
    }
    drop(guard);
    let log = log.text();
    assert!(log.contains("enkash.call"));
    for text in [&log, &printed] {
        // The encoded forms of the secrets as well.
        for secret in ["planted", "cGxhbnRlZ", "Q0VLMFRFU1QwMTpw", "cGxhbnRlZC1"] {
            let found =
                text.find(secret).map(|at| &text[at.saturating_sub(80)..(at + 80).min(text.len())]);
            assert_eq!(found, None);
        }
    }
}

fn print(out: &mut String, error: &Error) {
    write!(out, "{error} {error:?} {error:#?}").unwrap();
    let mut source = std::error::Error::source(error);
    while let Some(cause) = source {
        write!(out, "{cause} {cause:?}").unwrap();
        source = cause.source();
    }
}

const PRODUCT: Product = Product::new("example").envelope(&ENVELOPE);

/// Moves money.
#[endpoint(POST, "/transfers/<batch>", idempotent = true)]
struct Transfer {
    /// The batch.
    batch: String,
    /// In paise.
    amount: u64,
    /// Where the money goes.
    #[sensitive]
    account: String,
}

fn transfer() -> Transfer {
    Transfer { batch: "B1".to_owned(), amount: 700, account: "planted-account".to_owned() }
}

#[tokio::test]
async fn the_log_of_an_interceptor_warns_first_and_hides_what_is_sensitive_unless_configured_otherwise()
 {
    for exposes in [false, true] {
        let log = Log::default();
        let guard = log.collect();
        let mock = Mock::new();
        mock.on::<Transfer>().raw(200, r#"{"data":"planted-response"}"#);
        let interceptor = match exposes {
            true => LogInterceptor::new().expose_bodies(),
            false => LogInterceptor::new(),
        };
        let client = mock.client_builder().interceptor(interceptor).build().unwrap();
        transfer().send(&client).await.unwrap();
        drop(guard);
        let text = log.text();
        assert_eq!(text.lines().filter(|line| line.contains("WARN")).count(), 1, "{text}");
        let ours: Vec<&str> = text.lines().filter(|line| line.contains("enkash::log")).collect();
        assert_eq!(ours.len(), 2, "{text}");
        assert!(ours.iter().all(|line| line.contains("DEBUG")), "{ours:?}");
        assert_eq!(text.contains("planted"), exposes, "{text}");
        assert!(
            ours[0].contains(if exposes { "planted-account" } else { "amount: 700" }),
            "{ours:?}"
        );
    }
}

/// One event per attempt, and the outcome of the call in its span.
#[tokio::test(start_paused = true)]
async fn an_exporter_of_metrics_finds_what_it_needs() {
    let log = Log::default();
    let guard = log.collect();
    let mock = Mock::new();
    mock.on::<Transfer>()
        .respond(MockResponse::fail(TransportErrorKind::Connect, Outcome::NotSent))
        .respond(MockResponse::raw(503, "").after(Duration::from_millis(250)))
        .payload(&"done");
    transfer().send(&mock.client().unwrap()).await.unwrap();
    drop(guard);
    let text = log.text();
    let attempts: Vec<&str> =
        text.lines().filter(|line| line.contains("enkash.attempt=")).collect();
    let always = [
        "DEBUG",
        "enkash.product=\"example\"",
        "enkash.endpoint=\"Transfer\"",
        "http.request.method=\"POST\"",
        "url.template=\"/transfers/<batch>\"",
        "server.address=\"example.invalid\"",
    ];
    let each = [
        vec![
            "enkash.attempt=1",
            "enkash.outcome=\"not_sent\"",
            "error.type=\"connect\"",
            "request.duration=0.0",
        ],
        vec![
            "enkash.attempt=2",
            "enkash.outcome=\"unknown\"",
            "error.type=\"503\"",
            "status_code=503",
            "request.duration=0.25",
        ],
        vec![
            "enkash.attempt=3",
            "enkash.outcome=\"responded\"",
            "status_code=200",
            "request.duration=0.0",
        ],
    ];
    assert_eq!(attempts.len(), each.len(), "{text}");
    for (line, fields) in attempts.iter().zip(each) {
        for field in always.iter().chain(&fields) {
            assert!(line.contains(field), "{field} in {line}");
        }
    }
    let closed = text.lines().find(|line| line.contains("close")).unwrap();
    assert!(closed.contains("enkash.outcome=\"performed\""), "{closed}");
    assert!(!text.contains("planted"), "{text}");
}
