//! Tokens: refused, expired, not to be had.

use std::future::{Future, poll_fn};
use std::task::Poll;
use std::time::Duration;

use enkash_core::{AuthErrorKind, Client, Error, OAuthCredentials, Outcome, RetryPolicy};
use enkash_tests::server::{Act, DeadPort, Server, answer, done, token};

use super::{client as client_with, kind, make, quick, read, signing_in, works};

fn refused() -> Act {
    Act::Answer(answer(401, r#"{"error":"invalid_token"}"#))
}

#[tokio::test]
async fn a_storm_of_401_renews_once_for_each_call() {
    let server = Server::start();
    let client = signing_in(&server).build().unwrap();
    for policy in [quick(), RetryPolicy::never(), quick().max_attempts(10)] {
        for idempotent in [false, true] {
            let (calls, tokens) = (server.calls().len(), server.token_calls().len());
            server.script(vec![refused(); 50]);
            let error = if idempotent {
                read().call().retry(policy).send(&client).await.unwrap_err()
            } else {
                make().call().retry(policy).send(&client).await.unwrap_err()
            };
            assert_eq!(
                (kind(&error).as_str(), error.outcome(), error.attempts()),
                ("401 Json", Outcome::Refused, 2)
            );
            assert_eq!(server.calls().len() - calls, 2);
            // The first call of all has a token to get besides.
            assert_eq!(server.token_calls().len() - tokens, if tokens == 0 { 2 } else { 1 });
        }
    }
    works(&server, &client, "a storm of 401").await;

    server.script([refused(), Act::Answer(done())]);
    assert_eq!(make().send(&client).await.unwrap().attempts(), 2);
    let tokens: Vec<String> = server
        .calls()
        .iter()
        .rev()
        .take(2)
        .filter_map(|call| call.header("authorization").map(str::to_owned))
        .collect();
    assert_ne!(tokens[0], tokens[1]);
}

/// Calls whose common token is refused at the same time get one new token between them.
#[tokio::test]
async fn a_storm_of_401_on_many_calls_at_once_renews_once() {
    const CALLS: usize = 50;
    let server = Server::start();
    let client = signing_in(&server).build().unwrap();
    // The first token call, the fifty calls, and nobody is answered before all are there.
    let first = Act::Gate(CALLS + 1, Box::new(refused()));
    server.script(vec![first; CALLS]);
    let calls: Vec<_> = (0..CALLS).map(|_| tokio::spawn(make().send(&client))).collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap().attempts(), 2);
    }
    assert_eq!((server.calls().len(), server.token_calls().len()), (2 * CALLS, 2));
}

#[tokio::test]
async fn a_thousand_calls_on_an_expired_token_ask_for_one() {
    const CALLS: usize = 1000;
    let server = Server::start();
    let client = signing_in(&server).build().unwrap();
    // A token that is good for the call that got it, and expired for all others.
    server.script_tokens([Act::Answer(token("expired", 0))]);
    works(&server, &client, "the first call").await;
    assert_eq!(server.token_calls().len(), 1);

    // The second token comes when all the calls wait for it and the test says so by the third request.
    server.script_tokens([Act::Gate(4, Box::new(Act::Answer(token("shared", 1000))))]);
    let mut calls: Vec<_> =
        (0..CALLS).map(|_| Box::pin(make().call().timeout(Duration::from_secs(60)).send(&client))).collect();
    poll_fn(|context| {
        let pending = calls.iter_mut().all(|call| call.as_mut().poll(context).is_pending());
        assert!(pending, "a call went on without a token");
        Poll::Ready(())
    })
    .await;
    assert!(server.arrived(3).await, "the token call of the thousand");
    assert_eq!((server.calls().len(), server.token_calls().len()), (1, 2));
    works(&server, &client_with(&server).build().unwrap(), "the gate").await;
    for call in calls {
        assert_eq!(call.await.unwrap().attempts(), 1);
    }
    assert_eq!((server.calls().len(), server.token_calls().len()), (2 + CALLS, 2));
    let shared =
        server.calls().iter().filter(|call| call.header("authorization") == Some("Bearer shared")).count();
    assert_eq!(shared, CALLS);
}

#[tokio::test]
async fn refused_credentials_are_not_tried_again_until_they_are_replaced() {
    let server = Server::start();
    let client = signing_in(&server).build().unwrap();
    let wrong = || Act::Answer(answer(401, r#"{"error":"invalid_grant"}"#));
    server.script_tokens(vec![wrong(); 10]);
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(make().send(&client))).collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(
            (kind(&error).as_str(), error.outcome(), error.attempts()),
            ("auth Refused", Outcome::NotSent, 0)
        );
    }
    assert_eq!(read().send(&client).await.unwrap_err().outcome(), Outcome::NotSent);
    assert_eq!((server.token_calls().len(), server.calls().len()), (1, 0));

    client.auth_reset();
    assert!(make().send(&client).await.is_err());
    assert_eq!(server.token_calls().len(), 2);

    server.script_tokens([]);
    client
        .replace_oauth(OAuthCredentials {
            username: "user@example.com".into(),
            password: "another-password".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: "not-a-real-secret".into(),
        })
        .unwrap();
    works(&server, &client, "other credentials").await;
    assert_eq!(server.token_calls().len(), 3);
}

/// What keeps a token from coming is not the call's fault: it was not sent, and the next one tries again. A sign-in is
/// never repeated by itself once it has left, since failed ones are counted.
#[tokio::test]
async fn a_token_call_that_fails_otherwise_is_not_remembered() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"access_token\":\"x".to_vec();
    for (name, act) in [
        ("closed", Act::Close(vec![])),
        ("reset", Act::Reset(vec![])),
        ("cut off", Act::Close(half)),
        ("a page", Act::Answer(answer(200, "<html></html>"))),
        ("500", Act::Answer(answer(500, "{}"))),
        ("503", Act::Answer(answer(503, ""))),
        ("429", Act::Answer(answer(429, ""))),
        ("302", Act::Answer(answer(302, ""))),
        ("too large", Act::Flood(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 1 << 16])),
        ("stalled", Act::Stall(vec![])),
    ] {
        let server = Server::start();
        let limit = Duration::from_millis(if name == "stalled" { 100 } else { 10_000 });
        let client = signing_in(&server).attempt_timeout(limit).max_response_bytes(1 << 20).build().unwrap();
        server.script_tokens([act]);
        let error = read().send(&client).await.unwrap_err();
        let told = (kind(&error), error.outcome(), error.attempts());
        assert_eq!(told, ("auth Unavailable".to_owned(), Outcome::NotSent, 0), "{name}: {error:?}");
        assert!(matches!(&error, Error::Auth(error) if error.cause().is_some()), "{name}");
        assert_eq!((server.token_calls().len(), server.calls().len()), (1, 0), "{name}");
        works(&server, &client, name).await;
        assert_eq!(server.token_calls().len(), 2, "{name}");
    }
}

#[tokio::test]
async fn a_token_host_that_cannot_be_reached_means_not_sent() {
    let server = Server::start();
    let dead = DeadPort::bind().unwrap();
    let client: Client = signing_in(&server)
        .token_base_url(enkash_core::Product::AccountsReceivable, dead.url())
        .build()
        .unwrap();
    for _ in 0..2 {
        let error = make().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
        let Error::Auth(error) = error else { panic!("{error:?}") };
        assert_eq!(error.kind(), AuthErrorKind::Unavailable);
        assert_eq!(error.cause().map(Error::attempts), Some(3));
    }
    assert_eq!(server.connections(), 0);
}

/// After a 401 the call has been refused; that no new token could be had then does not make it unsent.
#[tokio::test]
async fn a_renewal_that_fails_leaves_the_calls_outcome_as_it_was() {
    let server = Server::start();
    for (tokens, expected) in
        [(Act::Answer(answer(401, "{}")), "auth Refused"), (Act::Close(vec![]), "auth Unavailable")]
    {
        let client = signing_in(&server).build().unwrap();
        server.script_tokens([Act::Answer(token("first", 1000)), tokens]);
        server.script([refused()]);
        let error = make().send(&client).await.unwrap_err();
        assert_eq!(
            (kind(&error).as_str(), error.outcome(), error.attempts()),
            (expected, Outcome::Refused, 1)
        );

        // A lost attempt stays unknown.
        let client = signing_in(&server).build().unwrap();
        server.script_tokens([Act::Answer(token("first", 1000)), Act::Answer(answer(500, ""))]);
        server.script([Act::Close(vec![]), refused()]);
        let error = read().send(&client).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::Unknown, 2));
    }
}

/// A token that was given cannot be renewed, and is not tried twice.
#[tokio::test]
async fn a_given_token_that_is_refused_is_a_refusal() {
    let server = Server::start();
    let client = client_with(&server).build().unwrap();
    server.script([refused()]);
    let error = read().send(&client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts(), server.calls().len()), (Outcome::Refused, 1, 1));
    works(&server, &client, "a 401").await;
}
