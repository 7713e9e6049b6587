//! What a client may send, and how long it may take: no request costs more than its limits.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use enkash_sandbox::{Action, Sandbox, SandboxBuilder};
use reqwest::Method;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::client::{Desk, done, error_type, outcome};

const CUSTOMER: &str = "/api/v0/customer";
/// Longer than any limit below; only a test that fails waits for it.
const LONG: Duration = Duration::from_secs(30);

fn hasty() -> SandboxBuilder {
    Sandbox::builder().client_timeout(Duration::from_millis(50))
}

/// What comes back on a connection that sends this and then hangs.
async fn hang(address: SocketAddr, sent: &str) -> String {
    let mut socket = TcpStream::connect(address).await.unwrap();
    socket.write_all(sent.as_bytes()).await.unwrap();
    let mut got = Vec::new();
    timeout(LONG, socket.read_to_end(&mut got)).await.expect("the connection is dropped").unwrap();
    String::from_utf8(got).unwrap()
}

#[tokio::test]
async fn half_sent_requests_are_dropped() {
    let sandbox = hasty().start().await.unwrap();
    for head in ["", "PUT /payouts", "GET /payouts/x HTTP/1.1\r\nhost: x\r\n"] {
        assert_eq!(hang(sandbox.address(), head).await, "", "{head}");
    }
    let body = "POST /payouts/x HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{\"half\":";
    let response = hang(sandbox.address(), body).await;
    assert!(response.starts_with("HTTP/1.1 408 "), "{response}");
    assert!(
        response.contains("connection: close") && response.contains("CLIENT_REQUEST_ABORT"),
        "{response}"
    );
    let journal = sandbox.journal();
    assert_eq!(
        journal.iter().map(|entry| entry.status).collect::<Vec<_>>(),
        [Some(408)],
        "heads are no requests"
    );
}

#[tokio::test]
async fn limits_beyond_reason_break_nothing() {
    let builder = Sandbox::builder().client_timeout(Duration::MAX).max_body_bytes(usize::MAX);
    let desk = Desk::with(builder.journal_bytes(usize::MAX).journal_field_bytes(usize::MAX)).await;
    assert_eq!(post(&desk, b"{}".to_vec()).await.0, 400);
    let none = Sandbox::builder()
        .max_body_bytes(0)
        .journal_bytes(0)
        .journal_field_bytes(0)
        .start()
        .await
        .unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    assert_eq!(http.post(none.url("payouts")).body("x").send().await.unwrap().status(), 413);
    assert_eq!((none.requests(), none.dropped_entries(), none.journal().len()), (1, 1, 0));
}

#[tokio::test]
async fn a_connection_that_is_not_used_is_dropped() {
    let sandbox = hasty().start().await.unwrap();
    let response = hang(sandbox.address(), "GET /payouts/x HTTP/1.1\r\nhost: x\r\n\r\n").await;
    assert!(response.starts_with("HTTP/1.1 404 "), "{response}");
}

#[tokio::test]
async fn a_client_that_does_not_read_its_response_is_dropped() {
    let sandbox = hasty().start().await.unwrap();
    let mut socket = TcpStream::connect(sandbox.address()).await.unwrap();
    let head =
        "POST /payouts/oauth/token HTTP/1.1\r\nhost: x\r\nx-sandbox-fault: huge=1000000000\r\n\r\n";
    socket.write_all(head.as_bytes()).await.unwrap();
    // The sandbox writes until the socket's buffers are full. A write of ours fails once it has
    // given up.
    let refused = async {
        while socket.write_all(b"x").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(LONG, refused).await.expect("the connection is dropped");
}

#[tokio::test]
async fn shutdown_does_not_wait_for_half_sent_requests() {
    let sandbox = Sandbox::start().await.unwrap();
    let mut socket = TcpStream::connect(sandbox.address()).await.unwrap();
    socket.write_all(b"PUT /payouts HT").await.unwrap();
    timeout(Duration::from_secs(20), sandbox.shutdown())
        .await
        .expect("it ends before the client's time is over");
}

async fn post(desk: &Desk, body: Vec<u8>) -> (u16, Value) {
    let request = desk.request("accounts-receivable", Method::POST, CUSTOMER);
    outcome(request.header("Content-Type", "application/json").body(body)).await
}

#[tokio::test]
async fn large_bodies_are_refused_in_the_platforms_form() {
    let desk = Desk::with(Sandbox::builder().max_body_bytes(1000)).await;
    let body = |length: usize| format!("{{\"x\":\"{}\"}}", "x".repeat(length - 8)).into_bytes();
    let (status, response) = post(&desk, body(1001)).await;
    assert_eq!(
        (status, error_type(&response), &response["response_code"]),
        (413, "CLIENT_REQUEST_ERROR", &json!(413))
    );
    assert_eq!(post(&desk, body(1000)).await.0, 400, "too large is another mistake");
    // Without a declared length, and far beyond the limit.
    let head =
        "POST /payouts/oauth/token HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunk = format!("2710\r\n{}\r\n", " ".repeat(10_000));
    let mut socket = TcpStream::connect(desk.sandbox.address()).await.unwrap();
    socket.write_all(head.as_bytes()).await.unwrap();
    for _ in 0..1000 {
        socket.write_all(chunk.as_bytes()).await.unwrap();
    }
    socket.write_all(b"0\r\n\r\n").await.unwrap();
    let mut got = Vec::new();
    timeout(LONG, socket.read_to_end(&mut got)).await.unwrap().unwrap();
    assert!(got.starts_with(b"HTTP/1.1 413 "), "{}", String::from_utf8_lossy(&got));
    let statuses = desk.sandbox.journal().into_iter().map(|entry| entry.status);
    assert_eq!(statuses.collect::<Vec<_>>(), [Some(413), Some(400), Some(413)]);
    assert!(done(&desk).is_empty());
}

#[tokio::test]
async fn a_mebibyte_is_the_largest_body_by_default() {
    let desk = Desk::new().await;
    assert_eq!(post(&desk, vec![b' '; 1 << 20]).await.0, 400);
    assert_eq!(post(&desk, vec![b' '; (1 << 20) + 1]).await.0, 413);
}

#[tokio::test]
async fn small_values_in_great_number_are_refused() {
    let desk = Desk::new().await;
    let maps = format!("{{\"customerKeyContacts\":[{}{{}}]}}", r#"{"a":1},"#.repeat(100_000));
    let (status, response) = post(&desk, maps.into_bytes()).await;
    assert_eq!((status, error_type(&response)), (413, "CLIENT_REQUEST_ERROR"), "{response}");
    let fewer = format!("{{\"customerKeyContacts\":[{}{{}}]}}", r#"{"a":1},"#.repeat(10_000));
    let (status, response) = post(&desk, fewer.into_bytes()).await;
    let reported = response["errorResponse"]["apiSubErrors"].as_array().map(Vec::len);
    assert_eq!((status, reported), (400, Some(100)), "a hundred violations are reported");
}

#[tokio::test]
async fn the_journal_is_bounded_in_bytes() {
    let desk = Desk::with(Sandbox::builder().journal_bytes(50_000).journal_field_bytes(100)).await;
    let long = "q".repeat(60_000);
    for _ in 0..200 {
        desk.send("payouts", Method::GET, &format!("/nothing?{long}"), Value::Null).await;
    }
    let journal = desk.sandbox.journal();
    assert!((50..200).contains(&journal.len()), "{}", journal.len());
    assert_eq!(desk.sandbox.dropped_entries(), 200 - journal.len() as u64);
    assert!(journal.iter().all(|entry| entry.query.len() < 150 && entry.bytes_cut == 59_900));
    assert!(journal[0].query.ends_with("… [59900 bytes cut]"));
}

#[tokio::test]
async fn a_transaction_id_cannot_forge_a_line() {
    let (line, lines) = std::sync::mpsc::channel();
    let builder = Sandbox::builder().observer(move |entry| line.send(entry.to_string()).unwrap());
    let desk = Desk::with(builder).await;
    let path = "/api/v0/customer/search?mobile=9876543210&pan=ABCDE1234F";
    assert_eq!(desk.send("accounts-receivable", Method::POST, path, json!({})).await.0, 200);
    let body = json!({"transactionId": "T1\n    9 200 POST forged", "transferAmount": 1, "transferMode": "IMPS",
        "beneficiaryDetail": {"vpaHandle": "payee@testbank"}});
    let body = desk.sandbox.encrypt(&body.to_string());
    let request = desk.request("payouts", Method::POST, "/api/v0/payout-transaction");
    outcome(request.header("Content-Type", "application/json").body(body)).await;
    let lines = lines.try_iter().skip(2).collect::<Vec<_>>();
    assert_eq!(done(&desk), [Action::TransferMade], "{lines:?}");
    assert!(
        lines[0].contains("/accounts-receivable/api/v0/customer/search?mobile=…&pan=…"),
        "{lines:?}"
    );
    assert!(lines[1].contains(r"[transfer made T1\u{a}    9 200 POST forged 1]"), "{lines:?}");
    assert!(
        lines.iter().all(|line| !line.contains('\n') && !line.contains("9876543210")),
        "{lines:?}"
    );
}

#[tokio::test]
async fn all_addresses_are_reached_by_loopback() {
    let sandbox = Sandbox::builder().host(IpAddr::V4(Ipv4Addr::UNSPECIFIED)).start().await.unwrap();
    let base = sandbox.url("payouts");
    assert!(base.starts_with("http://127.0.0.1:"), "{base}");
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    assert_eq!(http.get(base).send().await.unwrap().status(), 404);
}
