//! What a call records with `tracing`: one span, OpenTelemetry's names, the right values and
//! no other.

use std::collections::BTreeMap;
use std::time::Duration;

use enkash_core::{ClientBuilder, Method, OAuthCredentials, RetryPolicy, endpoint};
use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE, ActivateCustomer};
use enkash_endpoints::expense::EXPENSE as PRODUCT;
use enkash_endpoints::ids::{CompanyId, CustomerId};
use enkash_tests::capture::{Capture, Recorded};
use enkash_tests::leak_check::find;
use enkash_tests::server::{DeadPort, Server, ServerAction, done, response, response_with};

const CUSTOMER: &str = "KC0PLANTED012345";
const COMPANY: &str = "CEK0PLNTD7";

/// A call with a body, sent again where it fails.
#[endpoint(DELETE, "/api/v0/thing/<thingId>/of/<owner>", idempotent = true)]
pub struct DeleteThing {
    pub thing_id: String,
    pub owner: String,
}

fn activate() -> ActivateCustomer {
    ActivateCustomer {
        customer_id: CUSTOMER.parse::<CustomerId>().unwrap(),
        parent_company_id: Some(COMPANY.parse::<CompanyId>().unwrap()),
    }
}

fn delete() -> DeleteThing {
    DeleteThing { thing_id: CUSTOMER.to_owned(), owner: COMPANY.to_owned() }
}

fn builder(url: &str) -> ClientBuilder {
    enkash_endpoints::client()
        .base_url(&ACCOUNTS_RECEIVABLE, url)
        .base_url(&PRODUCT, url)
        .credentials(OAuthCredentials {
            username: "planted-user".into(),
            password: "planted-password".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "planted-secret".into(),
        })
        .retry(RetryPolicy::default().delays(Duration::ZERO, Duration::ZERO))
}

fn port(url: &str) -> String {
    url.trim_end_matches("/gw").rsplit(':').next().unwrap().to_owned()
}

/// The fields of the only span of a call, each recorded once.
fn only_span(log: &Capture) -> BTreeMap<&'static str, String> {
    let spans = log.spans("enkash.call");
    assert_eq!(spans.len(), 1, "{spans:#?}");
    let span = &spans[0];
    assert!(span.closed && span.within.is_none() && span.level == tracing::Level::INFO, "{span:?}");
    let fields: BTreeMap<&'static str, String> = span.fields.iter().cloned().collect();
    assert_eq!(fields.len(), span.fields.len(), "recorded twice: {span:?}");
    fields
}

fn expected(fields: &[(&'static str, &str)]) -> BTreeMap<&'static str, String> {
    fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect()
}

#[tokio::test]
async fn a_success_is_one_span_with_these_fields_and_no_other() {
    let server = Server::start();
    let log = Capture::default();
    let recording = log.on_this_thread();
    let client = builder(&server.url()).build().unwrap();
    server.script([ServerAction::Respond(response_with(
        200,
        "X-Request-Id: r-7\r\n",
        r#"{"payload":"done"}"#,
    ))]);
    let begun = activate().send(&client);
    drop(begun.await.unwrap());
    drop(recording);
    assert_eq!(
        only_span(&log),
        expected(&[
            ("otel.kind", "client"),
            ("http.request.method", "PUT"),
            ("url.template", "/api/v0/customer/activate/<customerId>"),
            ("server.address", "127.0.0.1"),
            ("server.port", &port(&server.url())),
            ("enkash.endpoint", "ActivateCustomer"),
            ("enkash.product", "accounts-receivable"),
            ("enkash.request_id", "r-7"),
            ("enkash.outcome", "performed"),
            ("http.response.status_code", "200"),
        ])
    );
}

#[tokio::test]
async fn attempts_and_the_last_failure_are_recorded() {
    let failure = r#"{"errorResponse":{"errorType":"SYSTEM_ERROR","requestId":"r-9","errorMessage":"planted"}}"#;
    let lost = || ServerAction::Close(vec![]);
    for (name, acts, status, resent, error, request_id) in [
        (
            "a success at the third attempt",
            vec![lost(), ServerAction::Respond(response(503, ""))],
            Some("200"),
            Some("2"),
            None,
            None,
        ),
        (
            "a success after a renewal",
            vec![ServerAction::Respond(response(401, ""))],
            Some("200"),
            Some("1"),
            None,
            None,
        ),
        (
            "a refusal",
            vec![ServerAction::Respond(response(422, failure))],
            Some("422"),
            None,
            Some("422"),
            Some("r-9"),
        ),
        (
            "a run of 503",
            vec![ServerAction::Respond(response(503, failure)); 3],
            Some("503"),
            Some("2"),
            Some("503"),
            Some("r-9"),
        ),
        (
            "an error in a 200",
            vec![ServerAction::Respond(response(200, failure))],
            Some("200"),
            None,
            Some("200"),
            Some("r-9"),
        ),
        (
            "two ids of the request",
            vec![ServerAction::Respond(response_with(404, "X-Request-Id: r-7\r\n", failure))],
            Some("404"),
            None,
            Some("404"),
            Some("r-7"),
        ),
        (
            "an id that is none",
            vec![ServerAction::Respond(response_with(
                404,
                "X-Request-Id: planted user@example.com\r\n",
                failure,
            ))],
            Some("404"),
            None,
            Some("404"),
            Some("r-9"),
        ),
        (
            "no JSON",
            vec![ServerAction::Respond(response(200, "<html>"))],
            Some("200"),
            None,
            Some("decode"),
            None,
        ),
        ("a lost response", vec![lost(), lost(), lost()], None, Some("2"), Some("request"), None),
        (
            "half a response",
            vec![ServerAction::Close(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{".to_vec()); 3],
            None,
            Some("2"),
            Some("body"),
            None,
        ),
        (
            "no response in time",
            vec![ServerAction::Stall(vec![]); 3],
            None,
            Some("2"),
            Some("timeout"),
            None,
        ),
        (
            "too much",
            vec![ServerAction::Flood(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 1 << 16])],
            None,
            None,
            Some("too_large"),
            None,
        ),
    ] {
        let server = Server::start();
        let log = Capture::default();
        let limit = Duration::from_millis(if name == "no response in time" { 50 } else { 10_000 });
        let client = builder(&server.url())
            .attempt_timeout(limit)
            .max_response_bytes(1 << 20)
            .build()
            .unwrap();
        if name == "a success after a renewal" {
            // A younger token that is refused is not renewed.
            delete().send(&client).await.unwrap();
            tokio::time::pause();
            tokio::time::advance(Duration::from_secs(30)).await;
            tokio::time::resume();
        }
        server.script(acts);
        let recording = log.on_this_thread();
        let result = delete().send(&client).await;
        drop(recording);
        assert_eq!(result.is_err(), error.is_some(), "{name}: {result:?}");
        let fields = only_span(&log);
        let field = |name: &str| fields.get(name).map(String::as_str);
        assert_eq!(field("http.response.status_code"), status, "{name}");
        assert_eq!(field("http.request.resend_count"), resent, "{name}");
        assert_eq!(field("error.type"), error, "{name}");
        assert_eq!(field("enkash.request_id"), request_id, "{name}");
        assert_eq!(field("url.template"), Some("/api/v0/thing/<thingId>/of/<owner>"), "{name}");
        assert_eq!(field("enkash.product"), Some("expense"), "{name}");
        let text = log.text();
        assert_eq!(find(&text, &["planted", "PLANTED", "PLNTD", "token-"]), None, "{name}");
    }
}

#[tokio::test]
async fn what_is_not_sent_has_its_reason() {
    let dead = DeadPort::bind().unwrap();
    let server = Server::start();
    let client = builder(&dead.url()).token_base_url(&PRODUCT, server.url()).build().unwrap();
    let log = Capture::default();
    let recording = log.on_this_thread();
    delete().send(&client).await.unwrap_err();
    drop(recording);
    let fields = only_span(&log);
    assert_eq!(
        (fields["error.type"].as_str(), fields["http.request.resend_count"].as_str()),
        ("connect", "2")
    );
    assert!(!fields.contains_key("http.response.status_code"));

    let log = Capture::default();
    server.script_tokens([ServerAction::Respond(response(401, r#"{"errorMessage":"planted"}"#))]);
    let client = builder(&server.url()).build().unwrap();
    let recording = log.on_this_thread();
    delete().send(&client).await.unwrap_err();
    drop(recording);
    let fields = only_span(&log);
    assert_eq!(fields["error.type"], "auth");
    assert!(
        !fields.contains_key("http.response.status_code")
            && !fields.contains_key("http.request.resend_count")
    );
    assert_eq!(find(&log.text(), &["planted", "PLANTED", "PLNTD"]), None);
}

/// A raw call has no template, and its path no place in a trace.
#[tokio::test]
async fn a_raw_call_shows_no_path() {
    let server = Server::start();
    let client = builder(&server.url()).build().unwrap();
    let log = Capture::default();
    let recording = log.on_this_thread();
    let call = client.raw(&ACCOUNTS_RECEIVABLE, Method::POST, format!("/api/v0/{CUSTOMER}"));
    let call = call.segment(COMPANY).query("q", "planted");
    call.json(&"planted").send().await.unwrap();
    drop(recording);
    let fields = only_span(&log);
    assert_eq!(fields["http.request.method"], "POST");
    assert!(!fields.contains_key("url.template"), "{fields:?}");
    assert_eq!(find(&log.text(), &["planted", "PLANTED", "PLNTD"]), None);
}

/// Concurrent calls have separate spans, and what happens inside of a call is in its span.
#[tokio::test]
async fn every_call_has_a_span_of_its_own() {
    let server = Server::start();
    let client = builder(&server.url()).build().unwrap();
    server.script([ServerAction::Respond(response(503, "")), ServerAction::Respond(done())]);
    let log = Capture::default();
    let recording = log.on_this_thread();
    let calls: Vec<_> = (0..10).map(|_| tokio::spawn(delete().send(&client))).collect();
    for call in calls {
        call.await.unwrap().unwrap();
    }
    drop(recording);
    let spans = log.spans("enkash.call");
    assert_eq!(spans.len(), 10);
    assert!(
        spans
            .iter()
            .all(|span| span.closed && span.field("http.response.status_code") == Some("200"))
    );
    let resent =
        spans.iter().filter(|span| span.field("http.request.resend_count") == Some("1")).count();
    assert_eq!(resent, 1);

    let events: Vec<Recorded> = log.all().into_iter().filter(|record| !record.is_span).collect();
    let ours: Vec<&Recorded> = events.iter().filter(|event| event.target == "enkash").collect();
    let again = ours.iter().filter(|event| event.within == Some("enkash.call")).count();
    assert!(again >= 1, "{events:#?}");
    assert!(ours.iter().all(|event| event.level >= tracing::Level::DEBUG), "{ours:#?}");
    assert_eq!(find(&log.text(), &["planted", "PLANTED", "PLNTD", "token-"]), None);
}
