//! The settings that a payments team adds: the root certificate and the proxy of its network, a
//! header of its gateway, a correlation id, a limit for transfers, a count of what is sent.
//!
//! `cargo run --example custom_http` runs it against the embedded sandbox. That one speaks plain
//! HTTP on this machine, for which a client uses neither certificates nor a proxy; give the client
//! another base URL, and it does.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use enkash_core::mock::Mock;
use enkash_endpoints::payouts::{InitiatePayoutTransfer, PAYOUTS, models::TransferMode};
use enkash_endpoints::reqwest::{Certificate, NoProxy, Proxy};
use enkash_endpoints::{
    Attempt, BeforeAttempt, ClientBuilder, InterceptError, Interceptor, Json, Money,
    OAuthCredentials, Outcome, PreparedRequest, Transport, TransportFuture,
};
use enkash_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let known = sandbox.credentials();
    let builder = enkash_endpoints::client()
        .base_url(&PAYOUTS, sandbox.url("payouts"))
        .credentials(OAuthCredentials {
            username: known.username.as_str().into(),
            password: known.password.as_str().into(),
            client_id: known.client_id.clone(),
            client_secret: known.client_secret.as_str().into(),
        });
    let sent = Arc::new(AtomicU64::new(0));
    let client = of_our_network(builder, &sent)?.build()?;

    println!("250 rupees, to an unregistered payee:");
    let error = transfer("RENT-1", Money::from_rupees(250)).send(&client).await.err();
    let error = error.ok_or("the sandbox knows no such payee")?;
    println!("  {error}");
    let arrived = sandbox.journal().pop().ok_or("nothing arrived")?;
    println!(
        "  {} {} arrived; sent so far: {}",
        arrived.method,
        arrived.path,
        sent.load(Ordering::Relaxed)
    );
    // A token request and the transfer.
    if (error.outcome(), sent.load(Ordering::Relaxed)) != (Outcome::Refused, 2) {
        return Err("the transfer was to arrive, and to be refused there".into());
    }

    println!("\n250,000 rupees:");
    let error = transfer("RENT-2", Money::from_rupees(250_000)).send(&client).await.err();
    let error = error.ok_or("that is over the limit")?;
    println!("  {error}");
    if (error.outcome(), sent.load(Ordering::Relaxed)) != (Outcome::NotSent, 2) {
        return Err("the transfer was not to be sent".into());
    }

    println!("\nThe same setup around a mock, for the tests of the team:");
    let mock = Mock::new();
    mock.on::<InitiatePayoutTransfer>().error(422, "VALIDATION_ERROR", "no such payee");
    let client = of_our_network(mock.client_builder(), &sent)?.build()?;
    let result = transfer("RENT-3", Money::from_rupees(250)).send(&client).await;
    let received = mock.received();
    let header = |name| received.first().and_then(|request| request.header(name)).unwrap_or("-");
    println!("  x-team: {}, x-correlation-id: {}", header("x-team"), header("x-correlation-id"));
    if result.is_ok() || header("x-team") != "payments" || header("x-correlation-id") != "RENT-3" {
        return Err("the mock was to receive the headers".into());
    }
    Ok(())
}

fn transfer(id: &str, amount: Money) -> InitiatePayoutTransfer {
    InitiatePayoutTransfer::builder()
        .transaction_id(id)
        .beneficiary_id("LANDLORD01")
        .transfer_amount(amount)
        .transfer_mode(TransferMode::Imps)
        .build()
}

/// The settings that all clients of the team share.
fn of_our_network(
    builder: ClientBuilder,
    sent: &Arc<AtomicU64>,
) -> Result<ClientBuilder, Box<dyn Error>> {
    let root = Certificate::from_pem(ROOT.as_bytes())?;
    let proxy = Proxy::https("http://proxy.internal:3128")?
        .basic_auth("payments", "not-a-real-password")
        .no_proxy(NoProxy::from_string(".internal"));
    let sent = Arc::clone(sent);
    Ok(builder
        .http(move |http| http.tls_certs_merge([root.clone()]).proxy(proxy.clone()))
        .default_header("x-team", "payments")
        .interceptor(CorrelationId)
        .interceptor(Limit(Money::from_rupees(100_000)))
        .wrap_transport(move |inner| Counted { inner, sent: Arc::clone(&sent) }))
}

/// Gives the team's gateway an id by which it finds the call in its logs: that of the transfer.
struct CorrelationId;

impl Interceptor for CorrelationId {
    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        if let Some(id) = body(attempt)["transactionId"].as_str() {
            attempt.insert_header("x-correlation-id", id)?;
        }
        Ok(())
    }
}

/// Stops a transfer over the limit, whichever part of the program makes it.
struct Limit(Money);

impl Interceptor for Limit {
    fn name(&self) -> &str {
        "limit of a transfer"
    }

    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        if attempt.endpoint().is_none_or(|endpoint| endpoint.name() != "InitiatePayoutTransfer") {
            return Ok(());
        }
        let amount: Money = body(attempt)["transferAmount"].to_string().parse()?;
        if amount <= self.0 { Ok(()) } else { Err(format!("more than {} rupees", self.0).into()) }
    }
}

/// The body in plaintext, though payouts are encrypted.
fn body(attempt: &BeforeAttempt<'_>) -> Json {
    serde_json::from_slice(attempt.expose_body()).unwrap_or_default()
}

/// Counts what is sent, token requests included.
struct Counted {
    inner: Arc<dyn Transport>,
    sent: Arc<AtomicU64>,
}

impl Transport for Counted {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        self.sent.fetch_add(1, Ordering::Relaxed);
        self.inner.send(request, attempt)
    }
}

/// The certificate of the network's own authority; a real program reads it from a file.
const ROOT: &str = "-----BEGIN CERTIFICATE-----
MIIBizCCATGgAwIBAgIUJf3WGCKtoXjfdNYOVyUWCPukZWUwCgYIKoZIzj0EAwIw
GjEYMBYGA1UEAwwPRXhhbXBsZSBDb3JwIENBMCAXDTI2MTEzMDExNTIyMVoYDzIx
MjYxMTA2MTE1MjIxWjAaMRgwFgYDVQQDDA9FeGFtcGxlIENvcnAgQ0EwWTATBgcq
hkjOPQIBBggqhkjOPQMBBwNCAASqOFNDu2cyvy78c9meXNI2KhWpOFfmas+nVHNk
bnudMTZlFukpNkZG/vCOE1qaCiCHxK/l9ETgUvnEB5fMNbclo1MwUTAdBgNVHQ4E
FgQUzrdSwLE4K7JJV/Sd1lAPyagSSEswHwYDVR0jBBgwFoAUzrdSwLE4K7JJV/Sd
1lAPyagSSEswDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEA8Fny
P2Lw/7uuuyJ0Fkz/YcgA/xR+HeVfe6WAUGAgzQ0CIAICrR3N4Udrv5UgK8zMkgvC
tuBGfIxCnXZPCAFFY5Xq
-----END CERTIFICATE-----
";
