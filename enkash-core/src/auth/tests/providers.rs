//! Credential providers, and bearer tokens that are replaced.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use http::HeaderValue;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::*;
use crate::{AuthorizeFuture, CredentialProvider, PreparedRequest};

/// Signs the body, and counts requests and refusals.
#[derive(Clone, Default)]
struct Signer {
    asked: Arc<AtomicU32>,
    refused: Arc<AtomicU32>,
    renews: bool,
}

impl CredentialProvider for Signer {
    fn authorize<'a>(&'a self, request: &'a mut PreparedRequest) -> AuthorizeFuture<'a> {
        Box::pin(async {
            self.asked.fetch_add(1, Ordering::Relaxed);
            let signature = signature(&request.body);
            request.headers.insert("x-signature", HeaderValue::try_from(signature)?);
            Ok(())
        })
    }

    fn refused(&self) -> bool {
        self.refused.fetch_add(1, Ordering::Relaxed);
        self.renews
    }
}

fn signature(body: &[u8]) -> String {
    Sha256::digest(body).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Has no credentials for any request.
struct Locked;

impl CredentialProvider for Locked {
    fn authorize<'a>(&'a self, _: &'a mut PreparedRequest) -> AuthorizeFuture<'a> {
        Box::pin(async { Err("the vault is locked".into()) })
    }
}

/// Never completes.
struct Stuck;

impl CredentialProvider for Stuck {
    fn authorize<'a>(&'a self, _: &'a mut PreparedRequest) -> AuthorizeFuture<'a> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn a_provider_signs_the_body_as_it_is_sent() {
    let (mock, client) = client_of(
        mock_with([status(503), done()]),
        builder().encryption_secret("planted-secret").credentials_for(&PAYOUTS, Signer::default()),
    );
    let call = client.raw(&PAYOUTS, Method::GET, "/x").json(&json!({"a": 1})).idempotent(true);
    call.send().await.unwrap();
    let received = mock.received();
    assert_eq!(received.len(), 2);
    for request in received {
        assert!(request.body().starts_with(b"{\"request\":"), "encrypted");
        assert_eq!(request.header("x-signature"), Some(&*signature(request.body())));
        assert_eq!(
            request.header("authorization"),
            None,
            "it takes the place of other credentials"
        );
    }
    assert!(mock.token_requests().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_provider_without_credentials_sends_nothing() {
    let (mock, client) = client_of(
        mock_with([done()]),
        builder().credentials_for(&CARDS, Locked).credentials_for(&WALLET, Stuck),
    );
    let error = call_of(&client, &CARDS).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
    assert_eq!(error.to_string(), "the credential provider failed (nothing was sent)");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is locked");
    assert_eq!(auth_error(error).kind(), AuthErrorKind::Unavailable);

    let begin = Instant::now();
    let error =
        client.raw(&WALLET, Method::GET, "/x").timeout(7 * SECOND).send().await.unwrap_err();
    assert_eq!(
        (error.outcome(), error.attempts(), begin.elapsed()),
        (Outcome::NotSent, 0, 7 * SECOND)
    );
    assert!(error.is_timeout(), "{error}");
    assert!(mock.received().is_empty());
}

#[tokio::test(start_paused = true)]
async fn a_refused_call_is_sent_again_once_if_the_provider_says_so() {
    for (renews, attempts) in [(false, 1), (true, 2)] {
        let signer = Signer { renews, ..Signer::default() };
        let (mock, client) =
            client_of(mock_with([status(401)]), builder().credentials_for(&CARDS, signer.clone()));
        let error = call_of(&client, &CARDS).await.unwrap_err();
        assert_eq!((error.outcome(), error.attempts()), (Outcome::Refused, attempts));
        assert_eq!(mock.received().len(), attempts as usize);
        assert_eq!(signer.asked.load(Ordering::Relaxed), attempts);
        assert_eq!(signer.refused.load(Ordering::Relaxed), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn providers_and_bearer_tokens_are_replaced_on_a_live_client() {
    let mock = mock_with([done()]);
    let client = builder()
        .credentials(BearerToken::new("planted-old"))
        .credentials_for(&CARDS, Locked)
        .transport(mock.clone())
        .build()
        .unwrap();
    let clone = client.clone();
    call_of(&client, &EXPENSE).await.unwrap();
    client.replace_credentials(BearerToken::new("planted-new")).unwrap();
    call_of(&clone, &EXPENSE).await.unwrap();
    assert_eq!(carried(&mock), ["planted-old", "planted-new"]);

    let signer = Signer::default();
    client.replace_credentials_for(&CARDS, signer.clone()).unwrap();
    call_of(&clone, &CARDS).await.unwrap();
    assert_eq!(signer.asked.load(Ordering::Relaxed), 1);

    for wrong in ["two words", "planted-new\n"] {
        let error = client.replace_credentials(BearerToken::new(wrong)).unwrap_err().to_string();
        assert!(!error.contains("planted"), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_a_provider_cannot_give_is_asked_for_by_its_setting() {
    let (mock, client) =
        client_of(mock_with([done()]), builder().credentials_for(&PAYOUTS, Signer::default()));
    let call = || client.raw(&PAYOUTS, Method::GET, "/x");
    let error = call().send().await.unwrap_err().to_string();
    assert!(error.contains("`.encryption_secret(…)`"), "{error}");
    let error =
        call().encrypt(false).auth(crate::CallAuth::Basic).send().await.unwrap_err().to_string();
    assert!(error.contains("contain no client id and secret"), "{error}");
    assert!(mock.received().is_empty());
}
