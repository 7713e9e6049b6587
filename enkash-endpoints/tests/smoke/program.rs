//! The example as a program, and a server between it and the sandbox.

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use enkash_sandbox::Sandbox;
use serde_json::Value as Json;

/// How a run ended.
pub(crate) struct Run {
    pub(crate) succeeded: bool,
    /// Both streams.
    pub(crate) output: String,
}

/// Runs the program against the sandbox, or against a server in front of it.
pub(crate) async fn run(sandbox: &Sandbox, base_url: &str, password: &str) -> Run {
    let known = sandbox.credentials();
    let mut command = program();
    command
        .args(["--fund-source", &sandbox.initial().fund_source_id])
        .env("ENKASH_BASE_URL_ACCOUNTS_RECEIVABLE", format!("{base_url}/accounts-receivable"))
        .env("ENKASH_BASE_URL_PAYMENT_GATEWAY", format!("{base_url}/payment-gateway"))
        .env("ENKASH_BASE_URL_PAYOUTS", format!("{base_url}/payouts"))
        .env("ENKASH_USERNAME", &known.username)
        .env("ENKASH_PASSWORD", password)
        .env("ENKASH_CLIENT_ID", &known.client_id)
        .env("ENKASH_CLIENT_SECRET", &known.client_secret)
        .env("ENKASH_ACCESS_KEY", &known.access_key)
        .env("ENKASH_SECRET_KEY", &known.secret_key);
    end_of(command).await
}

/// Runs the program without a setting.
pub(crate) async fn run_unconfigured() -> Run {
    end_of(program()).await
}

/// The example, which cargo builds before it runs all tests of this package.
///
/// # Panics
/// Cargo was asked for this test alone, and the program is missing or older than its sources.
fn program() -> Command {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(Path::parent).unwrap().join("examples");
    let binary = folder.join(format!("smoke{}", std::env::consts::EXE_SUFFIX));
    let modified = |path: &Path| path.metadata().and_then(|metadata| metadata.modified()).ok();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/smoke");
    let sources = sources.read_dir().unwrap().map(|file| file.unwrap().path());
    assert!(
        modified(&binary) >= sources.filter_map(|file| modified(&file)).max(),
        "{} is missing or old: run `cargo build --features schema --example smoke` first",
        binary.display(),
    );
    let mut command = Command::new(binary);
    // Nothing of the developer's own account gets into the program.
    for (name, _) in
        std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("ENKASH_"))
    {
        command.env_remove(name);
    }
    command.stdin(Stdio::null());
    command
}

async fn end_of(mut command: Command) -> Run {
    let ended = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    let output = [ended.stdout, ended.stderr].concat();
    Run { succeeded: ended.status.success(), output: String::from_utf8(output).unwrap() }
}

/// A server in front of the sandbox that changes the bodies of some responses.
pub(crate) struct Changed {
    pub(crate) url: String,
    /// The strings of all responses that were changed.
    pub(crate) strings: Arc<Mutex<Vec<String>>>,
}

impl Changed {
    /// Changes the responses of the calls whose path ends like this.
    pub(crate) async fn start(
        sandbox: &Sandbox,
        path: &'static str,
        change: fn(&mut Json),
    ) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let strings = Arc::new(Mutex::new(Vec::new()));
        let (target, seen) = (format!("http://{}", sandbox.address()), Arc::clone(&strings));
        let client = reqwest::Client::new();
        let forward = move |request: Request| {
            let (client, target, seen) = (client.clone(), target.clone(), Arc::clone(&seen));
            async move {
                let (parts, body) = request.into_parts();
                let changes = parts.uri.path().ends_with(path);
                let mut headers = parts.headers;
                headers.remove("host");
                let response = client
                    .request(parts.method, format!("{target}{}", parts.uri))
                    .headers(headers)
                    .body(to_bytes(body, usize::MAX).await.unwrap())
                    .send()
                    .await
                    .unwrap();
                let status = response.status();
                let mut body = response.bytes().await.unwrap();
                if changes {
                    let mut json = serde_json::from_slice(&body).unwrap();
                    change(&mut json);
                    collect_strings(&json, &mut seen.lock().unwrap());
                    body = serde_json::to_vec(&json).unwrap().into();
                }
                axum::http::Response::builder().status(status).body(Body::from(body)).unwrap()
            }
        };
        let server = axum::serve(listener, Router::new().fallback(forward));
        tokio::spawn(async move { server.await });
        Changed { url, strings }
    }
}

fn collect_strings(json: &Json, found: &mut Vec<String>) {
    match json {
        Json::String(string) => found.push(string.clone()),
        Json::Array(items) => items.iter().for_each(|item| collect_strings(item, found)),
        Json::Object(fields) => fields.values().for_each(|field| collect_strings(field, found)),
        _ => {}
    }
}
