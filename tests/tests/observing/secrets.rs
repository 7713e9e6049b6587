//! Values are planted everywhere, everything is logged and printed, and none of them is found.

mod planted;
mod printed;

use std::time::Duration;

use enkash_core::{
    BearerToken, CallAuth, Client, ClientBuilder, Json, JsonMap, KeyPair, Method, OAuthCredentials,
    RetryPolicy, Secret,
};
use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
use enkash_endpoints::payouts::PAYOUTS;
use enkash_endpoints::{PARTNER_ID, PRODUCTS};
use enkash_sandbox::Sandbox;
use enkash_tests::capture::Capture;
use enkash_tests::leak_check::find;
use enkash_tests::server::{DeadPort, Server, ServerAction, done, response, response_with, token};

use self::planted::*;
use self::printed::Printed;

fn oauth() -> OAuthCredentials {
    OAuthCredentials {
        username: USERNAME.into(),
        password: PASSWORD.into(),
        client_id: "CEK0TEST01".into(),
        client_secret: CLIENT_SECRET.into(),
    }
}

fn keys() -> KeyPair {
    KeyPair { access_key: ACCESS_KEY.into(), secret_key: SECRET_KEY.into() }
}

fn builder(url: &str) -> ClientBuilder {
    let mut builder = enkash_endpoints::client()
        .credentials(oauth())
        .credentials(keys())
        .setting(PARTNER_ID, PARTNER)
        .retry(RetryPolicy::default().delays(Duration::ZERO, Duration::ZERO))
        .attempt_timeout(Duration::from_secs(5))
        .max_response_bytes(1 << 16);
    for product in PRODUCTS.iter().copied() {
        builder = builder.base_url(product, url);
    }
    builder
}

/// Everything that a server could repeat, in each form that the client reads.
fn echoes(sandbox: &Sandbox) -> Vec<ServerAction> {
    let all = values().join(" | ").replace('\\', "\\\\").replace('"', "\\\"");
    let person = format!(
        r#"{{"name":"{NAME}","mobile":"{MOBILE}","accountNumber":"{ACCOUNT}","income":{SECRET_AMOUNT}}}"#
    );
    let failure = format!(
        r#"{{"response_code":7,"response_message":"{all}","payload":"{all}","errorResponse":{{"errorType":"VALIDATION_ERROR",
        "errorMessage":"{all}","apiSubErrors":[{{"field":"pan","rejectedValue":"{PAN}","message":"{all}"}},"{all}"]}}}}"#
    );
    let bodies = [
        format!(
            r#"{{"response_code":0,"response_message":"{all}","payload":[{person},{person}]}}"#
        ),
        format!(r#"{{"response_code":0,"response_message":"{all}","payload":"{all}"}}"#),
        format!(r#"{{"response_code":0,"payload":[{person},["{all}"]]}}"#),
        format!(r#"{{"response_code":0,"payload":[{{"income":"{MOBILE}{PAN}"}}]}}"#),
        format!(r#"{{"response_code":"{all}","payload":null}}"#),
        format!(r#"{{"response_code":117,"payload":"{all}"}}"#),
        format!(r#"{{"errorResponse":"{all}"}}"#),
        format!(r#"{{"{PAN}":"{all}"}}"#),
        format!("\"{all}\""),
        format!("<html>{all}</html>"),
        format!(r#"{{"payload":["{all}"#),
        failure,
        all.clone(),
    ];
    let headers = format!("X-Echo: {PAN} {MOBILE} {TOKEN}\r\nSet-Cookie: sid={TOKEN}\r\n");
    let mut acts = Vec::new();
    for status in [200, 400, 401, 404, 409, 422, 429, 500, 503] {
        for body in &bodies {
            acts.push(ServerAction::Respond(response_with(status, &headers, body)));
        }
    }
    // Encrypted under another secret, and under none at all.
    acts.push(ServerAction::Respond(response(200, &sandbox.encrypt(&bodies[0]))));
    for encrypted in [all.as_str(), "cGw0bnRlZA==", ""] {
        acts.push(ServerAction::Respond(response(200, &format!(r#"{{"request":"{encrypted}"}}"#))));
    }
    let half =
        format!("HTTP/1.1 200 OK\r\n{headers}Content-Length: 9999\r\n\r\n{{\"payload\":\"{all}");
    acts.push(ServerAction::Close(half.into_bytes()));
    acts.push(ServerAction::Close(format!("HTTP/1.1 200 OK\r\n{all}\u{0}\r\n\r\n").into_bytes()));
    acts.push(ServerAction::Close(all.clone().into_bytes()));
    acts.push(ServerAction::Close(vec![]));
    acts.push(ServerAction::Flood(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), all.into_bytes()));
    acts
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_that_was_planted_is_logged_or_printed() {
    let log = Capture::default();
    log.everywhere();
    let mut printed = Printed::default();
    let server = Server::start();
    let sandbox = Sandbox::start().await.unwrap();
    settings(&mut printed, &server.url());

    // Requests of every kind against responses of every kind.
    let client = builder(&server.url()).build().unwrap();
    printed.debug(&client);
    for act in echoes(&sandbox) {
        for product in 0..4 {
            server.script_tokens([
                ServerAction::Respond(token(TOKEN, 86_399)),
                ServerAction::Respond(token(TOKEN, 86_399)),
            ]);
            server.script(vec![act.clone(); 3]);
            match product {
                0 => printed.play(&CheckPlain::new(), &client).await,
                1 => printed.play(&CheckEncrypted::new(), &client).await,
                2 => printed.play(&CheckPaid::new(), &client).await,
                _ => printed.play(&CheckCard::new(), &client).await,
            }
        }
    }
    raw(&mut printed, &server, &client).await;
    broken(&mut printed, &client).await;
    token_requests(&mut printed, &server, &sandbox).await;
    transports(&mut printed, &server).await;
    encrypted(&mut printed, &sandbox).await;

    // They were really there: whatever the client knows reached the server in some form.
    let arrived = [server.calls(), server.token_requests()].concat();
    let on_the_wire: String = arrived
        .iter()
        .map(|call| format!("{}{}\n", call.head, String::from_utf8_lossy(&call.body)))
        .collect();
    for value in [&PERSONAL[..], &SECRETS[..]].concat() {
        assert!(find(&on_the_wire, &[value]).is_some(), "{value} was never sent");
    }
    // And everything that could give them away was produced.
    let kinds: Vec<&str> = printed.kinds.iter().map(String::as_str).collect();
    assert_eq!(
        kinds,
        [
            "api",
            "auth Refused",
            "auth Suspended",
            "auth Unavailable",
            "config",
            "decode",
            "invalid",
            "transport Body",
            "transport Connect",
            "transport Request",
            "transport Timeout",
            "transport TooLarge",
        ]
    );
    let text = log.text();
    assert!(text.contains("enkash.call") && text.contains("token request"), "{text:.500}");
    for (what, text) in [("printed", &printed.text), ("logged", &text)] {
        if let Some(found) = find(text, &values()) {
            panic!("{what}: {found}");
        }
    }
}

/// Credentials, builders and the mistakes in them.
fn settings(printed: &mut Printed, url: &str) {
    printed.debug(&oauth());
    printed.debug(&keys());
    printed.debug(&Secret::from(PASSWORD));
    printed.debug(
        &builder(url).credentials(BearerToken::new(BEARER)).encryption_secret(CLIENT_SECRET),
    );
    printed.debug(&(person(), Pan::new(PAN).unwrap(), Mobile::new(MOBILE).unwrap()));
    for wrong in [EMAIL, PASSWORD, NAME] {
        printed.chain(&Pan::new(wrong).unwrap_err());
        printed.chain(&serde_json::from_value::<Pan>(Json::from(wrong)).unwrap_err());
    }
    for wrong in [
        builder(&format!("https://{ACCOUNT}:{PAN}@example.com")),
        builder(&format!("https://example.com/?token={TOKEN}")),
        builder(&format!("{PASSWORD} {TOKEN}")),
        builder(&format!("http://{ACCESS_KEY}.example.com")),
        builder(url).setting(PARTNER_ID, format!("{PARTNER}\n")),
        Client::builder().credentials(BearerToken::new(format!("{BEARER}\n"))),
        builder(url).user_agent(format!("{NAME}\n")),
        builder(url)
            .credentials(OAuthCredentials { client_id: format!("{ACCOUNT}:{PAN}"), ..oauth() }),
        builder(url).credentials(OAuthCredentials { username: "".into(), ..oauth() }),
        builder(url)
            .credentials(KeyPair { access_key: format!("{ACCESS_KEY}\n").into(), ..keys() }),
    ] {
        printed.error(&wrong.build().unwrap_err());
    }
}

/// A client with a token that it was given.
fn with_token(url: &str) -> Client {
    let builder =
        Client::builder().products(&[&ACCOUNTS_RECEIVABLE]).base_url(&ACCOUNTS_RECEIVABLE, url);
    builder.credentials(BearerToken::new(BEARER)).build().unwrap()
}

/// Undeclared calls, whose paths hold values in the open.
async fn raw(printed: &mut Printed, server: &Server, client: &Client) {
    let fixed = with_token(&server.url());
    printed.debug(&fixed);
    for client in [client, &fixed] {
        let call = |method, path: String| client.raw(&ACCOUNTS_RECEIVABLE, method, path);
        for act in [
            ServerAction::Respond(done()),
            ServerAction::Respond(response(422, &format!("{{\"payload\":\"{PAN}\"}}"))),
        ] {
            server.script([act]);
            let call = call(Method::POST, format!("/api/v0/{ACCOUNT}"))
                .segment(PAN)
                .query("email", EMAIL)
                .query(MOBILE, "1")
                .header("X-Note", NOTE)
                .json(&person());
            printed.debug(&call);
            printed.call(call.send()).await;
        }
        let form = call(Method::POST, "/form".to_owned()).form([("name", NAME), ("email", EMAIL)]);
        printed.debug(&form);
        printed.call(form.send()).await;
        let get = |path| call(Method::GET, path);
        for wrong in [
            get(format!("/{PAN}?email={EMAIL}")),
            get("/x".to_owned()).segment(format!("{PAN}/..")).segment(".."),
            get("/x".to_owned()).header(NAME, PAN),
            get("/x".to_owned()).header("X-Note", &format!("{NOTE}\n{PAN}")),
            get("/x".to_owned()).header("Authorization", TOKEN),
        ] {
            printed.debug(&wrong);
            printed.call(wrong.send()).await;
        }
    }
    let basic = client.raw(&ACCOUNTS_RECEIVABLE, Method::POST, "/basic").auth(CallAuth::Basic);
    printed.call(basic.send()).await;
}

/// Requests that break rules.
async fn broken(printed: &mut Printed, client: &Client) {
    let request = Broken {
        account_number: ACCOUNT.to_owned(),
        email: EMAIL.to_owned(),
        names: vec![NAME.to_owned(), PAN.to_owned()],
        amount: SECRET_AMOUNT.parse().unwrap(),
        person: Person { account_number: Some(ACCOUNT.repeat(2)), ..person() },
    };
    printed.play(&request, client).await;
    let check = CheckPlain {
        account_number: format!("{ACCOUNT}/.."),
        email: String::new(),
        ..CheckPlain::new()
    };
    printed.play(&check, client).await;
    let check = CheckPlain {
        account_number: "..".to_owned(),
        note: Some(format!("{NOTE}\n")),
        ..CheckPlain::new()
    };
    printed.play(&check, client).await;
    // An extra field may not repeat a declared one.
    let more = JsonMap::from_iter([("person".to_owned(), Json::from(NAME))]);
    printed.play(&CheckPlain { more, ..CheckPlain::new() }, client).await;
}

/// Token requests that are refused or fail, with everything in the response.
async fn token_requests(printed: &mut Printed, server: &Server, sandbox: &Sandbox) {
    let all = values().join(" | ").replace('\\', "\\\\").replace('"', "\\\"");
    let refusals = [
        format!(r#"{{"error":"invalid_grant","error_description":"{all}"}}"#),
        format!(r#"{{"error":"{PASSWORD}","message":"no {USERNAME} with {PASSWORD} at {EMAIL}"}}"#),
        format!(
            r#"{{"errorResponse":{{"errorType":"UNAUTHORIZED","errorMessage":"{CLIENT_SECRET}"}}}}"#
        ),
        format!(r#"{{"resultCode":401,"resultMessage":"{ACCESS_KEY} and {SECRET_KEY}"}}"#),
    ];
    let refusals = refusals.iter().map(|body| ServerAction::Respond(response(401, body)));
    for act in echoes(sandbox).into_iter().chain(refusals) {
        // Nobody waits for a token host to become available.
        let client = builder(&server.url()).timeout(Duration::from_millis(900)).build().unwrap();
        server.script_tokens(vec![act; 6]);
        server.script([]);
        for _ in 0..3 {
            printed.play(&CheckPlain::new(), &client).await;
            printed.play(&CheckPaid::new(), &client).await;
        }
    }
    let odd = format!(r#"{{"access_token":"{TOKEN}\n","expires_in":100}}"#);
    server.script_tokens([ServerAction::Respond(response(200, &odd))]);
    printed.play(&CheckPlain::new(), &builder(&server.url()).build().unwrap()).await;
}

/// Networks that fail.
async fn transports(printed: &mut Printed, server: &Server) {
    let dead = DeadPort::bind().unwrap();
    let client = builder(&dead.url()).timeout(Duration::from_millis(900)).build().unwrap();
    printed.play(&CheckPlain::new(), &client).await;
    let fixed = with_token(&dead.url());
    printed.play(&CheckPlain::new(), &fixed).await;
    let client = builder(&server.url()).attempt_timeout(Duration::from_millis(50)).build().unwrap();
    server.script(vec![
        ServerAction::Stall(
            format!("HTTP/1.1 200 OK\r\nX-Echo: {TOKEN}").into_bytes()
        );
        3
    ]);
    printed.play(&CheckPlain::new(), &client).await;
}

/// Encrypted both ways for real: responses that decrypt to the planted words.
async fn encrypted(printed: &mut Printed, sandbox: &Sandbox) {
    let known = sandbox.credentials();
    let server = Server::start();
    let client = Client::builder()
        .products(&[&PAYOUTS])
        .base_url(&PAYOUTS, server.url())
        .credentials(OAuthCredentials {
            username: USERNAME.into(),
            password: PASSWORD.into(),
            client_id: known.client_id.clone(),
            client_secret: known.client_secret.as_str().into(),
        })
        .build()
        .unwrap();
    let all = values().join(" | ").replace('"', "\\\"");
    for plain in [
        format!(r#"{{"response_code":0,"payload":[{{"name":"{NAME}"}}]}}"#),
        format!(r#"{{"response_code":0,"payload":"{all}"}}"#),
        format!(r#"{{"response_code":422,"response_message":"{all}","payload":"{all}"}}"#),
        format!(r#"{{"errorResponse":{{"errorType":"SYSTEM_ERROR","errorMessage":"{all}"}}}}"#),
        format!("no JSON: {all}"),
    ] {
        for status in [200, 422, 503] {
            server.script([ServerAction::Respond(response(status, &sandbox.encrypt(&plain)))]);
            printed.play(&CheckEncrypted::new(), &client).await;
        }
    }
    let sent = server.calls();
    let body = String::from_utf8(sent[0].body.clone()).unwrap();
    assert!(sandbox.decrypt(&body).unwrap().contains(ACCOUNT));
    assert_eq!(find(&body, &values()), None);
}
