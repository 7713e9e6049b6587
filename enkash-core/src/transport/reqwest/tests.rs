//! The default transport against real sockets on this machine.

// Their servers and clients speak TLS.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod connecting;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use http::Method;

use crate::testing::server::{self, FaultServer, Then};
use crate::{Client, ClientBuilder, Error, Json, Outcome, Product, Reply, RetryPolicy, TransportErrorKind};

const DONE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n{\"payload\":\"done\"}";

fn client_of(address: SocketAddr) -> ClientBuilder {
    Client::builder()
        .base_url(Product::AccountsReceivable, format!("http://{address}/gw"))
        .bearer("planted-token")
        .retry(RetryPolicy::never())
}

async fn call(client: &Client) -> Result<Reply<Json>, Error> {
    client.raw(Method::POST, "/x").send().await
}

async fn failure(server: &FaultServer) -> (TransportErrorKind, Outcome) {
    let error = call(&client_of(server.address).build().unwrap()).await.unwrap_err();
    let outcome = error.outcome();
    match &error {
        Error::Transport(transport) => {
            let chain = format!("{error:?}");
            assert!(!chain.contains("/gw") && !chain.contains("planted"), "{chain}");
            (transport.kind(), outcome)
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_hundred_calls_share_one_connection() {
    let server = FaultServer::start(DONE, Then::Next).await;
    let client = client_of(server.address).build().unwrap();
    for _ in 0..100 {
        assert_eq!(call(&client).await.unwrap().into_payload().unwrap(), "done");
    }
    assert_eq!(server.connections(), 1);
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_takes_too_long_to_make_is_not_sent() {
    let (address, _queue) = server::full_queue().await;
    let client = client_of(address).connect_timeout(Duration::from_millis(100)).build().unwrap();
    let error = call(&client).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(
        matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Connect),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_the_outcome_open() {
    use TransportErrorKind::{Body, Request};
    let truncated = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"payload\":";
    let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let huge_header = format!("HTTP/1.1 200 OK\r\nX-Huge: {}\r\n\r\n", "x".repeat(1 << 20));
    for (response, then, kind) in [
        (String::new(), Then::Close, Request),
        (String::new(), Then::Reset, Request),
        ("HTTP/1.1 200".to_owned(), Then::Close, Request),
        ("garbage\r\n\r\n".to_owned(), Then::Close, Request),
        ("HTTP/1.1 100 Continue\r\n\r\n".to_owned(), Then::Close, Request),
        (huge_header, Then::Close, Request),
        (truncated.to_owned(), Then::Close, Body),
        (truncated.to_owned(), Then::Reset, Body),
        (format!("{chunked}5\r\nhello\r\nnot a size\r\n"), Then::Close, Body),
        (format!("{chunked}5\r\nhel"), Then::Close, Body),
    ] {
        let server = FaultServer::start(response.clone(), then).await;
        assert_eq!(failure(&server).await, (kind, Outcome::Unknown), "{response:.60}");
    }
}

#[tokio::test]
async fn an_answer_over_the_cap_is_not_read_to_its_end() {
    let mebibytes_17 = 17 * 1024 * 1024;
    for answer in [
        format!("HTTP/1.1 200 OK\r\nContent-Length: {mebibytes_17}\r\n\r\n"),
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_owned(),
    ] {
        let server = FaultServer::start(answer, Then::Flood).await;
        assert_eq!(failure(&server).await, (TransportErrorKind::TooLarge, Outcome::Unknown));
    }
    // The cap itself is not over the cap.
    let server = FaultServer::start(DONE, Then::Next).await;
    assert!(call(&client_of(server.address).max_response_bytes(18).build().unwrap()).await.is_ok());
    let error = call(&client_of(server.address).max_response_bytes(17).build().unwrap()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn a_body_of_many_pieces_is_put_together() {
    let text = "x".repeat(300_000);
    let json = format!("{{\"payload\":\"{text}\"}}");
    let mut chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_owned();
    for piece in json.as_bytes().chunks(7919) {
        chunked.push_str(&format!("{:x}\r\n{}\r\n", piece.len(), std::str::from_utf8(piece).unwrap()));
    }
    chunked.push_str("0\r\n\r\n");
    let plain = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{json}", json.len());
    for answer in [chunked, plain] {
        let server = FaultServer::start(answer, Then::Next).await;
        assert_eq!(
            call(&client_of(server.address).build().unwrap()).await.unwrap().into_payload().unwrap(),
            *text
        );
    }
}

#[tokio::test]
async fn a_slow_drip_ends_with_its_attempt() {
    for answer in ["HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Slow: "] {
        let server = FaultServer::start(answer, Then::Drip).await;
        let client = client_of(server.address).attempt_timeout(Duration::from_millis(200)).build().unwrap();
        let begin = Instant::now();
        let error = call(&client).await.unwrap_err();
        assert!(
            matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Timeout),
            "{error:?}"
        );
        assert_eq!(error.outcome(), Outcome::Unknown);
        assert!(begin.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn informational_answers_are_passed_over_and_redirects_are_not_followed() {
    let hinted = format!("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n{DONE}");
    let server = FaultServer::start(hinted, Then::Next).await;
    assert_eq!(call(&client_of(server.address).build().unwrap()).await.unwrap().status(), 200);

    let elsewhere = FaultServer::start(DONE, Then::Next).await;
    for status in [301, 302, 303, 307, 308] {
        let answer = format!(
            "HTTP/1.1 {status} Moved\r\nLocation: http://{}/\r\nContent-Length: 0\r\n\r\n",
            elsewhere.address
        );
        let server = FaultServer::start(answer, Then::Next).await;
        let error = call(&client_of(server.address).build().unwrap()).await.unwrap_err();
        assert_eq!((error.outcome(), error.api().unwrap().status().as_u16()), (Outcome::Unknown, status));
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[tokio::test]
async fn dropping_the_future_closes_the_connection() {
    let mut server = FaultServer::start("", Then::Silence).await;
    let client = client_of(server.address).build().unwrap();
    let call = tokio::spawn(async move { call(&client).await });
    assert!(server.request().await.starts_with(b"POST /gw/x HTTP/1.1\r\n"));
    call.abort();
    tokio::time::timeout(Duration::from_secs(5), server.all_closed()).await.unwrap();
    assert_eq!(server.requests(), 0);
}
