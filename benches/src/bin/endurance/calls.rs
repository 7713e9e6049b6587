//! Many activations, many at once, and the memory between them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use enkash_benches::Failure;
use enkash_benches::server::Server;
use enkash_benches::subjects::{CUSTOMER, bare, enkash, http};
use enkash_core::Client;
use tokio::task::JoinSet;

use crate::memory::resident;
use crate::options::Options;

/// After these many calls everything is warm.
const WARM: u64 = 1_000;

/// The memory is looked at whenever so many more calls are done.
const STEP: u64 = 10_000;

/// Who makes the calls.
#[derive(Clone)]
enum Caller {
    Enkash(Client),
    /// For scale: what of the memory is the transport's.
    Bare(reqwest::Client, String),
}

impl Caller {
    async fn call(&self) -> Result<(), Failure> {
        match self {
            Caller::Enkash(client) => drop(enkash::activation().send(client).await?),
            Caller::Bare(http, base) => drop(bare::activate(http, base, CUSTOMER).await?),
        }
        Ok(())
    }
}

struct Progress {
    all: u64,
    begun: AtomicU64,
    done: AtomicU64,
}

/// Makes the calls and prints the memory.
pub async fn many(server: &mut Server, options: &Options) -> Result<(), Failure> {
    let Options { calls: all, at_once, .. } = *options;
    let base = server.base();
    let (name, caller) = if options.bare {
        ("bare reqwest", Caller::Bare(http(), base))
    } else {
        ("enkash", Caller::Enkash(enkash::with_oauth(&base)?))
    };
    let progress = Arc::new(Progress { all, begun: AtomicU64::new(0), done: AtomicU64::new(0) });
    println!(
        "\n{name}: {all} activations, {at_once} at once\n\n|   calls | resident KiB |\n|--------:|-------------:|"
    );
    println!("| {:>7} | {:>12} |", 0, resident()?);
    let mut callers = JoinSet::new();
    for _ in 0..at_once {
        callers.spawn(call(caller.clone(), Arc::clone(&progress)));
    }
    while let Some(end) = callers.join_next().await {
        end??;
    }
    let counts = server.counts()?;
    println!(
        "\n{} calls arrived over {} connections, and {} token request(s)",
        counts.calls, counts.connections, counts.token_requests
    );
    Ok(())
}

async fn call(caller: Caller, progress: Arc<Progress>) -> Result<(), Failure> {
    while progress.begun.fetch_add(1, Relaxed) < progress.all {
        caller.call().await?;
        let done = progress.done.fetch_add(1, Relaxed) + 1;
        if done == WARM || done.is_multiple_of(STEP) || done == progress.all {
            println!("| {done:>7} | {:>12} |", resident()?);
        }
    }
    Ok(())
}
