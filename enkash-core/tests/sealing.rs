//! Encrypted bodies: against an independent implementation, openssl's command line, where there is one; and that nothing
//! leaves in plain text where the product demands encryption.
#![allow(clippy::unwrap_used, missing_docs, reason = "what fails here fails the test")]

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use enkash_core::{
    Attempt, Bytes, Client, Environment, Error, FilePart, Method, OAuthCredentials, Outcome, Outgoing,
    Product, RawCall, Transport, TransportFuture, endpoint,
};
use serde_json::{Value, json};

const SECRET: &str = "another made-up secret \u{20b9}";

/// Responds with an encrypted body, or with a plain one where it has none, and keeps what it got.
#[derive(Default)]
struct Sealed {
    answer: Option<String>,
    got: Mutex<Vec<Bytes>>,
}

impl Transport for Sealed {
    fn send(&self, request: Outgoing, attempt: Attempt) -> TransportFuture {
        let body = if attempt.token_call {
            json!({ "access_token": "not-a-real-token" })
        } else {
            self.got.lock().unwrap().push(request.body);
            match &self.answer {
                Some(answer) => json!({ "request": answer }),
                None => json!({ "response_code": 0, "payload": "done" }),
            }
        };
        Box::pin(std::future::ready(Ok(http::Response::new(Bytes::from(body.to_string())))))
    }
}

fn client(transport: &Arc<Sealed>) -> Client {
    Client::builder()
        .environment(Environment::Test)
        .partner_id("CRM0")
        .oauth(OAuthCredentials {
            username: "user".into(),
            password: "not-a-real-password".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: SECRET.into(),
        })
        .transport(Arc::clone(transport))
        .build()
        .unwrap()
}

/// What openssl writes for these arguments and this input; nothing where there is no openssl.
fn openssl(arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let child = Command::new("openssl").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        eprintln!("skipped: there is no openssl");
        return None;
    };
    child.stdin.take()?.write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "openssl {arguments:?}");
    Some(output.stdout)
}

#[tokio::test]
async fn openssl_opens_what_is_sealed_and_seals_what_is_opened() {
    let Some(digest) = openssl(&["dgst", "-sha256", "-binary"], SECRET.as_bytes()) else { return };
    let key: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let cipher = |direction| ["enc", direction, "-aes-128-ecb", "-K", &key, "-base64", "-A"];

    for length in [0, 1, 14, 15, 16, 17, 1000] {
        let payload = "\u{20b9}".repeat(length);
        let answer = json!({ "response_code": 0, "payload": payload }).to_string();
        let answer = openssl(&cipher("-e"), answer.as_bytes()).unwrap();
        let answer = Some(String::from_utf8(answer).unwrap());
        let transport = Arc::new(Sealed { answer, ..Sealed::default() });
        let client = client(&transport);
        let body = json!({ "remarks": payload });
        let reply =
            client.raw(Method::POST, "/api/v0/x").product(Product::Payouts).json(&body).send().await.unwrap();
        assert_eq!(reply.into_payload().unwrap(), *payload);

        let sealed: Value = serde_json::from_slice(&transport.got.lock().unwrap()[0]).unwrap();
        let opened = openssl(&cipher("-d"), sealed["request"].as_str().unwrap().as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&opened).unwrap(), body);
    }
}

/// What reached the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    Encrypted,
    Plain,
    Empty,
    /// The call was refused before it was sent.
    NotSent,
}

fn arrived<T: std::fmt::Debug>(transport: &Sealed, result: Result<T, Error>) -> Body {
    let body = transport.got.lock().unwrap().pop();
    match (body, result) {
        (None, Err(error)) => {
            assert_eq!((error.kind(), error.outcome()), ("config", Outcome::NotSent), "{error}");
            assert!(!error.to_string().contains("planted"), "{error}");
            Body::NotSent
        }
        (Some(body), Ok(_)) if body.is_empty() => Body::Empty,
        (Some(body), Ok(_)) if body.windows(7).any(|part| part == b"planted") => Body::Plain,
        (Some(body), Ok(_)) => {
            let json: Value = serde_json::from_slice(&body).unwrap();
            assert!(json.as_object().unwrap().len() == 1 && json["request"].is_string(), "{json}");
            Body::Encrypted
        }
        (body, result) => panic!("{body:?} and {result:?}"),
    }
}

#[tokio::test]
async fn the_kind_of_the_body_decides_whether_a_raw_call_is_encrypted() {
    use Body::{Empty, Encrypted, NotSent, Plain};

    type Kind = fn(RawCall) -> RawCall;
    let json: Kind = |call| call.json(&json!({ "a": "planted" }));
    let kinds: [(&str, Kind, Body, Body); 12] = [
        ("nothing", |call| call, Empty, Empty),
        ("JSON", json, Encrypted, Plain),
        ("JSON given last", |call| call.body("text/csv", "planted").json(&"planted"), Encrypted, Plain),
        ("a form", |call| call.form([("a", "planted")]), NotSent, Plain),
        ("a form given last", |call| call.json(&1).form([("a", "planted")]), NotSent, Plain),
        ("an empty form", |call| call.form::<&str, &str>([]), Empty, Empty),
        ("bytes", |call| call.body("application/json", "\"planted\""), NotSent, Plain),
        (
            "bytes of one charset",
            |call| call.body("application/json; charset=utf-8", "planted"),
            NotSent,
            Plain,
        ),
        ("bytes in capitals", |call| call.body("APPLICATION/JSON", "planted"), NotSent, Plain),
        ("a file", |call| call.body("multipart/form-data; boundary=b", "planted"), NotSent, Plain),
        ("no bytes", |call| call.body("text/plain", ""), Empty, Empty),
        ("a header", |call| call.json(&"planted").header("content-TYPE", "text/plain"), NotSent, NotSent),
    ];
    let transport = Arc::new(Sealed::default());
    let client = client(&transport);
    for (name, kind, encrypted, plain) in kinds {
        let payouts = || kind(client.raw(Method::POST, "/x").product(Product::Payouts));
        let cards = || kind(client.raw(Method::POST, "/x").product(Product::Cards));
        for (call, expected) in [
            (payouts(), encrypted),
            (payouts().encrypt(true), encrypted),
            (payouts().encrypt(false), plain),
            (cards(), plain),
            (cards().encrypt(true), encrypted),
        ] {
            assert_eq!(arrived(&transport, call.send().await), expected, "{name}");
        }
    }
}

#[endpoint(POST, "/json", product = Payouts)]
struct InJson {
    name: &'static str,
}

#[endpoint(POST, "/whole", product = Payouts)]
struct Whole {
    #[body]
    names: Vec<&'static str>,
}

#[endpoint(POST, "/form", product = Payouts, body = form)]
struct InForm {
    name: &'static str,
}

#[endpoint(POST, "/file", product = Payouts, body = multipart)]
struct InFile {
    file: FilePart,
}

#[endpoint(POST, "/form", product = Payouts, body = form, seal = never)]
struct PlainForm {
    name: &'static str,
}

#[endpoint(POST, "/form", product = Cards, body = form, seal = always)]
struct EncryptedForm {
    name: &'static str,
}

#[endpoint(POST, "/json", product = Cards, seal = always)]
struct EncryptedJson {
    name: &'static str,
}

#[endpoint(POST, "/nothing", product = Payouts)]
struct Nothing {
    name: Option<&'static str>,
}

#[tokio::test]
async fn the_kind_of_the_body_decides_whether_a_declared_call_is_encrypted() {
    let transport = Arc::new(Sealed::default());
    let client = client(&transport);
    let file = || FilePart::new("planted.csv", "text/csv", "planted");
    // Sent, sent with a header that would change the kind, and sent with another header.
    macro_rules! check {
        ($request:expr, $expected:ident) => {
            let request = $request;
            assert_eq!(client.prepare(&request).is_err(), Body::$expected == Body::NotSent);
            assert_eq!(arrived(&transport, request.send(&client).await), Body::$expected);
            let call = request.call().header("Content-Type", "application/json; charset=utf-8");
            assert_eq!(arrived(&transport, call.send(&client).await), Body::NotSent);
            let call = request.call().header("X-Content-Type", "text/plain");
            assert_eq!(arrived(&transport, call.send(&client).await), Body::$expected);
        };
    }
    check!(InJson { name: "planted" }, Encrypted);
    check!(Whole { names: vec!["planted"] }, Encrypted);
    check!(InForm { name: "planted" }, NotSent);
    check!(InFile { file: file() }, NotSent);
    check!(PlainForm { name: "planted" }, Plain);
    check!(EncryptedForm { name: "planted" }, NotSent);
    check!(EncryptedJson { name: "planted" }, Encrypted);
    check!(Nothing { name: Some("planted") }, Encrypted);
}
