//! Sealed bodies against an independent implementation: openssl's command line, where there is one.
#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::io::Write;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use enkash_core::{
    Attempt, Bytes, Client, Environment, Method, OAuthCredentials, Outgoing, Product, Transport,
    TransportFuture,
};
use serde_json::{Value, json};

const SECRET: &str = "another made-up secret \u{20b9}";

/// Answers with a sealed body and keeps what it got.
#[derive(Default)]
struct Sealed {
    answer: String,
    got: Mutex<Vec<Bytes>>,
}

impl Transport for Sealed {
    fn send(&self, request: Outgoing, attempt: Attempt) -> TransportFuture {
        let body = if attempt.token_call {
            json!({ "access_token": "not-a-real-token" })
        } else {
            self.got.lock().unwrap().push(request.body);
            json!({ "request": self.answer })
        };
        Box::pin(std::future::ready(Ok(http::Response::new(Bytes::from(body.to_string())))))
    }
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
        let transport = Arc::new(Sealed { answer: String::from_utf8(answer).unwrap(), ..Sealed::default() });
        let client = Client::builder()
            .environment(Environment::Test)
            .oauth(OAuthCredentials {
                username: "user".into(),
                password: "not-a-real-password".into(),
                client_id: "CEK0TEST01".into(),
                client_secret: SECRET.into(),
            })
            .transport(Arc::clone(&transport))
            .build()
            .unwrap();
        let body = json!({ "remarks": payload });
        let reply =
            client.raw(Method::POST, "/api/v0/x").product(Product::Payouts).json(&body).send().await.unwrap();
        assert_eq!(reply.into_payload().unwrap(), *payload);

        let sealed: Value = serde_json::from_slice(&transport.got.lock().unwrap()[0]).unwrap();
        let opened = openssl(&cipher("-d"), sealed["request"].as_str().unwrap().as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&opened).unwrap(), body);
    }
}
