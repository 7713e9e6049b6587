//! `ClientBuilder::http`: what it changes, and what it cannot.

use std::error::Error as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use enkash_core::reqwest::Proxy;
use enkash_core::reqwest::redirect::Policy;
use enkash_core::{Error, Outcome, blocking, reqwest};
use enkash_tests::server::{Identity, Server, ServerAction, response_with};

use super::{client, make, read, with_token};

/// Switches on what the client switches off.
fn unsafely(http: reqwest::ClientBuilder) -> reqwest::ClientBuilder {
    http.redirect(Policy::limited(10)).https_only(false).connection_verbose(true)
}

#[tokio::test]
async fn redirects_are_not_followed_even_if_they_are_switched_on() {
    let identity = Identity::localhost();
    let elsewhere = Server::start();
    for status in [301, 302, 303, 307, 308] {
        let moved = response_with(status, &format!("Location: {}/x\r\n", elsewhere.url()), "");
        let (plain, tls) = (Server::start(), Server::start_tls(&identity));
        let root = identity.root();
        let over_tls =
            client(&tls).http(move |http| unsafely(http).tls_certs_merge([root.clone()]));
        for (server, client) in
            [(&plain, client(&plain)), (&plain, client(&plain).http(unsafely)), (&tls, over_tls)]
        {
            let client = client.build().unwrap();
            server.script([
                ServerAction::Respond(moved.clone()),
                ServerAction::Respond(moved.clone()),
            ]);
            for error in
                [make().send(&client).await.unwrap_err(), read().send(&client).await.unwrap_err()]
            {
                assert_eq!(
                    (error.outcome(), error.api().unwrap().status().as_u16()),
                    (Outcome::Unknown, status)
                );
            }
        }
    }
    assert_eq!(elsewhere.connections(), 0);
}

#[test]
fn plain_http_to_another_machine_stays_refused() {
    for url in ["http://example.com/gw", "http://192.0.2.1/gw", "http://localhost.example.com/gw"] {
        let client = with_token(url.to_owned()).http(unsafely);
        assert!(matches!(client.build(), Err(Error::Config(_))), "{url}");
    }
}

/// A proxy would see the token.
#[tokio::test]
async fn plain_http_to_this_machine_goes_through_no_proxy_and_is_never_switched_off() {
    let (server, proxy) = (Server::start(), Server::start());
    let url = format!("http://{}", proxy.address());
    let client =
        client(&server).http(move |http| http.proxy(Proxy::all(&url).unwrap()).https_only(true));
    make().send(&client.build().unwrap()).await.unwrap();
    assert_eq!((server.calls().len(), proxy.connections()), (1, 0));
}

#[test]
fn settings_that_reqwest_refuses_are_a_mistake_of_the_setup() {
    let server = Server::start();
    let Err(Error::Config(error)) =
        client(&server).http(|http| http.user_agent("planted\n")).build()
    else {
        panic!("no error of the setup");
    };
    assert!(error.to_string().contains("`.http(…)`"), "{error}");
    let source = error.source().unwrap();
    assert!(!format!("{error:?}{source}").contains("planted"), "{error:?}");
}

/// One function for each kind of base URL, and again for a blocking client, which has connections
/// of its own.
#[test]
fn every_http_client_is_built_with_the_settings() {
    let built = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&built);
    let server = Server::start();
    let client = client(&server).http(move |http| {
        counted.fetch_add(1, Ordering::Relaxed);
        http
    });
    let client = client.build().unwrap();
    assert_eq!(built.load(Ordering::Relaxed), 1);
    let blocking = blocking::Client::new(client).unwrap();
    assert_eq!(built.load(Ordering::Relaxed), 2);
    blocking.send(&make()).unwrap();
}
