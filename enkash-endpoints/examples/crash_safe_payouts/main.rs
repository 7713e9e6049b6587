//! Pays the transfers of a CSV file once each, although it may be killed at any moment and run again.
//!
//! `cargo run --example crash_safe_payouts` plays it against the embedded sandbox.
//!
//! `cargo run --example crash_safe_payouts -- transfers.csv ledger.db` does it for real, with `ENKASH_ENVIRONMENT` and
//! `ENKASH_USERNAME`, `ENKASH_PASSWORD`, `ENKASH_CLIENT_ID`, `ENKASH_CLIENT_SECRET` in the environment. Run the same
//! command again after a crash. The guide's page about crash-safe payouts explains the states of the ledger.

mod ledger;
mod payment;
#[path = "../support/mod.rs"]
mod support;
mod verdict;

use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

use enkash_endpoints::payouts::PAYOUTS;
use enkash_endpoints::{Client, RetryPolicy, client_from_env};
use enkash_sandbox::{Fault, Rule, Sandbox};
use ledger::Ledger;
use payment::Payment;
use verdict::{State, Verdict};

/// After so many doubtful transfers in a row something is wrong with the platform or the network.
const DOUBTFUL_IN_A_ROW: u32 = 3;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match &*arguments {
        [] => in_sandbox().await,
        [payments, ledger] => for_real(Path::new(payments), Path::new(ledger)).await,
        _ => Err("usage: crash_safe_payouts [PAYMENTS.csv LEDGER.db]".into()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn for_real(payments: &Path, ledger: &Path) -> Result<(), Box<dyn Error>> {
    let client = client_from_env()?.build()?;
    pay_all(&client, payments, ledger).await
}

/// Two runs, of which the first loses some responses.
async fn in_sandbox() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &PAYOUTS)?;
    let payments = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/crash_safe_payouts/transfers.csv");
    let ledger = std::env::temp_dir().join(format!("crash_safe_payouts-{}.db", std::process::id()));
    for (skip, fault) in [
        (7, Fault::drop_connection().after_effect()),
        (60, Fault::status(500).after_effect()),
        (100, Fault::status(500)),
    ] {
        sandbox.faults().add(Rule::new(fault).operation("InitiatePayoutTransfer").skip(skip));
    }
    for run in ["The first run", "\nThe second run"] {
        println!("{run}:");
        pay_all(&client, &payments, &ledger).await?;
    }
    std::fs::remove_file(ledger)?;
    Ok(())
}

async fn pay_all(client: &Client, payments: &Path, ledger: &Path) -> Result<(), Box<dyn Error>> {
    let payments = Payment::read_all(payments)?;
    for payment in &payments {
        // Finds broken rules before anything is stored or sent.
        let request = payment.request().map_err(|error| format!("payment {}: {error}", payment.id))?;
        client.prepare_plaintext(&request).map_err(|error| format!("payment {}: {error}", payment.id))?;
    }
    let mut ledger = Ledger::open(ledger, &client.base_url(&PAYOUTS)?.to_string())?;
    ledger.add(&payments)?;
    let result = send_all(client, &ledger).await;
    print_summary(&ledger)?;
    result
}

/// Sends what is planned or in doubt, one transfer at a time, so that a crash leaves no more than one in doubt.
async fn send_all(client: &Client, ledger: &Ledger) -> Result<(), Box<dyn Error>> {
    let mut doubtful = 0;
    for transfer in ledger.to_send()? {
        let id = &*transfer.payment.id;
        let request = transfer.payment.request()?;
        ledger.begin(id)?;
        // From here on the transfer may be made, also if this process dies before the next line.
        let call = request.call().retry(RetryPolicy::resend_unique()).send(client).await;
        let verdict = Verdict::of(transfer.state, call.and_then(|reply| reply.into_payload()));
        ledger.end(id, &verdict)?;

        doubtful = if verdict.state == State::Doubtful { doubtful + 1 } else { 0 };
        if verdict.stops_the_run {
            return Err(format!("stopped: {}; run it again", verdict.note).into());
        }
        if doubtful == DOUBTFUL_IN_A_ROW {
            return Err(format!("stopped after {doubtful} doubtful transfers in a row; run it again").into());
        }
    }
    Ok(())
}

/// Prints how many transfers are in which state, and each one that is not known to be paid.
fn print_summary(ledger: &Ledger) -> Result<(), Box<dyn Error>> {
    let transfers = ledger.transfers()?;
    println!("{} transfers", transfers.len());
    for state in State::ALL {
        let count = transfers.iter().filter(|transfer| transfer.state == state).count();
        if count > 0 {
            println!("{count:>5} {}", state.as_str());
        }
    }
    println!("for a person to look at:");
    let is_open = |state| !matches!(state, State::Planned | State::Paid);
    for transfer in transfers.iter().filter(|transfer| is_open(transfer.state)) {
        println!(
            "  {} {} {} rupees, attempts: {}, EnKash's id: {}, {}",
            transfer.payment.id,
            transfer.state.as_str(),
            transfer.payment.amount,
            transfer.attempts,
            transfer.enkash_id.as_deref().unwrap_or("unknown"),
            transfer.note,
        );
    }
    Ok(())
}
