//! The default transport against real sockets on this machine.

// Their servers and clients speak TLS.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod connecting;
#[cfg(any(feature = "rustls", feature = "native-tls"))]
mod tls;

use std::net::SocketAddr;
use std::time::Duration;

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
