//! Connections in the making: that hang, and that fail.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use ::reqwest::Proxy;
use ::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use http::Method;
use tokio::sync::mpsc;

use super::super::dispatch::TRUST;
use super::tls::Identity;
use super::{DONE, call, client_of};
use crate::testing::server::{self, FaultServer, Then, unused_port};
use crate::{Client, ClientBuilder, Error, Outcome, Product, RetryPolicy, TransportErrorKind};

/// Longer than the limits of every call here.
const LONG: Duration = Duration::from_secs(600);

fn https(host: &str) -> ClientBuilder {
    Client::builder()
        .base_url(Product::AccountsReceivable, format!("https://{host}/gw"))
        .bearer("planted-token")
        .connect_timeout(LONG)
        .retry(quick())
}

fn quick() -> RetryPolicy {
    RetryPolicy::default().delays(Duration::from_millis(1), Duration::from_millis(1))
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

/// Makes a call with the limit of the guide's example, waits until it has got as far as it can, and lets the limit pass.
async fn late(client: Client, reached: impl Future) -> Error {
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

#[tokio::test]
async fn a_name_look_up_that_hangs_is_not_sent() {
    let (resolver, mut asked) = resolver(None);
    let client = https("example.invalid").http(move |http| http.dns_resolver(Arc::clone(&resolver)));
    let error = late(client.build().unwrap(), asked.recv()).await;
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(
        error.to_string(),
        "the time limit passed before the request could be sent (nothing was sent)"
    );
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_hangs_is_not_sent() {
    let (address, _queue) = server::full_queue().await;
    for client in [client_of(address).connect_timeout(LONG), https(&address.to_string())] {
        let some_time = tokio::time::sleep(Duration::from_millis(50));
        assert_eq!(late(client.build().unwrap(), some_time).await.outcome(), Outcome::NotSent);
    }
}

#[tokio::test]
async fn a_tls_handshake_that_hangs_is_not_sent() {
    // Nothing, half of a record, and the whole of one that promises more.
    for reply in [&b""[..], &[0x16, 3, 3], &[0x16, 3, 3, 0, 4, 2, 0, 0, 90]] {
        let mut server = FaultServer::start_raw(reply, Then::Silence).await;
        let client = https(&server.address.to_string()).build().unwrap();
        assert_eq!(late(client, server.request()).await.outcome(), Outcome::NotSent, "{reply:?}");
    }
}

#[tokio::test]
async fn a_proxy_that_gives_no_tunnel_in_time_is_not_sent() {
    for reply in ["", "HTTP/1.1 200 OK\r\nX-", "HTTP/1.1 200 OK\r\n\r\n"] {
        let mut server = FaultServer::start(reply, Then::Silence).await;
        let proxy = format!("http://{}", server.address);
        let client = https("example.invalid").http(move |http| http.proxy(Proxy::all(&proxy).unwrap()));
        let error = late(client.build().unwrap(), server.request()).await;
        assert_eq!(error.outcome(), Outcome::NotSent, "{reply:?}");
    }
}

/// From the first byte on nobody knows, over TLS as well.
#[tokio::test]
async fn a_request_that_was_written_and_has_no_response_in_time_is_unknown() {
    let mut server = FaultServer::start("", Then::Silence).await;
    let client = client_of(server.address).connect_timeout(LONG).build().unwrap();
    assert_eq!(late(client, server.request()).await.outcome(), Outcome::Unknown);

    let identity = Identity::of("localhost");
    let mut served = identity.serve("", Then::Silence).await;
    let client = identity.trusted_by(https(&format!("localhost:{}", served.address.port())));
    let error = late(client.build().unwrap(), served.request()).await;
    assert_eq!(error.outcome(), Outcome::Unknown);
}

/// Every `NotSent` above leans on it: hyper asks a body for its end before it writes the head.
#[tokio::test]
async fn hyper_asks_every_body_before_it_sends_it() {
    let identity = Identity::of("localhost");
    let served = identity.serve(DONE, Then::Next).await;
    let over_tls = identity.trusted_by(https(&format!("localhost:{}", served.address.port())));
    let plain = FaultServer::start(DONE, Then::Next).await;
    for client in [over_tls, client_of(plain.address)] {
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
    let stranger = Identity::of("localhost").serve("", Then::Silence).await;
    let (expired, misnamed) = (Identity::expired("localhost"), Identity::of_many());
    let (expired_server, misnamed_server) =
        (expired.serve("", Then::Silence).await, misnamed.serve("", Then::Silence).await);
    let at = |served: &FaultServer| https(&format!("localhost:{}", served.address.port()));
    for (name, client, served) in [
        ("an unknown issuer", at(&stranger), &stranger),
        ("expired", expired.trusted_by(at(&expired_server)), &expired_server),
        ("another name", misnamed.trusted_by(at(&misnamed_server)), &misnamed_server),
    ] {
        let case = Case { name, client, kind: TransportErrorKind::Tls, attempts: 1, says: "certificate" };
        check(case).await;
        assert_eq!(served.connections(), 1, "{name}");
    }
    for (name, reply) in [
        ("no TLS", &b"220 mail.example.com ESMTP\r\n"[..]),
        ("HTTP", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("an alert", &[0x15, 3, 3, 0, 2, 2, 40]),
    ] {
        let server = FaultServer::start_raw(reply, Then::Close).await;
        let client = https(&server.address.to_string());
        check(Case { name, client, kind: TransportErrorKind::Tls, attempts: 1, says: ": " }).await;
        assert_eq!(server.connections(), 1, "{name}");
    }
    let proxy = FaultServer::start("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n", Then::Close).await;
    let client = behind(&format!("http://planted:planted@{}", proxy.address));
    let (kind, says) = (TransportErrorKind::Proxy, "proxy authorization required");
    check(Case { name: "a proxy's password", client, kind, attempts: 1, says }).await;
    assert_eq!(proxy.connections(), 1);
    let stranger = Identity::of("localhost").serve("", Then::Silence).await;
    let client = behind(&format!("https://planted:planted@localhost:{}", stranger.address.port()));
    check(Case { name: "a proxy's certificate", client, kind, attempts: 1, says: "certificate" }).await;
    assert_eq!(stranger.connections(), 1);
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

/// Whether the chain of causes leads to the system's own error.
fn is_refused_by_the_system(error: &Error) -> bool {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == std::io::ErrorKind::ConnectionRefused)
}

#[tokio::test]
async fn a_connection_that_fails_otherwise_is_tried_again() {
    let (failing, asked) = resolver(Some(Err("no such name")));
    let closing = FaultServer::start_raw("", Then::Close).await;
    let busy = FaultServer::start("HTTP/1.1 503 Service Unavailable\r\n\r\n", Then::Close).await;
    let dead = unused_port().await;
    let pointing = resolver(Some(Ok(dead))).0;
    const REFUSED: &str = "connection refused";
    use TransportErrorKind::{Connect, Dns, Proxy};
    for (name, client, kind, says) in [
        (
            "no such name",
            https("example.invalid").http(move |http| http.dns_resolver(Arc::clone(&failing))),
            Dns,
            "name: no such name (",
        ),
        ("refused", https(&dead.to_string()), Connect, REFUSED),
        ("refused without TLS", client_of(dead).retry(quick()), Connect, REFUSED),
        (
            "refused behind a name",
            https("example.invalid").http(move |http| http.dns_resolver(Arc::clone(&pointing))),
            Connect,
            REFUSED,
        ),
        ("closed in the handshake", https(&closing.address.to_string()), Connect, "eof"),
        ("a busy proxy", behind(&format!("http://planted:planted@{}", busy.address)), Proxy, "unsuccessful"),
        ("a dead proxy", behind(&format!("http://planted:planted@{dead}")), Proxy, REFUSED),
    ] {
        let error = check(Case { name, client, kind, attempts: 3, says }).await;
        assert_eq!(is_refused_by_the_system(&error), says == REFUSED, "{name}: {error:?}");
    }
    assert_eq!((asked.len(), closing.connections(), busy.connections()), (3, 3, 3));
}

/// Clients that are built one after the other, for each job say, share what is known of an account.
#[tokio::test]
async fn clients_of_one_process_share_the_memory_of_their_account() {
    let server = FaultServer::start_raw("no TLS", Then::Close).await;
    let client = || {
        let (resolver, _asked) = resolver(Some(Ok(server.address)));
        Client::builder()
            .base_url(
                Product::AccountsReceivable,
                format!("https://accounts.invalid:{}", server.address.port()),
            )
            .oauth(crate::OAuthCredentials {
                username: "planted-user-of-several-clients".into(),
                ..crate::testing::credentials()
            })
            .timeout(Duration::from_millis(900))
            .http(move |http| http.dns_resolver(Arc::clone(&resolver)))
            .build()
            .unwrap()
    };
    for _ in 0..3 {
        let error = client().raw(Method::GET, "/x").send().await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    }
    assert_eq!(server.connections(), 1, "the others wait for the pause after it");
}
