//! The invented API against a server of its own: signatures, outcomes, retries, and two hosts.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use acme::orders::{CancelOrder, CreateOrder, GetOrder, ListOrders};
use acme::payouts::SendPayout;
use acme::{Credentials, ORDERS, PAYOUTS};
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use enkash_core::{Client, Error, ErrorKind, Outcome, RetryPolicy};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::time::Duration;

const ID: &str = "67e55044-10b1-426f-9247-bb680e5fe0c8";
const SECRET: &str = "planted-secret";

/// One host of Acme: checks signatures, keeps requests, and sends scripted responses.
#[derive(Clone, Default)]
struct Acme(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    responses: VecDeque<(u16, Value)>,
    requests: Vec<(String, String)>,
}

impl Acme {
    /// Starts it, and returns its base URL.
    async fn start(&self) -> String {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = Router::new().fallback(respond).with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        format!("http://{address}")
    }

    fn then(&self, status: u16, body: Value) -> &Self {
        self.0.lock().unwrap().responses.push_back((status, body));
        self
    }

    fn ok(&self, result: Value) -> &Self {
        self.then(200, json!({ "status": "ok", "code": 1000, "result": result }))
    }

    fn failed(&self, status: u16, code: i64, kind: &str) -> &Self {
        let problem = json!({ "kind": kind, "text": "planted-text", "trace": "t-1" });
        self.then(status, json!({ "status": "failed", "code": code, "problem": problem }))
    }

    /// What arrived: method and target, and the body.
    fn requests(&self) -> Vec<(String, String)> {
        self.0.lock().unwrap().requests.clone()
    }
}

fn header(request: &Request, name: &str) -> String {
    request.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

async fn respond(State(acme): State<Acme>, request: Request) -> Response {
    let (key, signature) = (header(&request, "x-acme-key"), header(&request, "x-acme-signature"));
    let line = format!("{} {}", request.method(), request.uri());
    let signed = line.replacen(' ', "\n", 1);
    let body: Bytes = axum::body::to_bytes(request.into_body(), 1 << 20).await.unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
    mac.update(signed.as_bytes());
    mac.update(b"\n");
    mac.update(&body);
    let is_signed = mac.verify_slice(&hex::decode(signature).unwrap_or_default()).is_ok();
    let mut inner = acme.0.lock().unwrap();
    inner.requests.push((line, String::from_utf8(body.to_vec()).unwrap()));
    if key != "key-1" || !is_signed {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let (status, body) = inner.responses.pop_front().unwrap_or((500, Value::Null));
    (StatusCode::from_u16(status).unwrap(), axum::Json(body)).into_response()
}

/// Both hosts, and a client of them.
async fn start() -> (Acme, Acme, Client) {
    let (orders, payouts) = (Acme::default(), Acme::default());
    let client = Client::builder()
        .base_url(&ORDERS, orders.start().await)
        .base_url(&PAYOUTS, format!("{}/api", payouts.start().await))
        .credentials(Credentials::new("key-1", SECRET))
        .retry(RetryPolicy::default().delays(Duration::ZERO, Duration::ZERO))
        .build()
        .unwrap();
    (orders, payouts, client)
}

fn create() -> CreateOrder {
    CreateOrder { reference: "R-1".to_owned(), amount: 2500, note: None }
}

#[tokio::test]
async fn each_call_goes_to_its_host_with_its_signature() {
    let (orders, payouts, client) = start().await;
    orders.ok(json!({ "id": ID, "amount": "2500", "state": "open" }));
    let created = create().send(&client).await.unwrap().into_payload().unwrap();
    assert_eq!((created.id.to_string(), created.amount), (ID.to_owned(), Some(2500)));
    let get = GetOrder { order_id: created.id };
    orders.ok(json!({ "id": ID }));
    assert_eq!(get.send(&client).await.unwrap().into_payload().unwrap().id, get.order_id);
    orders.ok(json!([]));
    let list = ListOrders { states: vec!["open".to_owned(), "a b&c".to_owned()], limit: Some(5) };
    assert!(list.send(&client).await.unwrap().into_payload().unwrap().is_empty());
    payouts.ok(json!({ "id": ID, "state": "queued" }));
    let payout = SendPayout { reference: "P-1".to_owned(), account_id: get.order_id, amount: 1 };
    payout.send(&client).await.unwrap();

    let requests = orders.requests();
    let lines: Vec<&str> = requests.iter().map(|(line, _)| &**line).collect();
    let get_line = format!("GET /v2/orders/{ID}");
    assert_eq!(
        lines,
        ["POST /v2/orders", &get_line, "GET /v2/orders?state=open&state=a%20b%26c&limit=5"]
    );
    assert_eq!(requests[0].1, r#"{"reference":"R-1","amount":2500}"#);
    let paid = format!(r#"{{"reference":"P-1","account_id":"{ID}","amount":1}}"#);
    assert_eq!(payouts.requests(), [("POST /api/v1/payouts".to_owned(), paid)]);
}

#[tokio::test]
async fn an_error_has_the_outcome_of_the_call() {
    let (orders, _, client) = start().await;
    for (status, code, outcome, duplicate) in [
        (422, 2101, Outcome::Refused, false),
        (200, 2101, Outcome::Refused, false),
        (200, 2409, Outcome::Refused, true),
        (409, 2409, Outcome::Refused, true),
        (200, 2900, Outcome::Unknown, false),
        (200, 7777, Outcome::Unknown, false),
        (500, 2101, Outcome::Unknown, false),
    ] {
        orders.failed(status, code, "LIMIT");
        let error = create().send(&client).await.unwrap_err();
        assert_eq!(
            (error.outcome(), error.is_duplicate()),
            (outcome, duplicate),
            "{status} {code}: {error}"
        );
        let api = error.api().unwrap();
        assert_eq!(
            (api.code(), api.error_type(), api.request_id()),
            (Some(code), Some("LIMIT"), Some("t-1"))
        );
        assert_eq!(api.message(), Some("planted-text"));
        assert!(!format!("{error}{error:?}").contains("planted"), "{error:?}");
    }
    for (body, outcome) in [
        (json!({ "status": "ok", "code": 1000, "result": 7 }), Outcome::Performed),
        (json!({ "status": "ok", "code": 1000 }), Outcome::Performed),
        (json!({ "result": 7 }), Outcome::Unknown),
        (json!({}), Outcome::Unknown),
    ] {
        orders.then(200, body.clone());
        let error = match create().send(&client).await {
            Ok(reply) => reply.into_payload().unwrap_err(),
            Err(error) => error,
        };
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Decode, outcome), "{body}");
    }
}

#[tokio::test]
async fn a_call_is_sent_again_only_where_nothing_is_done_twice() {
    let (orders, _, client) = start().await;
    let cancel = CancelOrder { order_id: ID.parse().unwrap() };
    orders.then(503, Value::Null).ok(json!({}));
    assert_eq!(cancel.send(&client).await.unwrap().attempts(), 2);

    orders.then(503, Value::Null);
    let error = create().send(&client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1));

    orders.then(429, Value::Null).ok(json!({ "id": ID }));
    assert_eq!(create().send(&client).await.unwrap().attempts(), 2);

    orders.then(503, Value::Null).failed(409, 2409, "USED");
    let error =
        create().call().retry(RetryPolicy::resend_unique()).send(&client).await.unwrap_err();
    assert!(error.is_duplicate());
    assert_eq!(
        (error.outcome(), error.attempts()),
        (Outcome::Unknown, 2),
        "the first one may have done it"
    );
}

#[tokio::test]
async fn what_is_wrong_is_not_sent() {
    let (orders, _, client) = start().await;
    let error = CreateOrder { amount: 0, reference: String::new(), ..create() }
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.violations().unwrap().iter().count()),
        (Outcome::NotSent, 2),
        "{error}"
    );

    let without = Client::builder().products(&[&ORDERS]).build().unwrap();
    let error = create().send(&without).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    assert!(
        error.to_string().contains("set `acme::Credentials` with `.credentials(…)`"),
        "{error}"
    );

    let wrong = Credentials::new("key-1", "another-secret");
    client.replace_credentials(wrong).unwrap();
    let error = create().send(&client).await.unwrap_err();
    assert!(matches!(&error, Error::Api(error) if error.status() == 401), "{error}");
    assert!(error.is_auth());
    assert_eq!((error.outcome(), orders.requests().len()), (Outcome::Refused, 1));
    client.replace_credentials(Credentials::new("key-1", SECRET)).unwrap();
    orders.ok(json!({ "id": ID }));
    create().send(&client).await.unwrap();
}
