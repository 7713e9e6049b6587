//! What a client keeps in memory over many calls, and how many tokens it asks for when a thousand
//! calls find theirs expired.
//!
//! ```text
//! cargo run --release --bin endurance -- [--calls 100000] [--at-once 64] [--storm 1000] [--bare]
//! ```
//!
//! The server is a process of its own, so that the memory is the client's alone.

mod calls;
mod memory;
mod options;
mod storm;

use std::process::ExitCode;

use enkash_benches::Failure;
use enkash_benches::server::{Server, serve_if_asked};

use options::Options;

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
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut server = Server::start()?;
    runtime.block_on(calls::many(&mut server, &options))?;
    if options.bare {
        return Ok(());
    }
    let mut server = Server::start()?;
    runtime.block_on(storm::over_expired_tokens(&mut server, options.storm))
}
