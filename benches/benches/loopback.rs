//! A whole call over HTTP on this machine. The server is a process of its own, and what is counted
//! is the client alone.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;

use enkash_benches::Failure;
use enkash_benches::harness::{self, Counting, Group, Work};
use enkash_benches::server::{Server, serve_if_asked};
use enkash_benches::subjects::{CUSTOMER, bare, by_hand, enkash, http, progenitor, rustify};
use enkash_core::Client;
use enkash_endpoints::accounts_receivable::ActivateCustomer;
use tokio::runtime::{Builder, Runtime};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The calls in a row whose connections are counted.
const CALLS: u64 = 100;

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_all().build().expect("a runtime"));
static BASE: LazyLock<String> = LazyLock::new(harness::word);
static HTTP: LazyLock<reqwest::Client> = LazyLock::new(http);
static CLIENT: LazyLock<Client> = LazyLock::new(|| enkash::client(&BASE).expect("a client"));
static REQUEST: LazyLock<ActivateCustomer> = LazyLock::new(enkash::activation);
static RUSTIFY: LazyLock<::rustify::clients::reqwest::Client> =
    LazyLock::new(|| rustify::client(&BASE).expect("a client"));
static PROGENITOR: LazyLock<progenitor::Client> =
    LazyLock::new(|| progenitor::client(&BASE).expect("a client"));

fn by_bare_reqwest() {
    black_box(
        RUNTIME.block_on(bare::activate(&HTTP, &BASE, black_box(CUSTOMER))).expect("a success"),
    );
}

fn by_enkash() {
    black_box(RUNTIME.block_on(black_box(&*REQUEST).send(&CLIENT)).expect("a success"));
}

fn by_hand() {
    black_box(
        RUNTIME.block_on(by_hand::activate(&HTTP, &BASE, black_box(CUSTOMER))).expect("a success"),
    );
}

fn by_rustify() {
    black_box(
        RUNTIME.block_on(rustify::activate(&RUSTIFY, black_box(CUSTOMER))).expect("a success"),
    );
}

fn by_progenitor() {
    black_box(
        RUNTIME
            .block_on(progenitor::activate(&PROGENITOR, black_box(CUSTOMER)))
            .expect("a success"),
    );
}

const CLIENTS: &[Work] = &[
    Work::new("bare reqwest and serde_json", by_bare_reqwest).times(500),
    Work::new("enkash, `send` with its default settings", by_enkash).times(500),
    Work::new("reqwest by hand with the same checks and limits", by_hand).times(500),
    Work::new("rustify, `exec` and `wrap`", by_rustify).times(500),
    Work::new("progenitor's generated client", by_progenitor).times(500),
];

fn main() -> ExitCode {
    if let Some(code) = serve_if_asked() {
        return code;
    }
    let calls = Group {
        title: "a whole call over HTTP on this machine, the client's side",
        works: CLIENTS,
    };
    let connections = Group { title: "connections for calls in a row", works: CLIENTS };
    let groups = [calls, connections];
    if harness::is_child() {
        return harness::main(&groups);
    }
    match measure(&groups) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(groups: &[Group; 2]) -> Result<ExitCode, Failure> {
    let mut server = Server::start()?;
    let base = server.base();
    let code = harness::main_with(&groups[..1], &base);
    let what = format!("connections for {CALLS} calls");
    harness::count_calls((1, &groups[1]), CALLS, &base, &what, || {
        server.counts().map(|counts| counts.connections)
    })?;
    Ok(code)
}
