//! Extensions of a client: interceptors, default headers, a wrapped transport.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use common::{ENVELOPE, ORDERS, PARTNER, PARTNERS, PAYOUTS};
use enkash_core::mock::{Mock, MockResponse};
use enkash_core::{
    AfterAttempt, Attempt, BeforeAttempt, Client, ClientBuilder, Error, ErrorKind, InterceptError,
    Interceptor, Method, OAuthCredentials, Outcome, PreparedRequest, Product, RetryPolicy,
    Transport, TransportErrorKind, TransportFuture, endpoint, model,
};
use serde_json::json;

const PRODUCT: Product = Product::new("example").envelope(&ENVELOPE);

/// Moves money.
#[endpoint(POST, "/transfers/<batch>", idempotent = true)]
struct Transfer {
    /// The batch.
    batch: String,
    /// In paise.
    amount: u64,
    /// Whom the money goes to.
    payee: Payee,
    /// A secret of both.
    #[sensitive]
    #[query]
    pin: String,
}

/// Whom money goes to.
#[model]
struct Payee {
    /// The name.
    name: String,
    /// The account.
    #[sensitive]
    account: String,
}

fn transfer() -> Transfer {
    Transfer {
        batch: "B1".to_owned(),
        amount: 700,
        payee: Payee { name: "Test Payee".to_owned(), account: "planted-account".to_owned() },
        pin: "planted-pin".to_owned(),
    }
}

/// Records its calls.
#[derive(Clone)]
struct Notes {
    name: &'static str,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Notes {
    fn new(name: &'static str) -> Self {
        Notes { name, lines: Arc::default() }
    }

    fn named(&self, name: &'static str) -> Self {
        Notes { name, lines: Arc::clone(&self.lines) }
    }

    fn push(&self, line: String) {
        self.lines.lock().unwrap().push(format!("{} {line}", self.name));
    }

    fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }
}

impl Interceptor for Notes {
    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        self.push(format!("before {}", attempt.number()));
        Ok(())
    }

    fn after_attempt(&self, attempt: &AfterAttempt<'_>) {
        let status = attempt.status().map(|status| status.as_u16());
        self.push(format!("after {} {status:?} {:?}", attempt.number(), attempt.outcome()));
    }
}

/// An interceptor that consists of a function before each attempt.
struct Before<F>(F);

impl<F> Interceptor for Before<F>
where
    F: Fn(&mut BeforeAttempt<'_>) -> Result<(), InterceptError> + Send + Sync + 'static,
{
    fn name(&self) -> &str {
        "guard"
    }

    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        (self.0)(attempt)
    }
}

#[tokio::test]
async fn interceptors_see_every_attempt_in_their_order_and_back() {
    let mock = Mock::new();
    mock.on::<Transfer>()
        .raw(503, "")
        .fail(TransportErrorKind::Timeout, Outcome::Unknown)
        .payload(&"done");
    let notes = Notes::new("a");
    let client =
        mock.client_builder().interceptor(notes.clone()).interceptor(Arc::new(notes.named("b")));
    transfer().send(&client.build().unwrap()).await.unwrap();
    assert_eq!(
        notes.lines(),
        [
            "a before 1",
            "b before 1",
            "b after 1 Some(503) Some(Unknown)",
            "a after 1 Some(503) Some(Unknown)",
            "a before 2",
            "b before 2",
            "b after 2 None Some(Unknown)",
            "a after 2 None Some(Unknown)",
            "a before 3",
            "b before 3",
            "b after 3 Some(200) None",
            "a after 3 Some(200) None",
        ]
    );
}

/// Interceptors do not see the client's own token requests, which contain credentials.
#[tokio::test]
async fn token_requests_have_no_interceptors() {
    let mock = Mock::new();
    mock.on_any().payload(&"done");
    let notes = Notes::new("a");
    let client = real(&mock).interceptor(notes.clone()).build().unwrap();
    client.raw(&ORDERS, Method::GET, "/x").send().await.unwrap();
    assert_eq!((mock.token_requests().len(), notes.lines().len()), (1, 2));
}

#[tokio::test]
async fn an_added_header_belongs_to_its_attempt_and_reserved_ones_stop_the_call() {
    let mock = Mock::new();
    mock.on::<Transfer>().raw(503, "").payload(&"done");
    let stamp = Before(|attempt: &mut BeforeAttempt<'_>| {
        let number = attempt.number().to_string();
        if attempt.number() == 1 {
            attempt.insert_header("x-first", "yes")?;
        }
        Ok(attempt.insert_header("X-Attempt", &number)?)
    });
    let client = mock.client_builder().interceptor(stamp).build().unwrap();
    transfer().send(&client).await.unwrap();
    let received = mock.received();
    assert_eq!(
        (received[0].header("x-attempt"), received[0].header("x-first")),
        (Some("1"), Some("yes"))
    );
    assert_eq!((received[1].header("x-attempt"), received[1].header("x-first")), (Some("2"), None));

    for name in
        ["Authorization", "content-type", "Content-Length", "transfer-encoding", "host", "no name"]
    {
        let mock = Mock::new();
        let bad = Before(move |attempt: &mut BeforeAttempt<'_>| {
            Ok(attempt.insert_header(name, "planted")?)
        });
        let client = mock.client_builder().interceptor(bad).build().unwrap();
        let error = transfer().send(&client).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Interceptor, Outcome::NotSent),
            "{name}"
        );
        assert!(!error.to_string().contains("planted"), "{error}");
        // Also before a token is requested.
        assert_eq!((mock.received().len(), mock.token_requests().len()), (0, 0));
    }
}

/// The outcome is `NotSent` only if no earlier attempt was sent.
#[tokio::test]
async fn a_stopped_call_names_its_interceptor_and_has_the_outcome_of_the_attempts_before() {
    for (first, outcome) in [
        (MockResponse::fail(TransportErrorKind::Connect, Outcome::NotSent), Outcome::NotSent),
        (MockResponse::fail(TransportErrorKind::Timeout, Outcome::Unknown), Outcome::Unknown),
        (MockResponse::raw(503, ""), Outcome::Unknown),
        (MockResponse::raw(429, ""), Outcome::Refused),
    ] {
        let mock = Mock::new();
        mock.on::<Transfer>().respond(first).payload(&"done");
        let once = Before(|attempt: &mut BeforeAttempt<'_>| match attempt.number() {
            1 => Ok(()),
            _ => Err("the budget of this hour\nis used up".into()),
        });
        let client = mock.client_builder().interceptor(once).build().unwrap();
        let error = transfer().send(&client).await.unwrap_err();
        assert_eq!(
            (error.outcome(), error.attempts(), mock.received().len()),
            (outcome, 1, 1),
            "{error:?}"
        );
        let text = error.to_string();
        let begin =
            "the interceptor `guard` stopped the call: the budget of this hour is used up (";
        assert!(text.starts_with(begin), "{text}");
        let Error::Interceptor(error) = error else { panic!("{text}") };
        assert_eq!(error.interceptor(), "guard");
    }

    let mock = Mock::new();
    let notes = Notes::new("outer");
    let never = Before(|_: &mut BeforeAttempt<'_>| Err("no".into()));
    let client =
        real(&mock).interceptor(notes.clone()).interceptor(never).interceptor(notes.named("inner"));
    let call = client.build().unwrap().raw(&ORDERS, Method::GET, "/x").send().await;
    let error = call.unwrap_err();
    assert_eq!((error.outcome(), error.attempts()), (Outcome::NotSent, 0));
    assert_eq!(notes.lines(), ["outer before 1"]);
    assert_eq!((mock.received().len(), mock.token_requests().len()), (0, 0));
}

/// Records everything that an interceptor can see.
#[derive(Default)]
struct Spy {
    shown: Mutex<String>,
    exposed: Mutex<String>,
}

impl Interceptor for Spy {
    fn before_attempt(&self, attempt: &mut BeforeAttempt<'_>) -> Result<(), InterceptError> {
        *self.shown.lock().unwrap() += &format!("{attempt:?} {:?}", attempt.request());
        let exposed = (attempt.expose_target(), attempt.expose_body(), attempt.expose_headers());
        *self.exposed.lock().unwrap() += &format!("{exposed:?}");
        Ok(())
    }

    fn after_attempt(&self, attempt: &AfterAttempt<'_>) {
        *self.shown.lock().unwrap() += &format!("{attempt:?} {:?}", attempt.request());
        let exposed = (attempt.expose_body(), attempt.expose_headers());
        *self.exposed.lock().unwrap() += &format!("{exposed:?}");
    }
}

#[tokio::test]
async fn what_is_sensitive_is_shown_only_if_it_is_asked_for() {
    let mock = Mock::new();
    mock.on::<Transfer>().respond(
        MockResponse::raw(200, r#"{"data":"planted-response"}"#)
            .header("x-private", "planted-header"),
    );
    let spy = Arc::new(Spy::default());
    let client = mock.client_builder().interceptor(Arc::clone(&spy)).build().unwrap();
    transfer().send(&client).await.unwrap();
    let shown = spy.shown.lock().unwrap().clone();
    for seen in ["amount: 700", "Test Payee", "account: ***", "pin: ***", "status: Some(200)"] {
        assert!(shown.contains(seen), "{seen} in {shown}");
    }
    assert!(!shown.contains("planted"), "{shown}");
    let exposed = spy.exposed.lock().unwrap().clone();
    for seen in ["planted-account", "planted-pin", "planted-response", "planted-header"] {
        assert!(exposed.contains(seen), "{seen} in {exposed}");
    }

    // A raw call declares no sensitive fields.
    let spy = Arc::new(Spy::default());
    mock.on_any().payload(&"planted-response");
    let client = real(&mock).interceptor(Arc::clone(&spy)).build().unwrap();
    let call = client.raw(&ORDERS, Method::POST, "/planted-path").query("q", "planted-query");
    call.header("x-own", "planted-own")
        .json(&json!({ "account": "planted-account" }))
        .send()
        .await
        .unwrap();
    let (shown, exposed) = (spy.shown.lock().unwrap().clone(), spy.exposed.lock().unwrap().clone());
    assert!(!shown.contains("planted"), "{shown}");
    assert!(exposed.contains("planted-own"), "{exposed}");
    // Interceptors do not see credentials.
    assert!(mock.received()[1].header("authorization").is_some());
    assert!(!exposed.to_lowercase().contains("authorization"), "{exposed}");
}

/// A client as in production, over the mock: it encrypts, and gets its tokens.
fn real(mock: &Mock) -> ClientBuilder {
    [&ORDERS, &PARTNERS, &PAYOUTS].into_iter().fold(
        Client::builder()
            .credentials(oauth("planted-password"))
            .setting(PARTNER, "planted-partner")
            .retry(RetryPolicy::default().delays(Duration::ZERO, Duration::ZERO))
            .transport(mock.clone()),
        |client, product| client.base_url(product, "https://example.invalid"),
    )
}

fn oauth(password: &str) -> OAuthCredentials {
    OAuthCredentials {
        username: "planted-user".into(),
        password: password.into(),
        client_id: "CEK0TEST01".into(),
        client_secret: "planted-secret".into(),
    }
}

#[tokio::test]
async fn of_a_product_that_encrypts_an_interceptor_sees_plain_text() {
    let mock = Mock::new();
    // `{"data":"done"}` encrypted, which is to say reversed.
    mock.on_any().raw(200, r#"}"enod":"atad"{"#);
    let spy = Arc::new(Spy::default());
    let client = real(&mock).interceptor(Arc::clone(&spy)).build().unwrap();
    let call = client.raw(&PAYOUTS, Method::POST, "/pay").json(&json!({ "amount": 7 }));
    assert_eq!(call.send().await.unwrap().into_payload().unwrap(), json!("done"));
    let exposed = spy.exposed.lock().unwrap().clone();
    assert!(
        exposed.contains(r#"{\"amount\":7}"#) && exposed.contains(r#"{\"data\":\"done\"}"#),
        "{exposed}"
    );
    let body = String::from_utf8(mock.received()[0].body().to_vec()).unwrap();
    assert_eq!(body, r#"}7:"tnuoma"{"#);
}

#[tokio::test]
async fn default_headers_are_on_every_request_and_yield_to_what_is_said_more_closely() {
    let mock = Mock::new();
    mock.on_any().payload(&"done");
    let client = real(&mock)
        .default_header("X-Team", "first")
        .default_header("x-team", "payments")
        .default_header("user-agent", "payments/1")
        .default_header("x-partner", "of all products")
        .build()
        .unwrap();
    client.raw(&ORDERS, Method::GET, "/x").send().await.unwrap();
    client.raw(&PARTNERS, Method::GET, "/x").header("x-team", "of the call").send().await.unwrap();
    let (received, tokens) = (mock.received(), mock.token_requests());
    for request in [&received[0], &tokens[0]] {
        assert_eq!(request.header("x-team"), Some("payments"));
        assert_eq!(request.header("user-agent"), Some("payments/1"));
    }
    assert_eq!(received[0].header("x-partner"), Some("of all products"));
    assert_eq!(received[1].header("x-team"), Some("of the call"));
    assert_eq!(received[1].header("x-partner"), Some("planted-partner"));
    let prepared = mock.client_builder().default_header("x-team", "payments").build().unwrap();
    let headers = prepared.prepare(&transfer()).unwrap().headers;
    assert_eq!(headers["x-team"], "payments");
    assert!(!format!("{headers:?}").contains("payments"), "{headers:?}");

    for name in
        ["Authorization", "content-type", "CONTENT-LENGTH", "host", "proxy-authorization", "a b"]
    {
        let Err(Error::Config(error)) = real(&mock).default_header(name, "planted").build() else {
            panic!("{name} is taken");
        };
        assert!(!error.to_string().contains("planted"), "{error}");
    }
    let broken = real(&mock).default_header("x-team", "two\nlines").build();
    assert!(matches!(broken, Err(Error::Config(_))));
}

/// Counts the requests to the wrapped transport, and reports whether it is remote.
struct Counted {
    inner: Arc<dyn Transport>,
    sent: Arc<AtomicUsize>,
    is_remote: bool,
}

impl Transport for Counted {
    fn send(&self, request: PreparedRequest, attempt: Attempt) -> TransportFuture {
        self.sent.fetch_add(1, Ordering::Relaxed);
        self.inner.send(request, attempt)
    }

    fn is_remote(&self) -> bool {
        self.is_remote
    }
}

/// With wrong credentials each client would send a token request, and the third one would lock the
/// account.
#[tokio::test]
async fn clients_of_real_servers_remember_failed_token_requests_together() {
    for (is_remote, requests) in [(true, 2), (false, 3)] {
        let mock = Mock::new();
        mock.on_token_request().error(401, "invalid_grant", "wrong password");
        let sent = Arc::new(AtomicUsize::new(0));
        for _ in 0..3 {
            let transport =
                Counted { inner: Arc::new(mock.clone()), sent: Arc::clone(&sent), is_remote };
            let client = real(&mock)
                .credentials(oauth(&format!("of this test alone, {is_remote}")))
                .transport(transport)
                .build();
            let call = client.unwrap().raw(&ORDERS, Method::GET, "/x").send().await;
            assert_eq!(call.unwrap_err().kind(), ErrorKind::Auth);
        }
        assert_eq!(
            (mock.token_requests().len(), sent.load(Ordering::Relaxed)),
            (requests, requests)
        );
    }
}
