//! Transports of the caller's own: what the client checks about each, and what is proven about the
//! default one inside.

use std::future::pending;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use enkash_core::{
    Attempt, Bytes, Client, Error, HttpTransport, Outcome, PreparedRequest, RetryPolicy,
    SendTracker, Transport, TransportError, TransportErrorKind, TransportFuture, TransportResponse,
    blocking, http, reqwest,
};
use enkash_tests::server::{Authority, Greeting, Server, ServerAction, done, response_with};
use tokio::time::{Instant, timeout_at};

use super::{at, client, credentials, kind, make, on_the_network, read, with_token};

/// What somebody writes in a hurry: reqwest as it comes, which follows redirects.
struct Hasty(reqwest::Client);

impl Transport for Hasty {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        let sent = self.0.execute(request.into());
        Box::pin(async move {
            let failed = |_| TransportError::new(TransportErrorKind::Request, Outcome::Unknown);
            let response = sent.await.map_err(failed)?;
            TransportResponse::from_reqwest(response, attempt.max_response_bytes).await
        })
    }
}

const REDIRECTED: &str = "redirected";

#[tokio::test]
async fn a_transport_that_follows_redirects_is_noticed() {
    let elsewhere = Server::start();
    for status in [301, 302, 303, 307, 308] {
        // With the body of a payment these are not followed.
        let payment = if status >= 307 { format!("{status} Empty") } else { REDIRECTED.to_owned() };
        let server = Server::start();
        let moved = response_with(status, &format!("Location: {}/x\r\n", elsewhere.url()), "");
        server.script([ServerAction::Respond(moved.clone()), ServerAction::Respond(moved)]);
        let client = client(&server).transport(Hasty(reqwest::Client::new())).build().unwrap();
        // A payment and a read alike: what came back is no response to the call.
        for (error, expected) in [
            (make().send(&client).await.unwrap_err(), payment.as_str()),
            (read().send(&client).await.unwrap_err(), REDIRECTED),
        ] {
            assert_eq!(
                (kind(&error).as_str(), error.outcome()),
                (expected, Outcome::Unknown),
                "{status}"
            );
            assert_eq!(error.attempts(), 1, "{status}: a redirect is not followed twice");
            let text = format!("{error} {error:?}");
            assert!(!text.contains("127.0.0.1") && !text.contains("/x"), "{text}");
        }
        assert_eq!(server.calls().len(), 2);
    }
    assert_eq!(
        elsewhere.calls().len(),
        8,
        "this reqwest follows no redirects, so that nothing was tried"
    );

    // On the same host as well.
    let server = Server::start();
    let moved = response_with(302, "Location: /gw/api/v0/other\r\n", "");
    server.script([ServerAction::Respond(moved)]);
    let client = client(&server).transport(Hasty(reqwest::Client::new())).build().unwrap();
    assert_eq!(kind(&make().send(&client).await.unwrap_err()), REDIRECTED);
    // And without one all is well.
    make().send(&client).await.unwrap();
}

/// Where it leads is no sign of it then.
#[tokio::test]
async fn a_redirect_to_the_same_url_sends_no_payment_again() {
    for status in [307, 308] {
        let server = Server::start();
        let moved = response_with(status, "Location: /gw/api/v0/thing\r\n", "");
        server.script([ServerAction::Respond(moved)]);
        let client = client(&server).transport(Hasty(reqwest::Client::new())).build().unwrap();
        let error = make().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 1), "{status}");
        let calls = server.calls();
        assert_eq!(calls.len(), 1, "{status}");
        assert_eq!(calls[0].header("content-length"), Some("12"), "{status}");
        assert_eq!(calls[0].body, br#"{"name":"a"}"#, "{status}");
    }
}

/// Responds with so many bytes, whatever the limit.
struct Sized(usize);

impl Transport for Sized {
    fn send(&self, request: PreparedRequest, _: Attempt) -> TransportFuture {
        let body = Bytes::from(format!("\"{}\"", "x".repeat(self.0 - 2)));
        Box::pin(
            async move { Ok(TransportResponse::new(request.url(), http::Response::new(body))) },
        )
    }
}

#[tokio::test]
async fn the_size_limit_holds_for_every_transport() {
    let sized = |bytes| {
        let client = with_token("https://example.invalid/gw".to_owned()).transport(Sized(bytes));
        client.max_response_bytes(1000).build().unwrap()
    };
    let error = read().send(&sized(1001)).await.unwrap_err();
    assert_eq!(
        (kind(&error).as_str(), error.outcome(), error.attempts()),
        ("too large", Outcome::Unknown, 1)
    );
    let error = read().send(&sized(1000)).await.map(drop);
    assert!(!matches!(error, Err(Error::Transport(_))), "{error:?}");
}

/// Never ends, and counts how often it was dropped.
struct Endless(Arc<AtomicUsize>);

struct CountsDrops(Arc<AtomicUsize>);

impl Drop for CountsDrops {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

impl Transport for Endless {
    fn send(&self, _: PreparedRequest, attempt: Attempt) -> TransportFuture {
        let left = attempt.deadline.saturating_duration_since(Instant::now().into_std());
        assert!(left <= Duration::from_secs(7) && left > Duration::from_secs(6), "{left:?}");
        let counts = CountsDrops(Arc::clone(&self.0));
        Box::pin(async move {
            let _counts = counts;
            pending().await
        })
    }
}

#[tokio::test(start_paused = true)]
async fn the_time_limits_hold_for_every_transport() {
    let dropped = Arc::new(AtomicUsize::new(0));
    let client = with_token("https://example.invalid/gw".to_owned())
        .transport(Endless(Arc::clone(&dropped)))
        .attempt_timeout(Duration::from_secs(7))
        .build()
        .unwrap();
    let begin = Instant::now();
    let error = make().send(&client).await.unwrap_err();
    assert_eq!((kind(&error).as_str(), error.outcome()), ("timeout", Outcome::Unknown));
    assert_eq!((begin.elapsed().as_secs(), dropped.load(Ordering::Relaxed)), (7, 1));
}

/// The transport of `SendTracker`'s documentation.
struct Tracked(reqwest::Client);

impl Transport for Tracked {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        let client = self.0.clone();
        Box::pin(async move {
            let tracker = SendTracker::new();
            let body = tracker.body(request.body.clone());
            let mut request = reqwest::Request::from(request);
            *request.body_mut() = Some(reqwest::Body::wrap(body));
            match timeout_at(Instant::from_std(attempt.deadline), client.execute(request)).await {
                Ok(Ok(response)) => {
                    tracker.responded();
                    TransportResponse::from_reqwest(response, attempt.max_response_bytes).await
                }
                Ok(Err(_)) => {
                    Err(TransportError::new(TransportErrorKind::Request, tracker.outcome()))
                }
                Err(_) => Err(TransportError::new(TransportErrorKind::Timeout, tracker.outcome())),
            }
        })
    }

    fn is_remote(&self) -> bool {
        true
    }
}

/// A program that makes a client for each job would make a failed attempt for each.
#[tokio::test]
async fn clients_with_a_remote_transport_share_what_is_known_of_an_account() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("server.example"));
    let refused = response_with(400, "", r#"{"error":"invalid_grant"}"#);
    server.script_tokens(vec![ServerAction::Respond(refused); 3]);
    for _ in 0..3 {
        let http = reqwest::Client::builder()
            .no_proxy()
            .tls_certs_merge([authority.root()])
            .resolve("server.example", (Ipv4Addr::LOCALHOST, 0).into());
        let client = at(on_the_network(&server))
            .credentials(credentials("the-password-of-a-remote-transport"))
            .transport(Tracked(http.build().unwrap()));
        let error = make().send(&client.build().unwrap()).await.unwrap_err();
        assert_eq!(kind(&error), "auth Refused");
    }
    assert_eq!((server.token_requests().len(), server.calls().len()), (1, 0));
}

/// Counts attempts on their way to the transport inside.
struct Counted(Arc<dyn Transport>, Arc<AtomicUsize>);

impl Transport for Counted {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.send(request, attempt)
    }
}

/// How a call ends whose time passes while nothing happens.
async fn late(client: Client, server: &Server) -> Outcome {
    let call = tokio::spawn(async move {
        let thing = make();
        thing
            .call()
            .timeout(Duration::from_secs(10))
            .retry(RetryPolicy::never())
            .send(&client)
            .await
    });
    assert!(server.stalled(1).await);
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(11)).await;
    let error = call.await.unwrap().unwrap_err();
    tokio::time::resume();
    assert_eq!(kind(&error), "timeout");
    error.outcome()
}

/// In the handshake nothing was sent. Once it was written, nobody knows.
#[tokio::test]
async fn an_own_transport_and_one_around_the_default_prove_that_nothing_was_sent() {
    const LONG: Duration = Duration::from_secs(600);
    for own in [true, false] {
        let with = |url| match own {
            true => with_token(url)
                .transport(Tracked(reqwest::Client::builder().no_proxy().build().unwrap())),
            false => with_token(url)
                .connect_timeout(LONG)
                .wrap_transport(|inner| Counted(inner, Arc::default()))
                .wrap_transport(|inner| Counted(inner, Arc::default())),
        };
        let server = Server::start();
        server.greet([Greeting::StallWith(b"")]);
        let handshake = late(with(server.tls_url()).build().unwrap(), &server).await;
        assert_eq!(handshake, Outcome::NotSent, "own: {own}");

        let server = Server::start();
        server.script([ServerAction::Stall(vec![])]);
        let written = late(with(server.url()).build().unwrap(), &server).await;
        assert_eq!(written, Outcome::Unknown, "own: {own}");
    }
}

#[tokio::test]
async fn what_is_wrapped_around_the_default_transport_sees_every_attempt_and_keeps_its_settings() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("localhost"));
    server
        .script([ServerAction::Respond(response_with(503, "", "")), ServerAction::Respond(done())]);
    let (root, counts) = (authority.root(), Arc::new(AtomicUsize::new(0)));
    let counter = Arc::clone(&counts);
    let client = super::with_oauth(&server)
        .http(move |http| http.tls_certs_merge([root.clone()]))
        .wrap_transport(move |inner| Counted(inner, Arc::clone(&counter)))
        .build()
        .unwrap();
    read().send(&client).await.unwrap();
    // The token request is one of them.
    assert_eq!((counts.load(Ordering::Relaxed), server.calls().len()), (3, 2));
}

/// Else its calls would depend on the runtime of the client that it is made from.
#[test]
fn a_blocking_client_has_connections_of_its_own_inside_of_a_wrapped_transport() {
    let server = Server::start();
    let counts = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&counts);
    let client = client(&server).wrap_transport(move |inner| Counted(inner, Arc::clone(&counter)));
    let client = client.build().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { make().send(&client).await }).unwrap();
    let blocking = blocking::Client::new(client).unwrap();
    blocking.send(&make()).unwrap();
    assert_eq!((counts.load(Ordering::Relaxed), server.connections()), (2, 2));
}

#[tokio::test]
async fn a_default_transport_can_be_made_apart_from_a_client() {
    let authority = Authority::new();
    let server = Server::start_tls_with(authority.server("localhost"));
    let root = authority.root();
    let builder = HttpTransport::builder().http(move |http| http.tls_certs_merge([root.clone()]));
    let client = client(&server).transport(builder.build().unwrap()).build().unwrap();
    make().send(&client).await.unwrap();

    for wrong in [
        HttpTransport::builder().http(|http| http.user_agent("planted\n")),
        HttpTransport::builder().connect_timeout(Duration::ZERO),
    ] {
        assert!(matches!(wrong.build(), Err(Error::Config(_))));
    }
}
