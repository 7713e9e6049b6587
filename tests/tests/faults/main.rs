//! What the caller learns when the network and the server misbehave, over real sockets of this
//! machine.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]
#![allow(unreachable_pub, reason = "endpoints and models are declared as a program declares them")]

mod auth;
mod blocking;
mod cancelling;
mod certificates;
mod connecting;
mod connections;
#[cfg(target_os = "linux")]
mod environment;
#[cfg(all(feature = "cards", feature = "payouts"))]
mod exactly_once;
mod http2;
mod own_http;
mod own_transport;
mod proxies;
mod resending;
mod responses;
mod stages;

use std::time::Duration;

use enkash_core::{
    BearerToken, Client, ClientBuilder, Error, OAuthCredentials, Reply, RetryPolicy, Text,
    TransportErrorKind, endpoint,
};
use enkash_tests::fixtures::PRODUCT;
use enkash_tests::server::Server;

/// Not idempotent.
#[endpoint(POST, "/api/v0/thing")]
pub struct MakeThing {
    pub name: String,
}

/// Idempotent by its method.
#[endpoint(GET, "/api/v0/thing/<thingId>")]
pub struct ReadThing {
    pub thing_id: String,
}

/// Idempotent by its declaration.
#[endpoint(DELETE, "/api/v0/thing/<thingId>", idempotent = true)]
pub struct DeleteThing {
    pub thing_id: String,
}

/// A GET that acts.
#[endpoint(GET, "/api/v0/thing/<thingId>/pay", idempotent = false)]
pub struct PayThing {
    pub thing_id: String,
}

fn make() -> MakeThing {
    MakeThing { name: "a".to_owned() }
}

fn read() -> ReadThing {
    ReadThing { thing_id: "1".to_owned() }
}

fn delete() -> DeleteThing {
    DeleteThing { thing_id: "1".to_owned() }
}

/// Waits of no length, so that attempts follow one another at once.
fn quick() -> RetryPolicy {
    RetryPolicy::default().delays(Duration::from_millis(1), Duration::from_millis(1))
}

fn at(url: String) -> ClientBuilder {
    Client::builder().products(&[&PRODUCT]).base_url(&PRODUCT, url).retry(quick()).jitter_seed(1)
}

/// A client with a token that it was given.
fn with_token(url: String) -> ClientBuilder {
    at(url).credentials(BearerToken::new("not-a-real-token"))
}

/// A client of the server with a token that it was given.
fn client(server: &Server) -> ClientBuilder {
    with_token(server.url())
}

/// The server by a name that is not this machine's, and that a client resolves by a setting alone.
fn on_the_network(server: &Server) -> String {
    format!("https://server.example:{}/gw", server.address().port())
}

/// A client of the server with OAuth credentials.
fn with_oauth(server: &Server) -> ClientBuilder {
    at(server.url()).credentials(credentials("not-a-real-password"))
}

fn credentials(password: &str) -> OAuthCredentials {
    OAuthCredentials {
        username: "user@example.com".into(),
        password: password.into(),
        client_id: "CEK0TEST01".into(),
        client_secret: "not-a-real-secret".into(),
    }
}

/// Lets so much time pass, as far as the client can know.
async fn pass(seconds: u64) {
    tokio::time::pause();
    tokio::time::advance(Duration::from_secs(seconds)).await;
    tokio::time::resume();
}

/// What kind of failure it is, with the particulars that tell one from another.
fn kind(error: &Error) -> String {
    match error {
        Error::Transport(error) => match error.kind() {
            TransportErrorKind::Connect => "connect".to_owned(),
            TransportErrorKind::Dns => "dns".to_owned(),
            TransportErrorKind::Tls => "tls".to_owned(),
            TransportErrorKind::Proxy => "proxy".to_owned(),
            TransportErrorKind::Timeout => "timeout".to_owned(),
            TransportErrorKind::Request => "request".to_owned(),
            TransportErrorKind::Body => "body".to_owned(),
            TransportErrorKind::TooLarge => "too large".to_owned(),
            TransportErrorKind::Redirected => "redirected".to_owned(),
            other => panic!("{other:?}"),
        },
        Error::Api(error) => format!("{} {:?}", error.status().as_u16(), error.body_form()),
        Error::Auth(error) => format!("auth {:?}", error.kind()),
        other => other.kind().to_string(),
    }
}

/// The next call on the same client works, whatever happened before.
async fn works(server: &Server, client: &Client, after: &str) {
    server.greet([]);
    server.script([]);
    let before = server.calls().len();
    let reply: Reply<Text> =
        make().send(client).await.unwrap_or_else(|error| panic!("{after}: {error:?}"));
    assert_eq!(reply.payload.as_deref(), Some("done"), "{after}");
    assert_eq!((reply.attempts(), server.calls().len()), (1, before + 1), "{after}");
}
