//! Every fault, on the socket.

use std::time::{Duration, Instant};

use enkash_sandbox::{Action, Clock, Fault, FaultRule, RetryAfter, Sandbox};
use reqwest::{Method, RequestBuilder, Response};
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::client::{Desk, done, error_type, read};

const ACTIVATED: [Action; 1] = [Action::CustomerActivated];

fn activate(desk: &Desk, fault: &str) -> RequestBuilder {
    let id = &desk.sandbox.initial().inactive_customers[0];
    let path = format!("/api/v0/customer/activate/{id}");
    desk.request("accounts-receivable", Method::PUT, &path).header("x-sandbox-fault", fault)
}

async fn response_to(desk: &Desk, fault: &str) -> Response {
    activate(desk, fault).send().await.unwrap()
}

fn last_fault(desk: &Desk) -> (Option<String>, Option<u16>) {
    let entry = desk.sandbox.journal().pop().unwrap();
    (entry.fault, entry.status)
}

#[tokio::test]
async fn status_before_and_after() {
    let desk = Desk::new().await;
    let (status, body) = read(response_to(&desk, "status=503").await).await;
    assert_eq!((status, error_type(&body)), (503, "SYSTEM_ERROR"));
    assert!(done(&desk).is_empty());
    let (status, _) = read(response_to(&desk, "status=503, when=after").await).await;
    assert_eq!(status, 503);
    assert_eq!(done(&desk), ACTIVATED);
    assert_eq!(last_fault(&desk), (Some("status=503, when=after".to_owned()), Some(503)));
}

#[tokio::test]
async fn an_error_inside_a_success() {
    let desk = Desk::new().await;
    let (status, body) = read(response_to(&desk, "status=200").await).await;
    assert_eq!(status, 200);
    assert!(body["errorResponse"]["errorMessage"].is_string());
    assert!(done(&desk).is_empty());
}

#[tokio::test]
async fn connections_end_without_a_response() {
    for fault in ["drop", "reset"] {
        let desk = Desk::new().await;
        assert!(activate(&desk, fault).send().await.is_err());
        assert!(done(&desk).is_empty());
        assert!(activate(&desk, &format!("{fault}, when=after")).send().await.is_err());
        assert_eq!(done(&desk), ACTIVATED);
        assert_eq!(last_fault(&desk).1, None);
    }
}

/// What a bare socket sees after sending one request with this fault.
async fn raw(desk: &Desk, fault: &str) -> (Vec<u8>, Option<std::io::ErrorKind>) {
    let mut socket = tokio::net::TcpStream::connect(desk.sandbox.address()).await.unwrap();
    let id = &desk.sandbox.initial().inactive_customers[0];
    let request = format!(
        "PUT /accounts-receivable/api/v0/customer/activate/{id} HTTP/1.1\r\nhost: x\r\n\
         authorization: Bearer {}\r\nx-sandbox-fault: {fault}\r\n\r\n",
        desk.oauth,
    );
    socket.write_all(request.as_bytes()).await.unwrap();
    let mut got = Vec::new();
    let error = socket.read_to_end(&mut got).await.err();
    (got, error.map(|error| error.kind()))
}

#[tokio::test]
async fn a_drop_closes_and_a_reset_resets() {
    let desk = Desk::new().await;
    assert_eq!(raw(&desk, "drop").await, (Vec::new(), None));
    assert_eq!(raw(&desk, "reset").await, (Vec::new(), Some(std::io::ErrorKind::ConnectionReset)));
}

#[tokio::test]
async fn a_truncated_body_declares_more_than_it_sends() {
    let desk = Desk::new().await;
    let (got, _) = raw(&desk, "truncate").await;
    let text = String::from_utf8(got).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let declared = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    assert!(head.starts_with("HTTP/1.1 200"));
    assert_eq!(body.len(), declared.parse::<usize>().unwrap() / 2);
    assert!(body.starts_with('{'));
    assert_eq!(done(&desk), ACTIVATED);
    assert!(response_to(&desk, "truncate").await.bytes().await.is_err());
}

#[tokio::test]
async fn pages_and_garbage() {
    let desk = Desk::new().await;
    let response = response_to(&desk, "html").await;
    assert_eq!(response.status(), 502);
    assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
    assert!(response.text().await.unwrap().starts_with("<html>"));
    assert!(done(&desk).is_empty());
    let response = response_to(&desk, "garbage").await;
    assert_eq!(
        (response.status().as_u16(), &response.headers()["content-type"]),
        (200, &"application/json".parse().unwrap())
    );
    assert!(String::from_utf8(response.bytes().await.unwrap().to_vec()).is_err());
    assert_eq!(done(&desk), ACTIVATED);
}

#[tokio::test]
async fn a_huge_body_has_the_size_that_was_asked_for() {
    let desk = Desk::new().await;
    let response = response_to(&desk, "huge=1000001").await;
    assert!(response.headers().get("content-length").is_none());
    assert_eq!(response.bytes().await.unwrap().len(), 1_000_001);
}

#[tokio::test]
async fn an_expired_token_stays_expired() {
    let mut desk = Desk::new().await;
    assert_eq!(response_to(&desk, "expired-token").await.status(), 401);
    assert!(done(&desk).is_empty());
    let search = async |desk: &Desk| {
        let body = serde_json::json!({});
        desk.send("accounts-receivable", Method::POST, "/api/v0/customer/search", body).await.0
    };
    assert_eq!(search(&desk).await, 401);
    desk.authenticate().await;
    assert_eq!(search(&desk).await, 200);
}

#[tokio::test]
async fn retry_after_in_both_forms() {
    let desk = Desk::with(Sandbox::builder().clock(Clock::fixed(1_800_000_000))).await;
    for (fault, expected) in
        [("429", None), ("429=7", Some("7")), ("429=date+7", Some("Fri, 15 Jan 2027 08:00:07 GMT"))]
    {
        let response = response_to(&desk, fault).await;
        assert_eq!(response.status(), 429);
        let header = response.headers().get("retry-after").map(|value| value.to_str().unwrap());
        assert_eq!(header, expected);
    }
    let far = Fault::too_many_requests(Some(RetryAfter::Date(u64::MAX)));
    let response = response_to(&desk, &far.to_string()).await;
    assert_eq!((response.status().as_u16(), response.headers().get("retry-after")), (429, None));
    let rule = FaultRule::new(Fault::too_many_requests(Some(RetryAfter::Seconds(3))));
    desk.sandbox.faults().add(rule);
    let (status, _) = desk.send("payouts", Method::GET, "/api/v0/nothing", Value::Null).await;
    assert_eq!(status, 404, "unknown routes have their own response");
}

#[tokio::test]
async fn late_and_slow_responses_take_their_time() {
    let desk = Desk::new().await;
    let took = async |fault: &str| {
        let start = Instant::now();
        let (status, body) = read(response_to(&desk, fault).await).await;
        assert_eq!((status, &body["response_code"]), (200, &serde_json::json!(0)));
        start.elapsed()
    };
    assert!(took("delay=60ms").await >= Duration::from_millis(60));
    assert!(took("delay=60ms, when=after").await >= Duration::from_millis(60));
    assert!(took("drip=20/5ms").await >= Duration::from_millis(15));
    let slow = Desk::with(Sandbox::builder().latency(Duration::from_millis(40))).await;
    let start = Instant::now();
    slow.send("payouts", Method::GET, "/", Value::Null).await;
    assert!(start.elapsed() >= Duration::from_millis(40));
}

#[tokio::test]
async fn a_client_that_hangs_up_stops_nothing() {
    let desk = Desk::new().await;
    let late = activate(&desk, "delay=300ms").timeout(Duration::from_millis(20));
    assert!(late.send().await.unwrap_err().is_timeout());
    let end = Instant::now() + Duration::from_secs(10);
    while done(&desk).is_empty() && Instant::now() < end {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert_eq!(done(&desk), ACTIVATED);
}

#[tokio::test]
async fn faults_wait_for_their_operation() {
    let desk = Desk::new().await;
    let rule = FaultRule::new(Fault::status(500)).operation("ActivateCustomer").times(2);
    desk.sandbox.faults().add(rule);
    let id = desk.sandbox.initial().inactive_customers[0].clone();
    let path = format!("/api/v0/customer/activate/{id}");
    let send = async |method: Method, path: &str| {
        desk.send("accounts-receivable", method, path, Value::Null).await.0
    };
    assert_eq!(send(Method::DELETE, "/api/v0/customer/KC00000000000000").await, 404);
    assert_eq!(send(Method::PUT, &path).await, 500);
    assert_eq!(send(Method::PUT, &path).await, 500);
    assert_eq!(send(Method::PUT, &path).await, 200);
    assert_eq!(desk.sandbox.faults().pending(), 0);
}

#[tokio::test]
async fn a_wrong_header_is_refused_with_what_is_known() {
    let desk = Desk::new().await;
    let (status, body) = read(response_to(&desk, "fire").await).await;
    assert_eq!(status, 400);
    assert!(body["response_message"].as_str().unwrap().contains("expired-token"));
    assert!(done(&desk).is_empty());
}

#[tokio::test]
async fn a_request_that_breaks_off_does_nothing() {
    let desk = Desk::new().await;
    let mut socket = tokio::net::TcpStream::connect(desk.sandbox.address()).await.unwrap();
    let body = r#"{"customerKeyContacts": []}"#;
    let head = format!(
        "POST /accounts-receivable/api/v0/customer HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {}\r\n\
         content-type: application/json\r\ncontent-length: 1000\r\n\r\n{body}",
        desk.oauth,
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.shutdown().await.unwrap();
    let mut got = Vec::new();
    let _ = socket.read_to_end(&mut got).await;
    assert!(!got.starts_with(b"HTTP/1.1 200"));
    assert!(desk.sandbox.journal().is_empty());
}
