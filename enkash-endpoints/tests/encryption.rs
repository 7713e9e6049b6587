//! The encryption of payouts against an independent implementation: openssl's command line, where there is one.
#![allow(clippy::unwrap_used, missing_docs, reason = "what fails here fails the test")]

use std::io::Write;
use std::process::{Command, Stdio};

use enkash_endpoints::mock::{Mock, MockResponse};
use enkash_endpoints::payouts::PAYOUTS;
use enkash_endpoints::{Client, Environment, Method, OAuthCredentials};
use serde_json::{Value, json};

const SECRET: &str = "another made-up secret \u{20b9}";

/// A client that encrypts, unlike the mock's own, and whose calls all get this response.
fn client(response: MockResponse) -> (Mock, Client) {
    let mock = Mock::new();
    mock.on_any().respond(response);
    let client = enkash_endpoints::client()
        .environment(Environment::Test)
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
        let reply = client.raw(&PAYOUTS, Method::POST, "/api/v0/x").json(&body).send().await.unwrap();
        assert_eq!(reply.into_payload().unwrap(), *payload);

        let encrypted = mock.received()[0].json().unwrap();
        let decrypted = openssl(&cipher("-d"), encrypted["request"].as_str().unwrap().as_bytes()).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&decrypted).unwrap(), body);
    }
}
