//! Connections that are being made: those that hang, and those that fail.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use enkash_core::reqwest::Proxy;
use enkash_core::reqwest::dns::{Addrs, Name, Resolve, Resolving};
use enkash_core::{BearerToken, ClientBuilder, Error, Method, Outcome, RetryPolicy};
#[cfg(target_os = "linux")]
use enkash_tests::server::FullQueue;
use enkash_tests::server::{DeadPort, Greeting, Identity, Server, ServerAction};
use tokio::sync::mpsc;

use super::{PRODUCT, at, kind, make};

/// Longer than the limits of every call here.
const LONG: Duration = Duration::from_secs(600);

fn client_at(url: String) -> ClientBuilder {
    at(url).credentials(BearerToken::new("planted-token")).connect_timeout(LONG)
}

/// A client of a host whose name leads nowhere.
fn nowhere() -> ClientBuilder {
    client_at("https://example.invalid/gw".to_owned())
}

fn behind(proxy: &str) -> ClientBuilder {
    let proxy = Proxy::all(proxy).unwrap();
    nowhere().http(move |http| http.proxy(proxy.clone()))
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
            Some(Ok(address)) => {
                Box::pin(async move { Ok(Box::new(std::iter::once(address)) as Addrs) })
            }
            Some(Err(why)) => Box::pin(async move { Err(why.into()) }),
        }
    }
}

/// A client of a host whose name is resolved so, and a message for each look-up.
fn resolving(
    result: Option<Result<SocketAddr, &'static str>>,
) -> (ClientBuilder, mpsc::UnboundedReceiver<()>) {
    let (asked, counted) = mpsc::unbounded_channel();
    let resolver = Arc::new(Resolver { asked, result });
    (nowhere().http(move |http| http.dns_resolver(Arc::clone(&resolver))), counted)
}

/// Makes a call with the limit of the guide's example, waits until it has got as far as it can, and
/// lets the limit pass.
async fn late(client: ClientBuilder, reached: impl Future) -> Error {
    let client = client.build().unwrap();
    let call = tokio::spawn(async move {
        let call = make();
        call.call().timeout(Duration::from_secs(10)).retry(RetryPolicy::never()).send(&client).await
    });
    reached.await;
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(11)).await;
    let error = call.await.unwrap().unwrap_err();
    tokio::time::resume();
    assert_eq!(kind(&error), "timeout", "{error:?}");
    error
}

#[tokio::test]
async fn a_name_look_up_that_hangs_is_not_sent() {
    let (client, mut asked) = resolving(None);
    let error = late(client, asked.recv()).await;
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(
        error.to_string(),
        "the time limit expired before the request was sent (nothing was sent)"
    );
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_connection_that_hangs_is_not_sent() {
    let queue = FullQueue::fill().await.unwrap();
    let plain = format!("http://{}/gw", queue.address());
    for url in [plain.clone(), format!("https://{}/gw", queue.address())] {
        let some_time = tokio::time::sleep(Duration::from_millis(50));
        assert_eq!(late(client_at(url), some_time).await.outcome(), Outcome::NotSent);
    }

    let client =
        client_at(plain).connect_timeout(Duration::from_millis(100)).retry(RetryPolicy::never());
    let error = make().send(&client.build().unwrap()).await.unwrap_err();
    assert_eq!((kind(&error).as_str(), error.outcome()), ("connect", Outcome::NotSent));
}

#[tokio::test]
async fn a_tls_handshake_that_hangs_is_not_sent() {
    // Nothing, half of a record, and the whole of one that promises more.
    for reply in [&b""[..], &[0x16, 3, 3], &[0x16, 3, 3, 0, 4, 2, 0, 0, 90]] {
        let server = Server::start();
        server.greet([Greeting::StallWith(reply)]);
        let error = late(client_at(server.tls_url()), server.stalled(1)).await;
        assert_eq!(error.outcome(), Outcome::NotSent, "{reply:?}");
    }
}

#[tokio::test]
async fn a_proxy_that_gives_no_tunnel_in_time_is_not_sent() {
    for reply in ["", "HTTP/1.1 200 OK\r\nX-", "HTTP/1.1 200 OK\r\n\r\n"] {
        let server = Server::start();
        server.script([ServerAction::Stall(reply.into())]);
        let error = late(behind(&format!("http://{}", server.address())), server.stalled(1)).await;
        assert_eq!(error.outcome(), Outcome::NotSent, "{reply:?}");
    }
}

/// From the first byte on nobody knows, over TLS as well.
#[tokio::test]
async fn a_request_that_was_written_and_has_no_response_in_time_is_unknown() {
    let identity = Identity::localhost();
    for server in [Server::start(), Server::start_tls(&identity)] {
        server.script([ServerAction::Stall(vec![])]);
        let client = identity.trusted_by(client_at(server.url()));
        assert_eq!(
            late(client, server.stalled(1)).await.outcome(),
            Outcome::Unknown,
            "{}",
            server.url()
        );
    }
}

/// Every `NotSent` above depends on it: hyper asks a body for its end before it writes the head. A
/// response to a request whose body was not asked ends the proof for the process, and the call that
/// hangs would be `Unknown`.
#[tokio::test]
async fn hyper_asks_every_body_before_it_sends_it() {
    let identity = Identity::localhost();
    for server in [Server::start(), Server::start_tls(&identity)] {
        let client = identity.trusted_by(client_at(server.url())).build().unwrap();
        for method in [Method::GET, Method::POST, Method::DELETE] {
            client.raw(&PRODUCT, method, "/x").send().await.unwrap();
        }
    }
    let server = Server::start();
    server.greet([Greeting::StallWith(b"")]);
    let error = late(client_at(server.tls_url()), server.stalled(1)).await;
    assert_eq!(
        error.outcome(),
        Outcome::NotSent,
        "this hyper sends requests without asking: see `dispatch`"
    );
}

/// What the client makes of a connection that fails, and whether it tries again.
struct Case {
    name: &'static str,
    client: ClientBuilder,
    kind: &'static str,
    attempts: u32,
    /// The cause in the error's line.
    says: &'static str,
}

async fn check(case: Case) -> Error {
    let Case { name, client, kind: expected, attempts, says } = case;
    let error = make().send(&client.build().unwrap()).await.unwrap_err();
    assert_eq!(
        (kind(&error).as_str(), error.outcome()),
        (expected, Outcome::NotSent),
        "{name}: {error:?}"
    );
    assert_eq!(error.attempts(), attempts, "{name}: {error:?}");
    assert!(error.to_string().to_lowercase().contains(says), "{name}: {error}");
    let mut printed = format!("{error:?}");
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = cause {
        printed.push_str(&error.to_string());
        cause = error.source();
    }
    assert!(printed.chars().count() < 3000, "{name}: {printed}");
    for secret in ["/gw", "planted", "://"] {
        assert!(!printed.contains(secret), "{name}: {printed}");
    }
    error
}

/// Neither a refused certificate nor a refused proxy password becomes valid within a second.
#[tokio::test]
async fn a_handshake_that_is_refused_is_not_tried_again() {
    let (unknown, expired, misnamed) =
        (Identity::localhost(), Identity::expired(), Identity::misnamed());
    for (name, identity, trusted) in [
        ("an unknown issuer", &unknown, false),
        ("expired", &expired, true),
        ("another name", &misnamed, true),
    ] {
        let server = Server::start_tls(identity);
        let client = client_at(server.url());
        let client = if trusted { identity.trusted_by(client) } else { client };
        check(Case { name, client, kind: "tls", attempts: 1, says: "certificate" }).await;
        assert_eq!(server.connections(), 1, "{name}");
    }
    for (name, reply) in [
        ("no TLS", &b"220 mail.example.com ESMTP\r\n"[..]),
        ("HTTP", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("an alert", &[0x15, 3, 3, 0, 2, 2, 40]),
    ] {
        let server = Server::start();
        server.greet([Greeting::CloseWith(reply)]);
        check(Case {
            name,
            client: client_at(server.tls_url()),
            kind: "tls",
            attempts: 1,
            says: ": ",
        })
        .await;
        assert_eq!(server.connections(), 1, "{name}");
    }

    let proxy = Server::start();
    proxy.script([ServerAction::Close(
        b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n".to_vec(),
    )]);
    let client = behind(&format!("http://planted:planted@{}", proxy.address()));
    let (kind, says) = ("proxy", "proxy authorization required");
    check(Case { name: "a proxy's password", client, kind, attempts: 1, says }).await;
    assert_eq!(proxy.connections(), 1);
    let proxy = Server::start_tls(&unknown);
    let client = behind(&format!("https://planted:planted@localhost:{}", proxy.address().port()));
    check(Case { name: "a proxy's certificate", client, kind, attempts: 1, says: "certificate" })
        .await;
    assert_eq!(proxy.connections(), 1);
    // With native-tls every proxy is taken for one of HTTP.
    if cfg!(not(feature = "native-tls")) {
        let client = behind("socks5://planted:planted@127.0.0.1:1");
        check(Case {
            name: "a proxy of another kind",
            client,
            kind,
            attempts: 1,
            says: "scheme socks5",
        })
        .await;
    }
}

/// Whether the chain of causes leads to the system's own error.
fn is_refused_by_the_system(error: &Error) -> bool {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    causes
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::ConnectionRefused)
}

#[tokio::test]
async fn a_connection_that_fails_otherwise_is_tried_again() {
    let (unresolved, asked) = resolving(Some(Err("no such name")));
    let closing = Server::start();
    closing.greet([Greeting::CloseWith(b""); 3]);
    let busy = Server::start();
    let unavailable = ServerAction::Close(b"HTTP/1.1 503 Service Unavailable\r\n\r\n".to_vec());
    busy.script(vec![unavailable; 3]);
    let dead = DeadPort::bind().unwrap();
    let dead_address = dead.address();
    const REFUSED: &str = "connection refused";
    for (name, client, kind, says) in [
        ("no such name", unresolved, "dns", "name: no such name ("),
        ("refused", client_at(dead.url()), "connect", REFUSED),
        ("refused with TLS", client_at(format!("https://{dead_address}/gw")), "connect", REFUSED),
        ("refused behind a name", resolving(Some(Ok(dead_address))).0, "connect", REFUSED),
        ("closed in the handshake", client_at(closing.tls_url()), "connect", "eof"),
        (
            "a busy proxy",
            behind(&format!("http://planted:planted@{}", busy.address())),
            "proxy",
            "unsuccessful",
        ),
        (
            "a dead proxy",
            behind(&format!("http://planted:planted@{dead_address}")),
            "proxy",
            REFUSED,
        ),
    ] {
        let error = check(Case { name, client, kind, attempts: 3, says }).await;
        assert_eq!(is_refused_by_the_system(&error), says == REFUSED, "{name}: {error:?}");
    }
    assert_eq!((asked.len(), closing.connections(), busy.connections()), (3, 3, 3));
}
