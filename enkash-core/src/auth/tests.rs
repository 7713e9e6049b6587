mod accounts;
mod declared;
mod refused_tokens;
mod renewal;
mod requests;

use std::sync::Arc;
use std::time::Duration;

use http::Method;
use tokio::time::{Instant, sleep};

use crate::error::AuthErrorKind;
use crate::testing::{Script, Step, builder, credentials};
use crate::{AuthError, Client, ClientBuilder, Error, Json, OAuthCredentials, Outcome, Product, Sending};

const SECOND: Duration = Duration::from_secs(1);

fn grant(token: &str, seconds: u32) -> Step {
    Step::answer(200, format!(r#"{{"access_token":"{token}","expires_in":{seconds}}}"#))
}

fn invalid_grant() -> Step {
    Step::answer(400, r#"{"error":"invalid_grant","error_description":"Bad credentials"}"#)
}

fn client_of(script: Script, builder: ClientBuilder) -> (Arc<Script>, Client) {
    let script = Arc::new(script);
    let client = builder.oauth(credentials()).transport(Arc::clone(&script)).build().unwrap();
    (script, client)
}

/// A client whose token requests end so, one after the other; the last end repeats.
fn token_client(steps: impl IntoIterator<Item = Step>) -> (Arc<Script>, Client) {
    client_of(Script::default().tokens(steps), builder())
}

fn other_credentials() -> OAuthCredentials {
    OAuthCredentials { password: "planted-other-password".into(), ..credentials() }
}

fn call(client: &Client) -> Sending<Json> {
    client.raw(Method::GET, "/x").send()
}

fn call_of(client: &Client, product: Product) -> Sending<Json> {
    client.raw(Method::GET, "/x").product(product).send()
}

/// Calls that begin at the same time.
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

/// How a call ends that gets no token.
async fn failure(client: &Client) -> AuthErrorKind {
    let error = call(client).await.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0), "{error}");
    auth_error(error).kind()
}

/// The tokens that the calls carried.
fn carried(script: &Script) -> Vec<String> {
    let bare = |text: &str| text.strip_prefix("Bearer ").unwrap().to_owned();
    script.calls().iter().map(|seen| bare(seen.header("authorization").unwrap())).collect()
}
