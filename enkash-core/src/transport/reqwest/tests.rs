//! The default transport against real sockets on this machine.

mod connecting;
mod tls;

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use http::Method;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::{Client, ClientBuilder, Error, Json, Outcome, Product, Reply, RetryPolicy, TransportErrorKind};

const DONE: &str = "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n{\"payload\":\"done\"}";

/// A server that answers every request of every connection with the same bytes, and then does as `after` says.
struct Server {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
}

#[derive(Clone, Copy, PartialEq)]
enum After {
    /// Waits for the next request.
    Stay,
    /// Closes the connection.
    Close,
    /// Resets it.
    Reset,
    /// Sends one more byte every 20 ms.
    Drip,
    /// Sends 64 KiB after 64 KiB.
    Flood,
}

impl Server {
    async fn start(answer: impl Into<Vec<u8>>, after: After) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let connections = Arc::new(AtomicUsize::new(0));
        let (count, answer) = (Arc::clone(&connections), Arc::new(answer.into()));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(serve(stream, Arc::clone(&answer), after));
            }
        });
        Server { address, connections }
    }

    fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    fn builder(&self) -> ClientBuilder {
        client_of(self.address)
    }
}

fn client_of(address: SocketAddr) -> ClientBuilder {
    Client::builder()
        .base_url(Product::AccountsReceivable, format!("http://{address}/gw"))
        .bearer("planted-token")
        .retry(RetryPolicy::never())
}

async fn serve(mut stream: TcpStream, answer: Arc<Vec<u8>>, after: After) {
    loop {
        if read_request(&mut stream).await.is_none() {
            return;
        }
        if stream.write_all(&answer).await.is_err() {
            return;
        }
        match after {
            After::Stay => {}
            After::Close => return,
            After::Reset => {
                let _ = stream.set_zero_linger();
                return;
            }
            After::Drip => loop {
                tokio::time::sleep(Duration::from_millis(20)).await;
                if stream.write_all(b"x").await.is_err() {
                    return;
                }
            },
            After::Flood => loop {
                if stream.write_all(&vec![b'x'; 64 * 1024]).await.is_err() {
                    return;
                }
            },
        }
    }
}

/// Reads up to the end of the headers; no test sends a body to this server.
async fn read_request(stream: &mut (impl AsyncRead + Unpin)) -> Option<Vec<u8>> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        if stream.read_buf(&mut request).await.ok()? == 0 {
            return None;
        }
    }
    Some(request)
}

/// An address at which nobody listens.
async fn unused_port() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap()
}

/// An address at which connecting takes for ever: Linux drops what arrives at a full queue of connections.
#[cfg(target_os = "linux")]
async fn full_queue() -> (SocketAddr, impl Sized) {
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let listener = socket.listen(1).unwrap();
    let address = listener.local_addr().unwrap();
    let mut queued = Vec::new();
    while let Ok(stream) = tokio::time::timeout(Duration::from_millis(300), TcpStream::connect(address)).await
    {
        queued.push(stream.unwrap());
    }
    (address, (listener, queued))
}

async fn call(client: &Client) -> Result<Reply<Json>, Error> {
    client.raw(Method::POST, "/x").send().await
}

async fn failure(server: &Server) -> (TransportErrorKind, Outcome) {
    let error = call(&server.client()).await.unwrap_err();
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
    let server = Server::start(DONE, After::Stay).await;
    let client = server.client();
    for _ in 0..100 {
        assert_eq!(call(&client).await.unwrap().into_payload().unwrap(), "done");
    }
    assert_eq!(server.connections.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_connection_that_was_never_made_is_not_sent() {
    let error = call(&client_of(unused_port().await).build().unwrap()).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(matches!(&error, Error::Transport(error) if error.kind() == TransportErrorKind::Connect));
    // The chain leads to the system's own error.
    let mut source = std::error::Error::source(&error);
    let mut found = false;
    while let Some(cause) = source {
        found |= cause
            .downcast_ref::<std::io::Error>()
            .is_some_and(|io| io.kind() == std::io::ErrorKind::ConnectionRefused);
        source = cause.source();
    }
    assert!(found, "{error:?}");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_takes_too_long_to_make_is_not_sent() {
    let (address, _queue) = full_queue().await;
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
    for (answer, after, kind) in [
        (String::new(), After::Close, Request),
        (String::new(), After::Reset, Request),
        ("HTTP/1.1 200".to_owned(), After::Close, Request),
        ("garbage\r\n\r\n".to_owned(), After::Close, Request),
        ("HTTP/1.1 100 Continue\r\n\r\n".to_owned(), After::Close, Request),
        (huge_header, After::Close, Request),
        (truncated.to_owned(), After::Close, Body),
        (truncated.to_owned(), After::Reset, Body),
        (format!("{chunked}5\r\nhello\r\nnot a size\r\n"), After::Close, Body),
        (format!("{chunked}5\r\nhel"), After::Close, Body),
    ] {
        let server = Server::start(answer.clone(), after).await;
        assert_eq!(failure(&server).await, (kind, Outcome::Unknown), "{:.60}", answer);
    }
}

#[tokio::test]
async fn an_answer_over_the_cap_is_not_read_to_its_end() {
    let mebibytes_17 = 17 * 1024 * 1024;
    for answer in [
        format!("HTTP/1.1 200 OK\r\nContent-Length: {mebibytes_17}\r\n\r\n"),
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_owned(),
    ] {
        let server = Server::start(answer, After::Flood).await;
        assert_eq!(failure(&server).await, (TransportErrorKind::TooLarge, Outcome::Unknown));
    }
    // The cap itself is not over the cap.
    let server = Server::start(DONE, After::Stay).await;
    assert!(call(&server.builder().max_response_bytes(18).build().unwrap()).await.is_ok());
    let error = call(&server.builder().max_response_bytes(17).build().unwrap()).await.unwrap_err();
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
        let server = Server::start(answer, After::Stay).await;
        assert_eq!(call(&server.client()).await.unwrap().into_payload().unwrap(), *text);
    }
}

#[tokio::test]
async fn a_slow_drip_ends_with_its_attempt() {
    for answer in ["HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Slow: "] {
        let server = Server::start(answer, After::Drip).await;
        let client = server.builder().attempt_timeout(Duration::from_millis(200)).build().unwrap();
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
    let server = Server::start(hinted, After::Stay).await;
    assert_eq!(call(&server.client()).await.unwrap().status(), 200);

    let elsewhere = Server::start(DONE, After::Stay).await;
    for status in [301, 302, 303, 307, 308] {
        let answer = format!(
            "HTTP/1.1 {status} Moved\r\nLocation: http://{}/\r\nContent-Length: 0\r\n\r\n",
            elsewhere.address
        );
        let server = Server::start(answer, After::Stay).await;
        let error = call(&server.client()).await.unwrap_err();
        assert_eq!((error.outcome(), error.api().unwrap().status().as_u16()), (Outcome::Unknown, status));
    }
    assert_eq!(elsewhere.connections.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn what_is_no_answer_of_the_platform_is_no_success() {
    for body in ["<html></html>", "", "garbage", "[1]", "{\"status\":1}"] {
        let answer = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        let server = Server::start(answer, After::Stay).await;
        let result = call(&server.client()).await;
        if body.is_empty() {
            assert!(result.unwrap().payload.is_none());
        } else {
            assert_eq!(result.unwrap_err().outcome(), Outcome::Unknown, "{body}");
        }
    }
}

#[tokio::test]
async fn dropping_the_future_closes_the_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = client_of(listener.local_addr().unwrap()).build().unwrap();
    let call = tokio::spawn(async move { call(&client).await });
    let (mut stream, _) = listener.accept().await.unwrap();
    let request = read_request(&mut stream).await.unwrap();
    assert!(request.starts_with(b"POST /gw/x HTTP/1.1\r\n"));
    call.abort();
    let mut rest = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(5), stream.read_to_end(&mut rest)).await.unwrap();
    assert_eq!(read.unwrap_or(0), 0);
}
