//! Token requests that the user declares.

use super::*;
use crate::CallAuth;

/// A password grant with this password.
pub(super) fn request(client: &Client, password: &str) -> PendingCall<Json> {
    let fields = [
        ("username", "planted-user"),
        ("password", password),
        ("grant_type", "password"),
        ("clientId", "CEK0TEST01"),
    ];
    client
        .raw(&INVOICES, Method::POST, "/oauth/token")
        .auth(CallAuth::Basic)
        .bare()
        .form(fields)
        .send()
}

pub(super) const OWN: &str = "planted-password";

#[tokio::test(start_paused = true)]
async fn it_goes_where_tokens_come_from() {
    let mock = mock_with([done()]);
    let client = Client::builder()
        .environment(crate::Environment::Test)
        .setting(PARTNER, "p")
        .credentials(credentials())
        .transport(mock.clone())
        .build()
        .unwrap();
    for product in [&CARDS, &PETTY_CASH] {
        let call = client.raw(product, Method::POST, "/oauth/token").auth(CallAuth::Basic);
        call.send().await.unwrap();
    }
    let hosts: Vec<_> =
        mock.received().iter().map(|seen| seen.url().host_str().unwrap().to_owned()).collect();
    assert_eq!(hosts, ["token.test.invalid", "petty.test.invalid"]);
}

#[tokio::test(start_paused = true)]
async fn it_obeys_the_memory_of_the_clients_account() {
    for (step, requests, kind) in [
        (invalid_grant(), 1, AuthErrorKind::Refused),
        (status(403), 2, AuthErrorKind::Suspended),
        (lost(), 2, AuthErrorKind::Suspended),
    ] {
        let (mock, client) = token_client([step]);
        for _ in 0..requests {
            failure(&client).await;
        }
        let error = request(&client, OWN).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
        assert_eq!(auth_error(error).kind(), kind);
        assert!(mock.received().is_empty());
        // Other credentials are another account.
        request(&client, "planted-other-password").await.unwrap();
        client.reset_auth();
        request(&client, OWN).await.unwrap();
        assert_eq!((mock.received().len(), mock.token_requests().len()), (2, requests));
    }
}

/// A body without the client's credentials is not about its account, whatever its other fields.
#[tokio::test(start_paused = true)]
async fn a_request_without_the_clients_credentials_is_another_accounts() {
    let bodies: [&[(&str, &str)]; 4] = [
        &[("user", "someone-else"), ("pass", "y")],
        &[("refresh_token", "R")],
        &[("username", "planted-user")],
        &[],
    ];
    for body in bodies {
        let (mock, client) = client_of(mock_with([invalid_grant()]), builder());
        let request = client.raw(&INVOICES, Method::POST, "/oauth/token").auth(CallAuth::Basic);
        request.form(body.iter().copied()).send().await.unwrap_err();
        call(&client).await.unwrap_err();
        assert_eq!(
            mock.token_requests().len(),
            1,
            "{body:?}: the client's own account is not refused"
        );
    }
}

/// If a client has several accounts, a token request with the credentials of one of them belongs to
/// that account, for any product.
#[tokio::test(start_paused = true)]
async fn a_request_for_another_account_of_the_client_obeys_its_memory() {
    let mut other = credentials();
    other.password = "planted-other-password".into();
    let own = builder().credentials_for(&CARDS, other);
    let (mock, client) = client_of(mock_with([invalid_grant()]), own);
    request(&client, "planted-other-password").await.unwrap_err();
    for _ in 0..5 {
        let error = auth_error(request(&client, "planted-other-password").await.unwrap_err());
        assert_eq!(error.kind(), AuthErrorKind::Refused);
    }
    assert_eq!(
        auth_error(call_of(&client, &CARDS).await.unwrap_err()).kind(),
        AuthErrorKind::Refused
    );
    assert_eq!((mock.received().len(), mock.token_requests().len()), (1, 0));
}

/// The request repeats credentials that serve no product of the client.
#[tokio::test(start_paused = true)]
async fn a_request_with_credentials_that_serve_no_product_is_the_clients_as_well() {
    const UNLISTED: crate::Product =
        crate::Product::new("unlisted").auth(match INVOICES.auth_scheme() {
            Some(scheme) => scheme,
            None => panic!(),
        });
    for overridden in [false, true] {
        let mock = mock_with([invalid_grant()]);
        let mut builder = Client::builder().credentials(credentials()).transport(mock.clone());
        if overridden {
            builder = builder.base_url(&UNLISTED, "https://example.invalid");
            builder = builder.credentials_for(&UNLISTED, BearerToken::new("t"));
        } else {
            builder = builder.base_url(&UNLISTED, "https://example.invalid");
        }
        let client = builder.build().unwrap();
        let request = || {
            let form = [("username", "planted-user"), ("password", OWN)];
            client
                .raw(&UNLISTED, Method::POST, "/oauth/token")
                .auth(CallAuth::None)
                .token_request()
                .form(form)
        };
        request().send().await.unwrap_err();
        for _ in 0..3 {
            assert_eq!(
                auth_error(request().send().await.unwrap_err()).kind(),
                AuthErrorKind::Refused
            );
        }
        assert_eq!(mock.received().len(), 1, "overridden: {overridden}");
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_not_sent_again_with_other_credentials() {
    let (mock, client) = client_of(mock_with([refused_connection(), done()]), builder());
    let retry = crate::RetryPolicy::default().delays(SECOND, SECOND);
    let fields = [("username", "planted-user"), ("password", OWN)];
    let call =
        client.raw(&INVOICES, Method::POST, "/oauth/token").auth(CallAuth::Basic).form(fields);
    let call = tokio::spawn(call.retry(retry).send());
    while mock.received().is_empty() {
        tokio::task::yield_now().await;
    }
    client.replace_credentials(other_credentials()).unwrap();
    assert_eq!(call.await.unwrap().unwrap_err().outcome(), Outcome::NotSent);
    assert_eq!(mock.received().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn its_own_ends_count() {
    for (step, requests, kind) in [
        (invalid_grant(), 1, AuthErrorKind::Refused),
        (status(401), 2, AuthErrorKind::Refused),
        (status(403), 2, AuthErrorKind::Suspended),
        (lost(), 2, AuthErrorKind::Suspended),
        (MockResponse::hang(), 2, AuthErrorKind::Suspended),
    ] {
        let (mock, client) = client_of(mock_with([step.clone()]), builder());
        for _ in 0..requests {
            request(&client, OWN).await.unwrap_err();
        }
        assert_eq!(mock.received().len(), requests);
        assert_eq!(failure(&client).await, kind, "{step:?}");
        assert_eq!(auth_error(request(&client, OWN).await.unwrap_err()).kind(), kind);
        assert_eq!((mock.received().len(), mock.token_requests().len()), (requests, 0), "{step:?}");
    }

    // The server may have counted a call that is dropped.
    let (mock, client) = client_of(mock_with([MockResponse::hang()]), builder());
    for _ in 0..2 {
        assert!(tokio::time::timeout(SECOND, request(&client, OWN)).await.is_err());
    }
    assert_eq!(
        auth_error(request(&client, OWN).await.unwrap_err()).kind(),
        AuthErrorKind::Suspended
    );
    assert_eq!(mock.received().len(), 2);

    // A token clears the count; it belongs to the caller only.
    let token = MockResponse::raw(200, r#"{"access_token":"theirs"}"#);
    let mock = mock_with([lost(), token, lost(), done()]);
    let (mock, client) = client_of(mock, builder());
    request(&client, OWN).await.unwrap_err();
    request(&client, OWN).await.unwrap();
    request(&client, OWN).await.unwrap_err();
    call(&client).await.unwrap();
    assert_eq!(mock.token_requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn the_gateways_keys_are_an_account_too() {
    let keys = || KeyPair { access_key: "AK0".into(), secret_key: "SK0".into() };
    let mock = mock_with_tokens([invalid_grant()]);
    let client = builder().credentials(keys()).transport(mock.clone()).build().unwrap();
    call_of(&client, &GATEWAY).await.unwrap_err();
    let request = |secret_key: &str| {
        let call = client.raw(&GATEWAY, Method::POST, "/keys/token");
        let body = serde_json::json!({"accessKey": "AK0", "secretKey": secret_key});
        call.auth(CallAuth::None).token_request().json(&body).send()
    };
    assert_eq!(auth_error(request("SK0").await.unwrap_err()).kind(), AuthErrorKind::Refused);
    request("SK1").await.unwrap();
    assert_eq!(mock.received().len(), 1);
}
