//! Token requests: the password grant of `/oauth/token` and the gateway's `/api/v0/merchant/token`.

use std::time::UNIX_EPOCH;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::assumptions::Assumption;
use crate::catalogue::TokenKind;
use crate::exchange::{Outcome, RawRequest, Refusal};
use crate::journal::{Action, Effect};
use crate::state::Failure;
use crate::state::State;
use crate::state::TokenForm;

/// Issues a token of `kind`, or refuses the request.
pub(crate) fn request_token(
    state: &State,
    kind: TokenKind,
    request: &RawRequest<'_>,
    body: &Value,
) -> Result<Outcome, Refusal> {
    match kind {
        TokenKind::OAuth => oauth(state, request, body),
        TokenKind::Merchant => merchant(state, body),
    }
}

fn oauth(state: &State, request: &RawRequest<'_>, body: &Value) -> Result<Outcome, Refusal> {
    let known = &state.credentials;
    if body["grant_type"].as_str().is_some_and(|grant| grant != "password") {
        return Err(Refusal::violation("grant_type", "must be password"));
    }
    let client = format!("{}:{}", known.client_id, known.client_secret);
    let basic = request.header("authorization").and_then(basic);
    let right = basic.as_deref() == Some(client.as_bytes())
        && body["username"] == known.username.as_str()
        && body["password"] == known.password.as_str()
        && body.get("clientId").is_none_or(|id| *id == known.client_id.as_str());
    let subject = "password grant";
    let refused = Effect::new(Action::TokenRequestRefused, subject);
    if state.tokens.is_locked() {
        let refusal = Refusal::new(401, "The account is locked").assuming(Assumption::AccountLock);
        return Err(Refusal { effects: vec![refused], ..refusal });
    }
    if !right {
        let locked = state.tokens.failed() == Failure::Locked;
        let mut refusal = Refusal::new(401, "Bad credentials");
        if locked {
            refusal = refusal.assuming(Assumption::AccountLock);
        }
        let locked = locked.then(|| Effect::new(Action::AccountLocked, subject));
        let effects = std::iter::once(refused).chain(locked).collect();
        return Err(Refusal { effects, ..refusal });
    }
    state.tokens.unlock();
    let token = issue(state, TokenKind::OAuth);
    let refresh = state.ids.token();
    let seconds = state.tokens.lifetime().as_secs();
    let scope = "read write trust";
    let response = match state.token_form {
        TokenForm::SnakeCase => json!({"access_token": token, "token_type": "bearer",
            "refresh_token": refresh, "expires_in": seconds, "scope": scope}),
        TokenForm::CamelCase => json!({"accessToken": token, "tokenType": "bearer",
            "refreshToken": refresh, "expiresIn": seconds, "scope": scope}),
        TokenForm::Expiry => json!({"token": token, "expiry": expiry(state),
            "resultCode": 200, "resultMessage": "ok"}),
    };
    let outcome = Outcome::whole(response).with([Effect::new(Action::TokenIssued, subject)]);
    Ok(outcome.assuming([
        Assumption::OneAccount,
        Assumption::TokenLifetime,
        Assumption::RefreshToken,
    ]))
}

fn merchant(state: &State, body: &Value) -> Result<Outcome, Refusal> {
    let known = &state.credentials;
    let subject = "merchant keys";
    if body["accessKey"] != known.access_key.as_str()
        || body["secretKey"] != known.secret_key.as_str()
    {
        let effects = vec![Effect::new(Action::TokenRequestRefused, subject)];
        return Err(Refusal { effects, ..Refusal::new(401, "Bad credentials") });
    }
    let token = issue(state, TokenKind::Merchant);
    let response =
        json!({"token": token, "expiry": expiry(state), "resultCode": 200, "resultMessage": "ok"});
    let outcome = Outcome::whole(response).with([Effect::new(Action::TokenIssued, subject)]);
    Ok(outcome.assuming([Assumption::OneAccount, Assumption::TokenLifetime]))
}

fn issue(state: &State, kind: TokenKind) -> String {
    let token = state.ids.token();
    state.tokens.issue(kind, token.clone(), state.clock.now());
    token
}

/// The end of a token that is issued now, in epoch milliseconds.
fn expiry(state: &State) -> u64 {
    let end = state.clock.now() + state.tokens.lifetime();
    let millis = end.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    u64::try_from(millis).unwrap_or(u64::MAX)
}

fn basic(header: &str) -> Option<Vec<u8>> {
    let (scheme, encoded) = header.split_once(' ')?;
    let encoded = scheme.eq_ignore_ascii_case("basic").then_some(encoded)?;
    STANDARD.decode(encoded.trim()).ok()
}
