//! Accounts, and the source of their tokens.

use super::*;
use crate::{Environment, ErrorKind};

#[tokio::test(start_paused = true)]
async fn the_token_request_goes_to_the_token_host_with_the_documented_form() {
    let mock = mock_with([done()]);
    let client = builder()
        .credentials(OAuthCredentials {
            username: "api-user@example.com".into(),
            password: "p&ss=w\u{f6}rd".into(),
            ..credentials()
        })
        .credentials(KeyPair { access_key: "AK0".into(), secret_key: "S\"0".into() })
        .token_base_url(&CARDS, "https://token.invalid/t/")
        .transport(mock.clone())
        .build()
        .unwrap();
    for product in [&INVOICES, &CARDS, &PAYOUTS, &EXPENSE, &GATEWAY] {
        call_of(&client, product).await.unwrap();
    }
    let requests = mock.token_requests();
    assert_eq!(requests.len(), 3, "products that share account and host share the token");
    let urls: Vec<_> = requests.iter().map(|request| request.url().to_string()).collect();
    assert_eq!(
        urls,
        [
            "https://example.invalid/gw/oauth/token",
            "https://token.invalid/t/oauth/token",
            "https://example.invalid/gw/keys/token"
        ]
    );
    for request in &requests[..2] {
        assert_eq!(
            request.header("authorization"),
            Some("Basic Q0VLMFRFU1QwMTpzZGstdGVzdC1zZWNyZXQtMDAwMQ==")
        );
        assert!(request.headers()["authorization"].is_sensitive());
        assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
        assert_eq!(
            request.body(),
            "grant_type=password&username=api-user%40example.com&password=p%26ss%3Dw%C3%B6rd&clientId=CEK0TEST01"
        );
    }
    assert_eq!(requests[2].header("authorization"), None);
    assert_eq!(requests[2].header("x-access-key"), None);
    assert_eq!(requests[2].header("content-type"), Some("application/json"));
    assert_eq!(requests[2].body(), r#"{"accessKey":"AK0","secretKey":"S\"0"}"#);
}

#[tokio::test(start_paused = true)]
async fn documented_token_hosts_count_only_beside_documented_hosts() {
    let mock = mock_with([done()]);
    let client = Client::builder()
        .environment(Environment::Test)
        .base_url(&WALLET, "https://moved.invalid")
        .setting(PARTNER, "p")
        .credentials(credentials())
        .transport(mock.clone())
        .build()
        .unwrap();
    for product in [&CARDS, &WALLET] {
        call_of(&client, product).await.unwrap();
    }
    let hosts: Vec<_> = mock
        .token_requests()
        .iter()
        .map(|seen| seen.url().host_str().unwrap().to_owned())
        .collect();
    assert_eq!(hosts, ["token.test.invalid", "moved.invalid"]);
}

#[tokio::test(start_paused = true)]
async fn the_gateways_token_goes_out_without_bearer_where_the_setting_says_so() {
    for (without_bearer, expected) in [(false, "Bearer token-1"), (true, "token-1")] {
        let mock = mock_with([done()]);
        let keys = || KeyPair { access_key: "AK0".into(), secret_key: "SK0".into() };
        let client = builder()
            .credentials(credentials())
            .credentials(keys())
            .token_without_bearer(&GATEWAY, without_bearer)
            .transport(mock.clone())
            .build()
            .unwrap();
        client.replace_credentials(KeyPair { access_key: "AK1".into(), ..keys() }).unwrap();
        call_of(&client, &GATEWAY).await.unwrap();
        call(&client).await.unwrap();
        let calls = mock.received();
        assert_eq!(calls[0].header("authorization"), Some(expected));
        assert_eq!(calls[0].header("x-access-key"), Some("AK1"));
        assert_eq!(
            calls[1].header("authorization"),
            Some("Bearer token-2"),
            "only the gateway's token"
        );

        let mock = mock_with([done()]);
        let client = builder()
            .credentials(BearerToken::new("token-1"))
            .token_without_bearer(&GATEWAY, without_bearer)
            .transport(mock.clone())
            .build()
            .unwrap();
        call_of(&client, &GATEWAY).await.unwrap();
        assert_eq!(mock.received()[0].header("authorization"), Some(expected));
    }
}

#[tokio::test(start_paused = true)]
async fn equal_credentials_are_one_account_on_all_its_hosts() {
    let wait = Duration::from_millis(1050);
    let mock = mock_with_tokens([invalid_grant().after(wait)]);
    let mut own = builder();
    for product in [&CARDS, &WALLET, &PAYOUTS] {
        own = own
            .credentials_for(product, credentials())
            .token_base_url(product, format!("https://{product}.invalid"));
    }
    let (mock, client) = client_of(mock, own);
    let begin = Instant::now();
    let calls: Vec<_> = [&EXPENSE, &CARDS, &WALLET, &PAYOUTS]
        .map(|product| tokio::spawn(call_of(&client, product)))
        .into();
    for call in calls {
        assert_eq!(auth_error(call.await.unwrap().unwrap_err()).kind(), AuthErrorKind::Refused);
    }
    assert_eq!((mock.token_requests().len(), begin.elapsed()), (1, wait));

    // Other credentials are another account.
    client.replace_credentials_for(&CARDS, other_credentials()).unwrap();
    call_of(&client, &CARDS).await.unwrap_err();
    call_of(&client, &WALLET).await.unwrap_err();
    assert_eq!(mock.token_requests().len(), 2);
    client.replace_credentials_for(&WALLET, other_credentials()).unwrap();
    call_of(&client, &WALLET).await.unwrap_err();
    assert_eq!(mock.token_requests().len(), 2, "these were refused as well");
}

#[tokio::test(start_paused = true)]
async fn what_was_under_way_when_credentials_changed_brings_nothing_back() {
    for change in [
        (|client| client.replace_credentials(other_credentials()).unwrap()) as fn(&Client),
        |client| client.reset_auth(),
    ] {
        for old in [grant("old", 100), invalid_grant(), lost(), status(503)] {
            let (mock, client) = token_client([old.after(SECOND), grant("new", 100).after(SECOND)]);
            let waiting = tokio::spawn(call(&client));
            sleep(SECOND / 2).await;
            change(&client);
            waiting.await.unwrap().unwrap();
            assert_eq!(carried(&mock), ["new"]);
            let begin = Instant::now();
            call(&client).await.unwrap();
            assert_eq!(begin.elapsed(), Duration::ZERO);
            assert_eq!(mock.token_requests().len(), 2);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn one_kind_of_credentials_replaces_another_also_for_calls_that_wait() {
    let (mock, client) = token_client([MockResponse::hang(), grant("own", 100)]);
    let waiting: Vec<_> = (0..10).map(|_| tokio::spawn(call(&client))).collect();
    let encrypted = client.raw(&PAYOUTS, Method::POST, "/pay").json(&1).send();
    sleep(SECOND).await;
    let begin = Instant::now();
    client.replace_credentials(BearerToken::new("planted-token")).unwrap();
    for call in waiting {
        call.await.unwrap().unwrap();
    }
    assert_eq!(begin.elapsed(), Duration::ZERO, "nobody waits for the old token");
    assert!(carried(&mock).iter().all(|token| token == "planted-token"));
    assert_eq!(mock.token_requests().len(), 1);
    // The secret went with the old credentials.
    let error = encrypted.await.unwrap_err();
    assert_eq!((error.kind(), error.outcome()), (ErrorKind::Config, Outcome::NotSent));

    client.replace_credentials_for(&CARDS, other_credentials()).unwrap();
    call_of(&client, &CARDS).await.unwrap();
    call_of(&client, &WALLET).await.unwrap();
    assert_eq!(carried(&mock)[10..], ["own", "planted-token"]);
    let keys = KeyPair { access_key: "a".into(), secret_key: "b".into() };
    assert_eq!(
        client.replace_credentials_for(&WALLET, keys).unwrap_err().kind(),
        ErrorKind::Config
    );
    let zero = builder().token_suspension(Duration::ZERO).build().unwrap_err();
    assert!(zero.to_string().contains("`token_suspension`"), "{zero}");
}

/// The other account would not know what the first attempt did.
#[tokio::test(start_paused = true)]
async fn a_call_whose_outcome_is_open_is_not_sent_again_with_other_credentials() {
    for (method, first, sent, outcome) in [
        (Method::PUT, lost(), 1, Some(Outcome::Unknown)),
        (Method::PUT, status(503), 1, Some(Outcome::Unknown)),
        (Method::PUT, status(429), 2, None),
        (Method::PUT, refused_connection(), 2, None),
        (Method::GET, lost(), 2, None),
    ] {
        let described = format!("{method} {first:?}");
        let mock = mock_with([first, done()]);
        let retry = crate::RetryPolicy::default().delays(SECOND, SECOND);
        let (mock, client) = client_of(mock, builder().retry(retry));
        let call = client.raw(&INVOICES, method, "/x").idempotent(true).send();
        let call = tokio::spawn(call);
        while mock.received().is_empty() {
            tokio::task::yield_now().await;
        }
        client.replace_credentials(other_credentials()).unwrap();
        let end = call.await.unwrap();
        assert_eq!(end.as_ref().err().map(Error::outcome), outcome, "{described}: {end:?}");
        assert_eq!(mock.received().len(), sent, "{described}");
        // Equal credentials are the same account.
        client.replace_credentials(other_credentials()).unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn other_credentials_take_the_place_of_those_of_their_type() {
    let mock = mock_with([done()]);
    let client = builder()
        .credentials(BearerToken::new("one"))
        .credentials(credentials())
        .transport(mock.clone())
        .build()
        .unwrap();
    client.replace_credentials(BearerToken::new("two")).unwrap();
    call(&client).await.unwrap();
    call_of(&client, &GATEWAY).await.unwrap();
    assert_eq!(carried(&mock), ["token-1", "two"], "OAuth serves before, as it did");
}

#[tokio::test(start_paused = true)]
async fn a_check_requests_one_token_for_each_account_and_names_the_setting_that_may_be_wrong() {
    let (mock, client) = token_client([grant("one", 100)]);
    client.check().await.unwrap();
    client.check().await.unwrap();
    assert_eq!(mock.token_requests().len(), 1, "one account on one host");
    call(&client).await.unwrap();
    assert_eq!((mock.token_requests().len(), mock.received().len()), (1, 1));

    let all = "check `username`, `password`, `client_id`, `client_secret` of `OAuthCredentials`";
    let base = "check the base URL of the token requests of cards";
    for (end, expected) in [
        (invalid_grant(), "check `username`, `password` of `OAuthCredentials`"),
        (
            MockResponse::raw(401, r#"{"error":"invalid_client"}"#),
            "check `client_id`, `client_secret` of",
        ),
        (status(401), all),
        (status(302), "check the base URL of the token requests of cards, and the credentials"),
        (status(404), base),
        (status(410), base),
        (MockResponse::raw(200, "<html>"), base),
        (refused_connection(), "check the base URL of cards and the network"),
    ] {
        let mock = mock_with_tokens([end]);
        let client = Client::builder()
            .base_url(&CARDS, "https://example.invalid")
            .credentials(credentials());
        let client = client.setting(PARTNER, "p").timeout(SECOND).transport(mock).build().unwrap();
        let error = client.check().await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (ErrorKind::Auth, Outcome::NotSent));
        assert!(error.to_string().contains(expected), "{error}");
        assert!(!error.to_string().contains("planted"), "{error}");
    }
    let nothing =
        Client::builder().transport(Mock::new()).build().unwrap().check().await.unwrap_err();
    assert_eq!(nothing.kind(), ErrorKind::Config);
}
