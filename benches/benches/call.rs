//! A whole call over a transport in memory: everything but the network.

use std::hint::black_box;
use std::process::ExitCode;
use std::sync::LazyLock;

use enkash_benches::harness::{self, Counting, Group, Work};
use enkash_benches::responses::ACTIVATED;
use enkash_benches::subjects::in_memory::{self, Memory};
use enkash_benches::subjects::{CUSTOMER, enkash};
use enkash_core::Client;
use enkash_endpoints::accounts_receivable::ActivateCustomer;
use tokio::runtime::{Builder, Runtime};

#[global_allocator]
static ALLOCATOR: Counting = Counting;

static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_time().build().expect("a runtime"));
static CLIENT: LazyLock<Client> = LazyLock::new(|| enkash::in_memory(ACTIVATED.as_bytes()));
static SUBSCRIBER: LazyLock<()> = LazyLock::new(|| {
    let lines = tracing_subscriber::fmt().with_ansi(false).with_max_level(tracing::Level::INFO);
    let lines = lines
        .with_span_events(tracing_subscriber::fmt::format::FmtSpan::CLOSE)
        .with_writer(std::io::sink);
    tracing::subscriber::set_global_default(lines.finish())
        .expect("the first subscriber of this process");
});
static REQUEST: LazyLock<ActivateCustomer> = LazyLock::new(enkash::activation);

fn by_hand() {
    let transport = Memory(ACTIVATED.as_bytes());
    let response = RUNTIME.block_on(in_memory::activate(&transport, black_box(CUSTOMER)));
    black_box(response.expect("a success"));
}

fn by_enkash() {
    black_box(RUNTIME.block_on(black_box(&*REQUEST).send(&CLIENT)).expect("a success"));
}

/// The same for a subscriber that writes a line for each span that ends, and throws it away.
fn by_enkash_seen() {
    LazyLock::force(&SUBSCRIBER);
    by_enkash();
}

/// What both need to wait for anything.
fn nothing() {
    RUNTIME.block_on(async { black_box(()) });
}

fn main() -> ExitCode {
    harness::main(&[Group {
        title: "a whole call over a transport in memory",
        works: const {
            &[
                Work::new("by hand: check, write, one time limit, read", by_hand).less(nothing),
                Work::new("enkash, `send` with its default settings", by_enkash).less(nothing),
                Work::new(
                    "the same with a `tracing` subscriber that writes its span",
                    by_enkash_seen,
                )
                .less(nothing),
            ]
        },
    }])
}
