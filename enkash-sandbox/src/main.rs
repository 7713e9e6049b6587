//! A fake EnKash on a port of this machine, for clients in any language.

mod cli;

use std::process::ExitCode;

use cli::{Command, Options, Printer, Signals};
use enkash_sandbox::Sandbox;

fn main() -> ExitCode {
    match Command::read(std::env::args_os()) {
        Ok(Command::Help) => cli::print(cli::HELP),
        Ok(Command::Version) => cli::print(concat!("enkash-sandbox ", env!("CARGO_PKG_VERSION"))),
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
    let printer = Printer::start()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(serve(options, &printer));
    // Drops the queue's clones in tasks that still have a response to send.
    drop(runtime);
    printer.finish();
    served
}

async fn serve(options: Options, printer: &Printer) -> Result<(), Box<dyn std::error::Error>> {
    // Before the greeting: who has read it may send a signal.
    let mut signals = Signals::new()?;
    let builder = Sandbox::builder()
        .host(options.host)
        .port(options.port)
        .seed(options.seed)
        .latency(options.latency)
        .max_body_bytes(options.max_body_bytes);
    let requests = printer.queue();
    let builder =
        if options.quiet { builder } else { builder.observer(move |entry| requests.print(entry)) };
    let sandbox = builder.start().await?;
    cli::greet(&printer.queue(), &sandbox, options.quiet);
    signals.wait().await;
    sandbox.shutdown().await;
    Ok(())
}
