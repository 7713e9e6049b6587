//! Tokens: refused, expired, unobtainable.

use std::future::{Future, poll_fn};
use std::task::Poll;
use std::time::Duration;

use enkash_core::{AuthErrorKind, Client, Error, OAuthCredentials, Outcome, RetryPolicy};
use enkash_tests::server::{
    DeadPort, Greeting, Server, ServerAction, response, response_with, token,
};

use super::{
    PRODUCT, at, client as client_with, credentials, kind, make, pass, quick, read, with_oauth,
    works,
};

fn refused() -> ServerAction {
    ServerAction::Respond(response(401, r#"{"error":"invalid_token"}"#))
}

fn wrong_password() -> ServerAction {
    ServerAction::Respond(response(
        400,
        r#"{"error":"invalid_grant","error_description":"Bad credentials"}"#,
    ))
}

/// The error of a call that gets no token within half a second.
async fn without_token(client: &Client) -> AuthErrorKind {
    let error = make().call().timeout(Duration::from_millis(500)).send(client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{error:?}");
    match error {
        Error::Auth(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn calls_that_all_get_401_request_two_tokens_at_most() {
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    server.script(vec![refused(); 500]);
    for (seconds, attempts) in [(0, 1), (30, 2), (30, 1)] {
        pass(seconds).await;
        for policy in [quick(), RetryPolicy::never(), quick().max_attempts(10)] {
            let error = read().call().retry(policy).send(&client).await.unwrap_err();
            assert_eq!((kind(&error).as_str(), error.outcome()), ("401 Json", Outcome::Refused));
            if policy == quick() {
                assert_eq!(error.attempts(), attempts);
            }
        }
        let calls: Vec<_> = (0..60).map(|_| tokio::spawn(make().send(&client))).collect();
        for call in calls {
            assert_eq!(call.await.unwrap().unwrap_err().outcome(), Outcome::Refused);
        }
    }
    assert_eq!(server.token_requests().len(), 2);
    works(&server, &client, "a storm of 401").await;
}

/// Calls whose common token is refused at the same time get one new token between them.
#[tokio::test]
async fn a_storm_of_401_on_many_calls_at_once_renews_once() {
    const CALLS: usize = 50;
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    works(&server, &client, "the first token").await;
    pass(30).await;
    // A token request, a call, the fifty calls; and nobody gets a response before all have arrived.
    let first = ServerAction::Gate(CALLS + 2, Box::new(refused()));
    server.script(vec![first; CALLS]);
    let calls: Vec<_> = (0..CALLS).map(|_| tokio::spawn(make().send(&client))).collect();
    for call in calls {
        assert_eq!(call.await.unwrap().unwrap().attempts(), 2);
    }
    assert_eq!((server.calls().len(), server.token_requests().len()), (2 * CALLS + 1, 2));
    let last =
        server.calls().last().and_then(|call| call.header("authorization").map(str::to_owned));
    assert_eq!(last.as_deref(), Some("Bearer token-2"));
}

#[tokio::test]
async fn a_thousand_calls_on_an_expired_token_request_one() {
    const CALLS: usize = 1000;
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    server.script_tokens([ServerAction::Respond(token("expired", 100))]);
    works(&server, &client, "the first call").await;
    pass(100).await;

    // The second token comes when all the calls wait for it, which the test signals by the third
    // request.
    server.script_tokens([ServerAction::Gate(
        4,
        Box::new(ServerAction::Respond(token("shared", 1000))),
    )]);
    let mut calls: Vec<_> = (0..CALLS)
        .map(|_| Box::pin(make().call().timeout(Duration::from_secs(60)).send(&client)))
        .collect();
    poll_fn(|context| {
        let pending = calls.iter_mut().all(|call| call.as_mut().poll(context).is_pending());
        assert!(pending, "a call went on without a token");
        Poll::Ready(())
    })
    .await;
    assert!(server.arrived(3).await, "the token request of the thousand");
    assert_eq!((server.calls().len(), server.token_requests().len()), (1, 2));
    works(&server, &client_with(&server).build().unwrap(), "the gate").await;
    for call in calls {
        assert_eq!(call.await.unwrap().attempts(), 1);
    }
    assert_eq!((server.calls().len(), server.token_requests().len()), (2 + CALLS, 2));
    let shared = server
        .calls()
        .iter()
        .filter(|call| call.header("authorization") == Some("Bearer shared"))
        .count();
    assert_eq!(shared, CALLS);
}

#[tokio::test]
async fn refused_credentials_are_not_tried_again_until_they_are_replaced() {
    let server = Server::start();
    let client = with_oauth(&server).build().unwrap();
    server.script_tokens(vec![wrong_password(); 10]);
    let calls: Vec<_> = (0..50).map(|_| tokio::spawn(make().send(&client))).collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!(
            (kind(&error).as_str(), error.outcome(), error.attempts()),
            ("auth Refused", Outcome::NotSent, 0)
        );
        assert!(
            error.to_string().contains(r#"status 400 invalid_grant: "Bad credentials""#),
            "{error}"
        );
    }
    pass(1_000_000).await;
    assert_eq!(without_token(&client).await, AuthErrorKind::Refused);
    assert_eq!((server.token_requests().len(), server.calls().len()), (1, 0));

    client.reset_auth();
    assert_eq!(without_token(&client).await, AuthErrorKind::Refused);
    assert_eq!(server.token_requests().len(), 2);

    server.script_tokens([]);
    client.replace_credentials(credentials("another-password")).unwrap();
    works(&server, &client, "other credentials").await;
    assert_eq!(server.token_requests().len(), 3);
}

/// What may have counted as a failed attempt happens twice at most; then the account is left alone.
#[tokio::test]
async fn a_doubtful_token_request_is_made_twice_and_then_suspended() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"access_token\":\"x".to_vec();
    for (name, act) in [
        ("closed", ServerAction::Close(vec![])),
        ("reset", ServerAction::Reset(vec![])),
        ("cut off", ServerAction::Close(half)),
        ("a page", ServerAction::Respond(response(200, "<html></html>"))),
        ("403", ServerAction::Respond(response(403, "<html></html>"))),
        ("500", ServerAction::Respond(response(500, "{}"))),
        (
            "too large",
            ServerAction::Flood(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), vec![b'x'; 1 << 16]),
        ),
        ("stalled", ServerAction::Stall(vec![])),
    ] {
        let server = Server::start();
        let limit = Duration::from_millis(if name == "stalled" { 100 } else { 10_000 });
        let client =
            with_oauth(&server).attempt_timeout(limit).max_response_bytes(1 << 20).build().unwrap();
        server.script_tokens(vec![act; 9]);
        for (requests, expected) in [
            (1, "auth Unavailable"),
            (2, "auth Suspended"),
            (2, "auth Suspended"),
            (2, "auth Suspended"),
        ] {
            let error = read().send(&client).await.unwrap_err();
            let actual = (kind(&error), error.outcome(), error.attempts());
            assert_eq!(actual, (expected.to_owned(), Outcome::NotSent, 0), "{name}: {error:?}");
            assert!(
                matches!(&error, Error::Auth(error) if error.request_error().is_some()),
                "{name}"
            );
            assert_eq!(
                (server.token_requests().len(), server.calls().len()),
                (requests, 0),
                "{name}"
            );
        }
        server.script_tokens([]);
        pass(15 * 60).await;
        works(&server, &client, name).await;
        assert_eq!(server.token_requests().len(), 3, "{name}");
    }
}

/// A failure that is not about the credentials passes by itself, and does not cause a token request
/// for each call.
#[tokio::test]
async fn an_unavailable_token_host_gets_no_request_for_each_call() {
    let server = Server::start();
    for (name, bytes, seconds) in [
        ("503", response(503, ""), 2),
        ("429", response_with(429, "Retry-After: 60\r\n", ""), 60),
        ("404", response(404, ""), 2),
        ("307", response_with(307, "Location: /login\r\n", ""), 2),
    ] {
        let client = with_oauth(&server).build().unwrap();
        let before = server.token_requests().len();
        server.script_tokens(vec![ServerAction::Respond(bytes); 300]);
        let calls: Vec<_> = (0..300).map(|_| without_token(&client)).collect();
        for call in calls {
            assert_eq!(call.await, AuthErrorKind::Unavailable, "{name}");
        }
        assert_eq!(server.token_requests().len(), before + 1, "{name}");
        server.script_tokens([]);
        pass(seconds).await;
        works(&server, &client, name).await;
        assert_eq!(server.token_requests().len(), before + 2, "{name}");
    }
}

#[tokio::test]
async fn a_token_host_that_cannot_be_reached_means_not_sent() {
    let server = Server::start();
    let dead = DeadPort::bind().unwrap();
    let client: Client = with_oauth(&server).token_base_url(&PRODUCT, dead.url()).build().unwrap();
    for _ in 0..2 {
        assert_eq!(without_token(&client).await, AuthErrorKind::Unavailable);
    }
    let error = read().send(&client).await.unwrap_err();
    assert!(error.is_connect() && error.is_auth() && !error.is_timeout(), "{error:?}");
    assert!(error.to_string().contains("could not connect to the server: "), "{error}");
    assert_eq!(server.connections(), 0);
}

/// The runtime that began the request is there, and nobody drives it.
#[tokio::test]
async fn a_token_request_on_a_runtime_that_is_not_driven_is_given_up() {
    let server = Server::start();
    let client = with_oauth(&server).attempt_timeout(Duration::from_millis(300)).build().unwrap();
    server.script_tokens([ServerAction::Stall(vec![]), ServerAction::Close(vec![])]);
    let begun = client.clone();
    let stalled = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let call =
            async { tokio::time::timeout(Duration::from_millis(100), make().send(&begun)).await };
        assert!(runtime.block_on(call).is_err());
        runtime
    });
    let stalled = stalled.join().unwrap();
    // It was counted: the next lost response is the second one.
    assert_eq!(kind(&make().send(&client).await.unwrap_err()), "auth Suspended");
    assert_eq!(server.token_requests().len(), 2);
    client.reset_auth();
    works(&server, &client, "a runtime that is not driven").await;
    stalled.shutdown_background();
}

/// The sandbox locks an account as the platform does, after three failed attempts.
#[cfg(all(feature = "cards", feature = "expense", feature = "payouts", feature = "wallet"))]
#[tokio::test]
async fn a_wrong_password_is_one_failed_attempt_however_often_it_is_given() {
    use enkash_core::{CallAuth, Method, Product};
    use enkash_endpoints::cards::CARDS;
    use enkash_endpoints::expense::EXPENSE;
    use enkash_endpoints::payouts::PAYOUTS;
    use enkash_endpoints::wallet::WALLET;
    use enkash_endpoints::{PARTNER_ID, PRODUCTS};
    use enkash_sandbox::{Action, Sandbox};

    let sandbox = Sandbox::start().await.unwrap();
    let right = enkash_tests::fixtures::credentials(&sandbox);
    let wrong = || OAuthCredentials { password: "not-the-password".into(), ..right.clone() };
    let products =
        || PRODUCTS.iter().copied().filter(|product| product.name() != "payment-gateway");
    let builder = enkash_endpoints::client().setting(PARTNER_ID, "PARTNER01").retry(quick());
    let mut builder = builder.credentials(wrong());
    for product in products() {
        builder = builder.base_url(product, sandbox.url(enkash_tests::contract::file_of(product)));
    }
    for product in [&CARDS, &WALLET, &PAYOUTS] {
        builder = builder.credentials_for(product, wrong());
    }
    let client = builder.build().unwrap();
    let call = |product: &'static Product| client.raw(product, Method::GET, "/api/v0/any").send();
    let calls: Vec<_> =
        (0..10).flat_map(|_| products()).map(|product| tokio::spawn(call(product))).collect();
    for call in calls {
        let error = call.await.unwrap().unwrap_err();
        assert_eq!((kind(&error).as_str(), error.outcome()), ("auth Refused", Outcome::NotSent));
    }
    let request = |password: &str| {
        let fields = [
            ("grant_type", "password"),
            ("username", right.username.expose()),
            ("password", password),
            ("clientId", &right.client_id),
        ];
        let call = client.raw(&PAYOUTS, Method::POST, "/oauth/token").auth(CallAuth::Basic);
        call.encrypt(false).bare().form(fields).send()
    };
    for _ in 0..5 {
        assert_eq!(kind(&request("not-the-password").await.unwrap_err()), "auth Refused");
    }
    let effects: Vec<_> = sandbox.journal().into_iter().flat_map(|entry| entry.effects).collect();
    let failed =
        effects.iter().filter(|effect| effect.action == Action::TokenRequestRefused).count();
    assert_eq!((failed, sandbox.is_locked()), (1, false));

    // The right one is another account.
    request(right.password.expose()).await.unwrap();
    client.replace_credentials(right.clone()).unwrap();
    let error = call(&EXPENSE).await.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
}

/// Clients that are built one after the other, for each job say, share what is known of an account.
#[tokio::test]
async fn clients_of_one_process_share_the_memory_of_their_account() {
    let server = Server::start();
    server.greet([Greeting::CloseWith(b"no TLS"); 3]);
    let address = server.address();
    let client = |milliseconds| {
        at(format!("https://accounts.invalid:{}", address.port()))
            .credentials(OAuthCredentials {
                username: "user-of-several-clients".into(),
                ..credentials("not-a-real-password")
            })
            .timeout(Duration::from_millis(milliseconds))
            .http(move |http| http.no_proxy().resolve("accounts.invalid", address))
            .build()
            .unwrap()
    };
    // The pause is one second, so none of them waits it out. They are all there before it begins:
    // making one takes time.
    for client in [client(900), client(100), client(100)] {
        let error = make().send(&client).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    }
    assert_eq!(server.connections(), 1, "the others wait for the pause after it");
}
