mod accounts;
mod declared;
#[cfg(feature = "token-store")]
mod interrupted;
mod providers;
mod refused_tokens;
mod renewal;
mod requests;
#[cfg(feature = "token-store")]
mod stores;

use std::time::Duration;

use http::Method;
use tokio::time::{Instant, sleep};

use crate::error::AuthErrorKind;
use crate::mock::{Mock, MockResponse};
use crate::testing::{
    CARDS, EXPENSE, GATEWAY, INVOICES, PARTNER, PAYOUTS, PETTY_CASH, WALLET, builder, credentials,
    done, grant, lost, mock_with, mock_with_tokens, refused_connection, status,
};
use crate::{
    AuthError, BearerToken, Client, ClientBuilder, Error, Json, KeyPair, OAuthCredentials, Outcome,
    PendingCall, Product,
};

const SECOND: Duration = Duration::from_secs(1);

fn invalid_grant() -> MockResponse {
    MockResponse::raw(400, r#"{"error":"invalid_grant","error_description":"Bad credentials"}"#)
}

fn client_of(mock: Mock, builder: ClientBuilder) -> (Mock, Client) {
    let client = builder.credentials(credentials()).transport(mock.clone()).build().unwrap();
    (mock, client)
}

/// Returns a client whose token requests end like this in order; the last one repeats.
fn token_client(responses: impl IntoIterator<Item = MockResponse>) -> (Mock, Client) {
    client_of(mock_with_tokens(responses), builder())
}

fn other_credentials() -> OAuthCredentials {
    OAuthCredentials { password: "planted-other-password".into(), ..credentials() }
}

fn call(client: &Client) -> PendingCall<Json> {
    client.raw(&INVOICES, Method::GET, "/x").send()
}

fn call_of(client: &Client, product: &'static Product) -> PendingCall<Json> {
    client.raw(product, Method::GET, "/x").send()
}

/// Starts calls at the same time.
async fn at_once(client: &Client, count: usize) -> Vec<Result<crate::Reply<Json>, Error>> {
    let calls: Vec<_> = (0..count).map(|_| tokio::spawn(call(client))).collect();
    let mut ends = Vec::new();
    for call in calls {
        ends.push(call.await.unwrap());
    }
    ends
}

fn auth_error(error: Error) -> AuthError {
    match error {
        Error::Auth(error) => *error,
        other => panic!("{other:?}"),
    }
}

/// Returns the error of a call without a token.
async fn failure(client: &Client) -> AuthErrorKind {
    let error = call(client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{error}");
    auth_error(error).kind()
}

/// Returns the tokens of the calls.
fn carried(mock: &Mock) -> Vec<String> {
    let bare = |text: &str| text.strip_prefix("Bearer ").unwrap().to_owned();
    mock.received().iter().map(|seen| bare(seen.header("authorization").unwrap())).collect()
}
