//! The number of token requests, for every behaviour of the token host.

use super::*;

#[tokio::test(start_paused = true)]
async fn a_thousand_calls_request_one_token() {
    let (mock, client) =
        token_client([grant("one", 100).after(SECOND), grant("two", 100).after(SECOND)]);
    for (round, token) in ["one", "two"].into_iter().enumerate() {
        for end in at_once(&client, 1000).await {
            end.unwrap();
        }
        assert_eq!(mock.token_requests().len(), round + 1);
        assert!(carried(&mock)[round * 1000..].iter().all(|carried| carried == token));
        // After the token has expired.
        sleep(200 * SECOND).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_on_many_threads_request_one_token() {
    let (mock, client) = token_client([grant("one", 100).after(Duration::from_millis(50))]);
    for end in at_once(&client, 1000).await {
        end.unwrap();
    }
    assert_eq!(mock.token_requests().len(), 1);
}

/// The results of 100 concurrent calls, of one more, and of another one, with the number of token
/// requests after each.
#[tokio::test(start_paused = true)]
async fn the_memory_of_failed_requests_holds_for_every_call() {
    use AuthErrorKind::{Refused, Suspended, Unavailable};
    let html = |status| MockResponse::raw(status, "<html>Forbidden</html>");
    let refused = [(Refused, 1); 3];
    let suspended = [(Unavailable, 1), (Suspended, 2), (Suspended, 2)];
    let second_refused = [(Unavailable, 1), (Refused, 2), (Refused, 2)];
    // One case for each class and each way into it; the tests of `classify` and `grant` cover the
    // responses of each class.
    for (step, expected) in [
        (invalid_grant(), refused),
        (MockResponse::raw(200, r#"{"errorResponse":{"errorType":"UNAUTHORIZED"}}"#), refused),
        (html(401), second_refused),
        (html(403), suspended),
        (html(200), suspended),
        (MockResponse::raw(200, "{\"access_token\":\"a\\nb\"}"), suspended),
        (html(302), suspended),
        (html(303), suspended),
        (html(500), suspended),
        (lost(), suspended),
        (MockResponse::fail(crate::TransportErrorKind::TooLarge, Outcome::Unknown), suspended),
        (MockResponse::hang(), suspended),
    ] {
        let (mock, client) = token_client([step.clone().after(SECOND)]);
        let described = format!("{step:?}");
        for end in at_once(&client, 100).await {
            let error = end.unwrap_err();
            assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{described}");
            assert_eq!(auth_error(error).kind(), expected[0].0, "{described}");
        }
        assert_eq!(mock.token_requests().len(), expected[0].1, "{described}");
        for (kind, requests) in &expected[1..] {
            assert_eq!(failure(&client).await, *kind, "{described}");
            assert_eq!(mock.token_requests().len(), *requests, "{described}");
        }
        assert!(mock.received().is_empty());
    }
}

#[tokio::test(start_paused = true)]
async fn a_suspended_account_gets_one_request_after_each_suspension() {
    let minutes = |minutes: u32| minutes * 60 * SECOND;
    for (builder, suspension) in
        [(builder(), minutes(15)), (builder().token_suspension(minutes(3)), minutes(3))]
    {
        let (mock, client) = client_of(mock_with_tokens([lost()]), builder);
        failure(&client).await;
        failure(&client).await;
        for requests in 2..5 {
            for _ in 0..10 {
                assert_eq!(failure(&client).await, AuthErrorKind::Suspended);
                assert_eq!(mock.token_requests().len(), requests);
                sleep(suspension / 11).await;
            }
            sleep(suspension / 11).await;
            assert_eq!(failure(&client).await, AuthErrorKind::Suspended);
        }
        for change in [(|client| client.reset_auth()) as fn(&Client), |client| {
            client.replace_credentials(other_credentials()).unwrap()
        }] {
            let before = mock.token_requests().len();
            change(&client);
            assert_eq!(failure(&client).await, AuthErrorKind::Unavailable);
            assert_eq!(failure(&client).await, AuthErrorKind::Suspended);
            assert_eq!(failure(&client).await, AuthErrorKind::Suspended);
            assert_eq!(mock.token_requests().len(), before + 2);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn refused_credentials_are_not_tried_again_until_something_changes() {
    let (mock, client) = token_client([invalid_grant()]);
    for _ in 0..5 {
        assert_eq!(failure(&client).await, AuthErrorKind::Refused);
        sleep(100_000 * SECOND).await;
    }
    client.replace_credentials(credentials()).unwrap();
    assert_eq!(failure(&client).await, AuthErrorKind::Refused);
    assert_eq!(mock.token_requests().len(), 1, "the same credentials are no others");
    client.reset_auth();
    failure(&client).await;
    failure(&client).await;
    assert_eq!(mock.token_requests().len(), 2);
    client.replace_credentials(other_credentials()).unwrap();
    failure(&client).await;
    failure(&client).await;
    assert_eq!(mock.token_requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn calls_wait_for_an_unavailable_host_within_their_limit() {
    for step in [status(408), status(429), status(503), refused_connection()] {
        // The token host recovers.
        let (mock, client) = token_client([step.clone(), step.clone(), grant("one", 100)]);
        let begin = Instant::now();
        for end in at_once(&client, 300).await {
            assert_eq!(end.unwrap().attempts(), 1);
        }
        let waited = begin.elapsed();
        assert!(waited >= 3 * SECOND && waited <= 6 * SECOND + SECOND / 10, "{waited:?}");
        assert_eq!(mock.token_requests().len(), 3, "{step:?}");

        // The token host does not recover.
        let (mock, client) = token_client([step.clone()]);
        let begin = Instant::now();
        for end in at_once(&client, 300).await {
            let error = end.unwrap_err();
            assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
            let error = auth_error(error);
            assert_eq!(error.kind(), AuthErrorKind::Unavailable);
            assert!(error.request_error().is_some());
        }
        assert!(begin.elapsed() <= 60 * SECOND);
        let requests = mock.token_requests();
        assert!((5..=6).contains(&requests.len()), "{step:?}: {}", requests.len());
        for pair in requests.windows(2) {
            assert!(pair[1].at() - pair[0].at() >= SECOND);
        }
    }
}

/// A login page, or a wrong base URL: the next request would end in the same way.
#[tokio::test(start_paused = true)]
async fn calls_do_not_wait_where_time_cures_nothing() {
    for code in [301, 302, 303, 307, 308, 404, 405, 410] {
        // Granted once, so that a redirect is no doubt.
        let (mock, client) = token_client([grant("one", 100), status(code)]);
        call(&client).await.unwrap();
        sleep(100 * SECOND).await;
        let begin = Instant::now();
        for end in at_once(&client, 100).await {
            let error = auth_error(end.unwrap_err());
            assert_eq!(error.kind(), AuthErrorKind::Unavailable, "{code}");
            assert!(error.time_left().is_some_and(|left| left >= SECOND), "{code}");
        }
        assert_eq!(begin.elapsed(), Duration::ZERO, "{code}");
        assert_eq!(mock.token_requests().len(), 2, "{code}");
        // The host is left alone all the same, and then asked once for each call.
        failure(&client).await;
        assert!(begin.elapsed() >= SECOND, "{code}");
        assert_eq!(mock.token_requests().len(), 3, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_that_asks_to_wait_gets_no_token_request_before() {
    let busy = |seconds| status(429).header("retry-after", seconds);
    for (asked, within) in [("20", true), ("60", false), ("86400", false)] {
        let (mock, client) = token_client([busy(asked), grant("one", 100)]);
        let begin = Instant::now();
        for end in at_once(&client, 100).await {
            assert_eq!(end.is_ok(), within, "{asked}");
        }
        if within {
            assert!(begin.elapsed() >= 20 * SECOND);
        } else {
            // A delay that exceeds the time limit of the call does not start.
            assert_eq!(begin.elapsed(), Duration::ZERO);
            let error = auth_error(call(&client).await.unwrap_err());
            assert_eq!(error.kind(), AuthErrorKind::Unavailable);
            assert!(error.time_left().is_some_and(|left| left <= 900 * SECOND), "{asked}");
            assert_eq!(mock.token_requests().len(), 1);
            sleep(900 * SECOND).await;
            call(&client).await.unwrap();
        }
        assert_eq!(mock.token_requests().len(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn the_error_says_what_the_server_said_and_what_to_do_and_shows_no_secret() {
    let body = r#"{"errorResponse":{"errorType":"UNAUTHORIZED","errorMessage":"no PLANTED-USER with planted-password"}}"#;
    let (_, client) = token_client([MockResponse::raw(401, body)]);
    for _ in 0..2 {
        assert_eq!(
            call(&client).await.unwrap_err().to_string(),
            "the server refused the credentials (status 401 UNAUTHORIZED; check `username`, `password`, \
             `client_id`, `client_secret` of `OAuthCredentials`); they are not tried again, since failed attempts lock the account: replace them, or call `reset_auth` once the account is in order \
             (nothing was sent)"
        );
    }
    let error = auth_error(call(&client).await.unwrap_err());
    let cause = error.request_error().and_then(Error::api).unwrap();
    assert_eq!(cause.error_type(), Some("UNAUTHORIZED"));

    let (_, client) = token_client([MockResponse::raw(
        403,
        r#"{"error":"access_denied","message":"IP not allowed"}"#,
    )]);
    assert_eq!(
        call(&client).await.unwrap_err().to_string(),
        "could not obtain an access token (status 403 access_denied: \"IP not allowed\"; check `username`, `password`, \
         `client_id`, `client_secret` of `OAuthCredentials`); a later call requests one again \
         (nothing was sent)"
    );
    call(&client).await.unwrap_err();
    sleep(SECOND).await;
    let error = call(&client).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "token requests are suspended for 899 s, since the last ones may have counted as failed attempts (status 403 \
         access_denied: \"IP not allowed\"; check `username`, `password`, `client_id`, `client_secret` of \
         `OAuthCredentials`); these lock the account: check the credentials and the token host, then call \
         `reset_auth`, or wait (nothing was sent)"
    );
    assert_eq!(auth_error(error).time_left(), Some(899 * SECOND));

    // A success in an unknown format could contain a token.
    let (_, client) = token_client([MockResponse::raw(200, r#"{"bearer":"planted-token"}"#)]);
    let error = auth_error(call(&client).await.unwrap_err());
    let Some(Error::Decode(cause)) = error.request_error() else { panic!("{error:?}") };
    assert!(cause.body().is_empty());
}

#[tokio::test(start_paused = true)]
async fn limits_of_ages_are_none() {
    let most = Duration::MAX;
    let own = builder().attempt_timeout(most).timeout(most).token_suspension(most);
    let (mock, client) = client_of(mock_with_tokens([lost()]), own);
    assert_eq!(failure(&client).await, AuthErrorKind::Unavailable);
    for _ in 0..3 {
        assert_eq!(failure(&client).await, AuthErrorKind::Suspended);
        sleep(100_000 * SECOND).await;
    }
    assert_eq!(mock.token_requests().len(), 2);
    let own = [("username", "planted-user"), ("password", "planted-password")];
    let declared = client
        .raw(&INVOICES, Method::POST, "/t")
        .auth(crate::CallAuth::Basic)
        .form(own)
        .attempt_timeout(most);
    assert_eq!(auth_error(declared.send().await.unwrap_err()).kind(), AuthErrorKind::Suspended);
}
