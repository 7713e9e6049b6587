//! A fake EnKash on a port of this machine, for clients in any language.

mod cli;

use std::process::ExitCode;

use cli::{Command, Options};
use enkash_sandbox::Sandbox;

fn main() -> ExitCode {
    match Command::read(std::env::args_os()) {
        Ok(Command::Help) => cli::say(cli::HELP),
        Ok(Command::Version) => cli::say(concat!("enkash-sandbox ", env!("CARGO_PKG_VERSION"))),
        Ok(Command::Serve(options)) => {
            if let Err(reason) = run(options) {
                eprintln!("enkash-sandbox: {reason}");
                return ExitCode::FAILURE;
            }
        }
        Err(reason) => {
            eprintln!("enkash-sandbox: {reason}\nTry `enkash-sandbox --help`.");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

fn run(options: Options) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let builder = Sandbox::builder().port(options.port).seed(options.seed).latency(options.latency);
        let builder = if options.quiet { builder } else { builder.observer(|entry| cli::say(entry)) };
        let sandbox = builder.start().await?;
        cli::greet(&sandbox, options.quiet);
        told_to_stop().await?;
        sandbox.shutdown().await;
        Ok(())
    })
}

/// Waits for Ctrl-C or, where there is such a thing, for a termination signal.
async fn told_to_stop() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminated = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = terminated.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}
