//! Encrypted bodies: against an independent implementation, openssl's command line, if there is
//! one; and that nothing that is to be encrypted leaves as plaintext.

use std::fmt::Debug;
use std::io::Write;
use std::process::{Command, Stdio};

use enkash_core::mock::{Mock, MockResponse};
use enkash_core::{
    Client, Environment, ErrorKind, FilePart, Method, OAuthCredentials, Outcome, Payload,
    PendingCall, RawCall, endpoint,
};
use enkash_endpoints::PARTNER_ID;
use enkash_endpoints::cards::CARDS;
use enkash_endpoints::payouts::PAYOUTS as PRODUCT;
use serde_json::{Value, json};

const SECRET: &str = "another made-up secret \u{20b9}";

/// A client that encrypts, unlike the mock's own, and whose calls all get this response.
fn client(response: MockResponse) -> (Mock, Client) {
    let mock = Mock::new();
    mock.on_any().respond(response);
    let client = enkash_endpoints::client()
        .environment(Environment::Test)
        .setting(PARTNER_ID, "CRM0")
        .credentials(OAuthCredentials {
            username: "user".into(),
            password: "not-a-real-password".into(),
            client_id: "CEK0TEST01".into(),
            client_secret: SECRET.into(),
        })
        .transport(mock.clone())
        .build()
        .unwrap();
    (mock, client)
}

/// What openssl writes for these arguments and this input; `None` if there is no openssl.
fn openssl(arguments: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    let child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
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
async fn openssl_decrypts_requests_and_encrypts_responses() {
    let Some(digest) = openssl(&["dgst", "-sha256", "-binary"], SECRET.as_bytes()) else { return };
    let key: String = digest[..16].iter().map(|byte| format!("{byte:02x}")).collect();
    let cipher = |direction| ["enc", direction, "-aes-128-ecb", "-K", &key, "-base64", "-A"];

    for length in [0, 1, 14, 15, 16, 17, 1000] {
        let payload = "\u{20b9}".repeat(length);
        let response = json!({ "response_code": 0, "payload": payload }).to_string();
        let response = openssl(&cipher("-e"), response.as_bytes()).unwrap();
        let response = json!({ "request": String::from_utf8(response).unwrap() });
        let (mock, client) = client(MockResponse::raw(200, response.to_string()));
        let body = json!({ "remarks": payload });
        let reply =
            client.raw(&PRODUCT, Method::POST, "/api/v0/x").json(&body).send().await.unwrap();
        assert_eq!(reply.into_payload().unwrap(), *payload);

        let encrypted = mock.received()[0].json().unwrap();
        let decrypted =
            openssl(&cipher("-d"), encrypted["request"].as_str().unwrap().as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&decrypted).unwrap(), body);
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

/// Makes the call, and returns what reached the server.
async fn arrived<T: Payload + Debug>(mock: &Mock, call: PendingCall<T>) -> Body {
    let before = mock.received().len();
    let result = call.await;
    match (&mock.received()[before..], result) {
        ([], Err(error)) => {
            assert_eq!(
                (error.kind(), error.outcome()),
                (ErrorKind::Config, Outcome::NotSent),
                "{error}"
            );
            assert!(!error.to_string().contains("planted"), "{error}");
            Body::NotSent
        }
        ([call], Ok(_)) if call.body().is_empty() => Body::Empty,
        ([call], Ok(_)) if call.body().windows(7).any(|part| part == b"planted") => Body::Plain,
        ([call], Ok(_)) => {
            let json = call.json().unwrap();
            assert!(json.as_object().unwrap().len() == 1 && json["request"].is_string(), "{json}");
            Body::Encrypted
        }
        (calls, result) => panic!("{calls:?} and {result:?}"),
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
        (
            "JSON given last",
            |call| call.body("text/csv", "planted").json(&"planted"),
            Encrypted,
            Plain,
        ),
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
        (
            "a header",
            |call| call.json(&"planted").header("content-TYPE", "text/plain"),
            NotSent,
            NotSent,
        ),
    ];
    let (mock, client) = client(MockResponse::payload(&"done"));
    for (name, kind, encrypted, plain) in kinds {
        let payouts = || kind(client.raw(&PRODUCT, Method::POST, "/x"));
        let cards = || kind(client.raw(&CARDS, Method::POST, "/x"));
        for (call, expected) in [
            (payouts(), encrypted),
            (payouts().encrypt(true), encrypted),
            (payouts().encrypt(false), plain),
            (cards(), plain),
            // The product has no encryption.
            (cards().encrypt(true), NotSent),
        ] {
            assert_eq!(arrived(&mock, call.send()).await, expected, "{name}");
        }
    }
}

#[endpoint(POST, "/json")]
struct InJson {
    name: &'static str,
}

#[endpoint(POST, "/whole")]
struct Whole {
    #[body]
    names: Vec<&'static str>,
}

#[endpoint(POST, "/form", body = form)]
struct InForm {
    name: &'static str,
}

#[endpoint(POST, "/file", body = multipart)]
struct InFile {
    file: FilePart,
}

#[endpoint(POST, "/form", body = form, encrypt = false)]
struct PlainForm {
    name: &'static str,
}

#[endpoint(POST, "/json", encrypt = true)]
struct EncryptedJson {
    name: &'static str,
}

/// Of a product that has no encryption.
#[endpoint(POST, "/json", product = CARDS, encrypt = true)]
struct NeverEncrypted {
    name: &'static str,
}

#[endpoint(POST, "/nothing")]
struct Nothing {
    name: Option<&'static str>,
}

#[tokio::test]
async fn the_kind_of_the_body_decides_whether_a_declared_call_is_encrypted() {
    let (mock, client) = client(MockResponse::payload(&"done"));
    let file = || FilePart::new("planted.csv", "text/csv", "planted");
    // Sent, sent with a header that would change the kind, and sent with another header.
    macro_rules! check {
        ($request:expr, $expected:ident) => {
            let request = $request;
            assert_eq!(client.prepare(&request).is_err(), Body::$expected == Body::NotSent);
            assert_eq!(arrived(&mock, request.send(&client)).await, Body::$expected);
            let call = request.call().header("Content-Type", "application/json; charset=utf-8");
            assert_eq!(arrived(&mock, call.send(&client)).await, Body::NotSent);
            let call = request.call().header("X-Content-Type", "text/plain");
            assert_eq!(arrived(&mock, call.send(&client)).await, Body::$expected);
        };
    }
    check!(InJson { name: "planted" }, Encrypted);
    check!(Whole { names: vec!["planted"] }, Encrypted);
    check!(InForm { name: "planted" }, NotSent);
    check!(InFile { file: file() }, NotSent);
    check!(PlainForm { name: "planted" }, Plain);
    check!(EncryptedJson { name: "planted" }, Encrypted);
    check!(NeverEncrypted { name: "planted" }, NotSent);
    check!(Nothing { name: Some("planted") }, Encrypted);
}
