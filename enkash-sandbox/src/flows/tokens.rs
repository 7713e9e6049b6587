//! Signing in: the password grant of `/oauth/token` and the gateway's `/api/v0/merchant/token`.

use std::time::UNIX_EPOCH;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::assumptions::Assumption;
use crate::catalogue::TokenKind;
use crate::exchange::{Arrived, Outcome, Refusal};
use crate::journal::{Action, Effect};
use crate::state::Failure;
use crate::state::TokenForm;
use crate::state::World;

/// Issues a token of `kind`, or says why not.
pub(crate) fn sign_in(
    world: &World,
    kind: TokenKind,
    arrived: &Arrived<'_>,
    body: &Value,
) -> Result<Outcome, Refusal> {
    match kind {
        TokenKind::OAuth => oauth(world, arrived, body),
        TokenKind::Merchant => merchant(world, body),
    }
}

fn oauth(world: &World, arrived: &Arrived<'_>, body: &Value) -> Result<Outcome, Refusal> {
    let known = &world.credentials;
    if body["grant_type"].as_str().is_some_and(|grant| grant != "password") {
        return Err(Refusal::violation("grant_type", "must be password"));
    }
    let client = format!("{}:{}", known.client_id, known.client_secret);
    let basic = arrived.header("authorization").and_then(basic);
    let right = basic.as_deref() == Some(client.as_bytes())
        && body["username"] == known.username.as_str()
        && body["password"] == known.password.as_str()
        && body.get("clientId").is_none_or(|id| *id == known.client_id.as_str());
    let subject = "password grant";
    let refused = Effect::new(Action::SignInRefused, subject);
    if world.tokens.is_locked() {
        let refusal = Refusal::new(401, "The account is locked").assuming(Assumption::AccountLock);
        return Err(Refusal { effects: vec![refused], ..refusal });
    }
    if !right {
        let locked = world.tokens.failed() == Failure::Locked;
        let mut refusal = Refusal::new(401, "Bad credentials");
        if locked {
            refusal = refusal.assuming(Assumption::AccountLock);
        }
        let locked = locked.then(|| Effect::new(Action::AccountLocked, subject));
        let effects = std::iter::once(refused).chain(locked).collect();
        return Err(Refusal { effects, ..refusal });
    }
    world.tokens.unlock();
    let token = issue(world, TokenKind::OAuth);
    let refresh = world.ids.token();
    let seconds = world.tokens.lifetime().as_secs();
    let scope = "read write trust";
    let answer = match world.token_form {
        TokenForm::SnakeCase => json!({"access_token": token, "token_type": "bearer",
            "refresh_token": refresh, "expires_in": seconds, "scope": scope}),
        TokenForm::CamelCase => json!({"accessToken": token, "tokenType": "bearer",
            "refreshToken": refresh, "expiresIn": seconds, "scope": scope}),
        TokenForm::Expiry => json!({"token": token, "expiry": expiry(world),
            "resultCode": 200, "resultMessage": "ok"}),
    };
    let outcome = Outcome::whole(answer).with([Effect::new(Action::TokenIssued, subject)]);
    Ok(outcome.assuming([Assumption::OneAccount, Assumption::TokenLifetime, Assumption::RefreshToken]))
}

fn merchant(world: &World, body: &Value) -> Result<Outcome, Refusal> {
    let known = &world.credentials;
    let subject = "merchant keys";
    if body["accessKey"] != known.access_key.as_str() || body["secretKey"] != known.secret_key.as_str() {
        let effects = vec![Effect::new(Action::SignInRefused, subject)];
        return Err(Refusal { effects, ..Refusal::new(401, "Bad credentials") });
    }
    let token = issue(world, TokenKind::Merchant);
    let answer = json!({"token": token, "expiry": expiry(world), "resultCode": 200, "resultMessage": "ok"});
    let outcome = Outcome::whole(answer).with([Effect::new(Action::TokenIssued, subject)]);
    Ok(outcome.assuming([Assumption::OneAccount, Assumption::TokenLifetime]))
}

fn issue(world: &World, kind: TokenKind) -> String {
    let token = world.ids.token();
    world.tokens.issue(kind, token.clone(), world.clock.now());
    token
}

/// The end of a token that is issued now, in epoch milliseconds.
fn expiry(world: &World) -> u64 {
    let end = world.clock.now() + world.tokens.lifetime();
    let millis = end.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    u64::try_from(millis).unwrap_or(u64::MAX)
}

fn basic(header: &str) -> Option<Vec<u8>> {
    let (scheme, encoded) = header.split_once(' ')?;
    let encoded = scheme.eq_ignore_ascii_case("basic").then_some(encoded)?;
    STANDARD.decode(encoded.trim()).ok()
}
