//! Connections in the making: that hang, and that fail.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use ::reqwest::Proxy;
use ::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use http::Method;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use super::super::dispatch::TRUST;
use super::tls::{Identity, Served};
use super::{After, DONE, Server, call, client_of, full_queue, unused_port};
use crate::{Client, ClientBuilder, Error, Outcome, Product, RetryPolicy, TransportErrorKind};

/// Longer than the limits of every call here.
const LONG: Duration = Duration::from_secs(600);

fn https(host: &str) -> ClientBuilder {
    Client::builder()
        .base_url(Product::AccountsReceivable, format!("https://{host}/gw"))
        .bearer("planted-token")
        .connect_timeout(LONG)
        .retry(RetryPolicy::default().delays(Duration::from_millis(1), Duration::from_millis(1)))
}

fn kind(error: &Error) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

/// Resolves every name in the same way, and counts.
struct Resolver {
    asked: mpsc::UnboundedSender<()>,
    /// Where nothing is given, the look-up never ends.
    result: Option<Result<SocketAddr, &'static str>>,
}

impl Resolve for Resolver {
    fn resolve(&self, _: Name) -> Resolving {
        let _ = self.asked.send(());
        match self.result {
            None => Box::pin(std::future::pending()),
            Some(Ok(address)) => Box::pin(async move { Ok(Box::new(std::iter::once(address)) as Addrs) }),
            Some(Err(why)) => Box::pin(async move { Err(why.into()) }),
        }
    }
}

fn resolver(
    result: Option<Result<SocketAddr, &'static str>>,
) -> (Arc<Resolver>, mpsc::UnboundedReceiver<()>) {
    let (asked, counted) = mpsc::unbounded_channel();
    (Arc::new(Resolver { asked, result }), counted)
}

/// A server that reads a little of each connection, writes `reply`, and then does no more. It reports each connection.
async fn server(reply: &'static [u8], closes: bool) -> (SocketAddr, mpsc::UnboundedReceiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (accepted, counted) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        let mut open = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut bytes = [0; 4096];
            let _ = stream.read(&mut bytes).await;
            let _ = stream.write_all(reply).await;
            if !closes {
                open.push(stream);
            }
            let _ = accepted.send(());
        }
    });
    (address, counted)
}

fn count(counted: &mut mpsc::UnboundedReceiver<()>) -> usize {
    std::iter::from_fn(|| counted.try_recv().ok()).count()
}

/// Makes a call with the limit of the guide's example, waits until it has got as far as it can, and lets the limit pass.
async fn late(client: Client, reached: impl Future<Output = ()>) -> Error {
    let call = tokio::spawn(async move {
        let call = client.raw(Method::POST, "/x").timeout(Duration::from_secs(10));
        call.retry(RetryPolicy::never()).send().await
    });
    reached.await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(11)).await;
    let error = call.await.unwrap().unwrap_err();
    tokio::time::resume();
    assert_eq!(kind(&error), TransportErrorKind::Timeout, "{error:?}");
    error
}

async fn next(counted: &mut mpsc::UnboundedReceiver<()>) {
    counted.recv().await.unwrap();
}

#[tokio::test]
async fn a_name_look_up_that_hangs_is_not_sent() {
    let (resolver, mut asked) = resolver(None);
    let client = https("example.invalid").http(move |http| http.dns_resolver(Arc::clone(&resolver)));
    let error = late(client.build().unwrap(), next(&mut asked)).await;
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(
        error.to_string(),
        "the time limit passed before the request could be sent (nothing was sent)"
    );
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_hangs_is_not_sent() {
    let (address, _queue) = full_queue().await;
    for client in [client_of(address).connect_timeout(LONG), https(&address.to_string())] {
        let some_time = tokio::time::sleep(Duration::from_millis(50));
        assert_eq!(late(client.build().unwrap(), some_time).await.outcome(), Outcome::NotSent);
    }
}

#[tokio::test]
async fn a_tls_handshake_that_hangs_is_not_sent() {
    // Nothing, half of a record, and the whole of one that promises more.
    for reply in [&b""[..], &[0x16, 3, 3], &[0x16, 3, 3, 0, 4, 2, 0, 0, 90]] {
        let (address, mut accepted) = server(reply, false).await;
        let client = https(&address.to_string()).build().unwrap();
        assert_eq!(late(client, next(&mut accepted)).await.outcome(), Outcome::NotSent, "{reply:?}");
    }
}

#[tokio::test]
async fn a_proxy_that_gives_no_tunnel_in_time_is_not_sent() {
    for reply in ["", "HTTP/1.1 200 OK\r\nX-", "HTTP/1.1 200 OK\r\n\r\n"] {
        let (address, mut accepted) = server(reply.as_bytes(), false).await;
        let client = https("example.invalid")
            .http(move |http| http.proxy(Proxy::all(format!("http://{address}")).unwrap()));
        let error = late(client.build().unwrap(), next(&mut accepted)).await;
        assert_eq!(error.outcome(), Outcome::NotSent, "{reply:?}");
    }
}

/// From the first byte on nobody knows, over TLS as well.
#[tokio::test]
async fn a_request_that_was_written_and_has_no_response_in_time_is_unknown() {
    let (address, mut accepted) = server(b"", false).await;
    let client = client_of(address).connect_timeout(LONG).build().unwrap();
    assert_eq!(late(client, next(&mut accepted)).await.outcome(), Outcome::Unknown);

    let identity = Identity::of("localhost");
    let mut served = identity.serve(None).await;
    let client = identity.trusted_by(https(&format!("localhost:{}", served.address.port())));
    let error = late(client.build().unwrap(), next(&mut served.arrived)).await;
    assert_eq!(error.outcome(), Outcome::Unknown);
}

/// Every `NotSent` above leans on it: hyper asks a body for its end before it writes the head.
#[tokio::test]
async fn hyper_asks_every_body_before_it_sends_it() {
    let identity = Identity::of("localhost");
    let served = identity.serve(Some(DONE)).await;
    let over_tls = identity.trusted_by(https(&format!("localhost:{}", served.address.port())));
    let plain = Server::start(DONE, After::Stay).await;
    for client in [over_tls, plain.builder()] {
        let client = client.build().unwrap();
        for method in [Method::GET, Method::POST, Method::DELETE] {
            client.raw(method, "/x").send().await.unwrap();
        }
    }
    assert!(TRUST.holds(), "this hyper sends requests without asking: see `dispatch`");
}

/// What the client makes of a connection that fails, and whether it tries again.
struct Case {
    name: &'static str,
    client: ClientBuilder,
    kind: TransportErrorKind,
    attempts: u32,
    /// What the error's line says of the cause.
    says: &'static str,
}

async fn check(case: Case) -> Error {
    let Case { name, client, kind: expected, attempts, says } = case;
    let error = call(&client.build().unwrap()).await.unwrap_err();
    assert_eq!((kind(&error), error.outcome()), (expected, Outcome::NotSent), "{name}: {error:?}");
    assert_eq!(error.attempts(), attempts, "{name}: {error:?}");
    assert!(error.to_string().to_lowercase().contains(says), "{name}: {error}");
    let mut told = format!("{error:?}");
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = cause {
        told.push_str(&error.to_string());
        cause = error.source();
    }
    assert!(told.chars().count() < 3000, "{name}: {told}");
    assert!(!told.contains("/gw") && !told.contains("planted") && !told.contains("://"), "{name}: {told}");
    error
}

/// A certificate does not become a good one within a second, and a proxy does not change its mind about a password.
#[tokio::test]
async fn a_handshake_that_is_refused_is_not_tried_again() {
    let stranger = Identity::of("localhost").serve(None).await;
    let (expired, misnamed) = (Identity::expired("localhost"), Identity::of_many());
    let (expired_server, misnamed_server) = (expired.serve(None).await, misnamed.serve(None).await);
    let at = |served: &Served| https(&format!("localhost:{}", served.address.port()));
    for (name, client, served) in [
        ("an unknown issuer", at(&stranger), &stranger),
        ("expired", expired.trusted_by(at(&expired_server)), &expired_server),
        ("another name", misnamed.trusted_by(at(&misnamed_server)), &misnamed_server),
    ] {
        let case = Case { name, client, kind: TransportErrorKind::Tls, attempts: 1, says: "certificate" };
        check(case).await;
        assert_eq!(served.connections.load(Ordering::Relaxed), 1, "{name}");
    }
    for (name, reply) in [
        ("no TLS", &b"220 mail.example.com ESMTP\r\n"[..]),
        ("HTTP", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("an alert", &[0x15, 3, 3, 0, 2, 2, 40]),
    ] {
        let (address, mut accepted) = server(reply, true).await;
        let client = https(&address.to_string());
        check(Case { name, client, kind: TransportErrorKind::Tls, attempts: 1, says: ": " }).await;
        assert_eq!(count(&mut accepted), 1, "{name}");
    }
    let (proxy, mut accepted) = server(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", true).await;
    let client = behind(&format!("http://planted:planted@{proxy}"));
    let (kind, says) = (TransportErrorKind::Proxy, "proxy authorization required");
    check(Case { name: "a proxy's password", client, kind, attempts: 1, says }).await;
    assert_eq!(count(&mut accepted), 1);
    let stranger = Identity::of("localhost").serve(None).await;
    let client = behind(&format!("https://planted:planted@localhost:{}", stranger.address.port()));
    check(Case { name: "a proxy's certificate", client, kind, attempts: 1, says: "certificate" }).await;
    assert_eq!(stranger.connections.load(Ordering::Relaxed), 1);
    // With native-tls every proxy is taken for one of HTTP.
    if cfg!(not(feature = "native-tls")) {
        let client = behind("socks5://planted:planted@127.0.0.1:1");
        check(Case { name: "a proxy of another kind", client, kind, attempts: 1, says: "scheme socks5" })
            .await;
    }
}

fn behind(proxy: &str) -> ClientBuilder {
    let proxy = Proxy::all(proxy).unwrap();
    https("example.invalid").http(move |http| http.proxy(proxy.clone()))
}

#[tokio::test]
async fn a_connection_that_fails_otherwise_is_tried_again() {
    let (failing, mut asked) = resolver(Some(Err("no such name")));
    let (closing, mut accepted) = server(b"", true).await;
    let (busy, mut proxied) = server(b"HTTP/1.1 503 Service Unavailable\r\n\r\n", true).await;
    let dead = unused_port().await;
    let pointing = resolver(Some(Ok(dead))).0;
    use TransportErrorKind::{Connect, Dns, Proxy};
    for (name, client, kind, says) in [
        (
            "no such name",
            https("example.invalid").http(move |http| http.dns_resolver(Arc::clone(&failing))),
            Dns,
            "name: no such name (",
        ),
        ("refused", https(&dead.to_string()), Connect, "connection refused"),
        (
            "refused behind a name",
            https("example.invalid").http(move |http| http.dns_resolver(Arc::clone(&pointing))),
            Connect,
            "connection refused",
        ),
        ("closed in the handshake", https(&closing.to_string()), Connect, "eof"),
        ("a busy proxy", behind(&format!("http://planted:planted@{busy}")), Proxy, "unsuccessful"),
        ("a dead proxy", behind(&format!("http://planted:planted@{dead}")), Proxy, "connection refused"),
    ] {
        check(Case { name, client, kind, attempts: 3, says }).await;
    }
    assert_eq!((count(&mut asked), count(&mut accepted), count(&mut proxied)), (3, 3, 3));
}
