//! Requests per second and their latencies over HTTP on this machine: enkash and its peers in
//! turns, so that whatever else the machine does hits all alike.
//!
//! ```text
//! cargo run --release --bin throughput -- [--rounds 40] [--slice 250]
//! ```
//!
//! A round gives each client one slice of time (in milliseconds) at 1 and at 64 calls at once.
//! Ratios are taken within a round, and what is printed is the median over the rounds. The server
//! is a process of its own; client and server have one thread each.

mod clients;
mod load;
mod options;
mod report;

use std::process::ExitCode;

use enkash_benches::Failure;
use enkash_benches::server::{Server, serve_if_asked};

use load::Slice;
use options::Options;

/// How many calls are under way at once.
const LEVELS: [usize; 2] = [1, 64];

fn main() -> ExitCode {
    if let Some(code) = serve_if_asked() {
        return code;
    }
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let options = Options::read()?;
    let server = Server::start()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let clients = clients::all(&server.base())?;
    eprintln!(
        "{} rounds, about {} seconds",
        options.rounds,
        options.seconds(clients.len() * LEVELS.len())
    );
    for at_once in LEVELS {
        let mut rounds: Vec<Vec<Slice>> = Vec::new();
        for round in 0..options.rounds {
            let mut slices: Vec<Option<Slice>> = clients.iter().map(|_| None).collect();
            // Each round begins with another client.
            for turn in 0..clients.len() {
                let place = (round + turn) % clients.len();
                let slice = load::run(clients[place].clone(), at_once, options.slice);
                slices[place] = Some(runtime.block_on(slice)?);
            }
            rounds.push(slices.into_iter().flatten().collect());
        }
        report::print(at_once, &clients, &rounds);
    }
    Ok(())
}
