//! Pays the transfers of a CSV file once each, although it may be killed at any moment and run
//! again.
//!
//! `cargo run --example crash_safe_payouts` runs it against the embedded sandbox.
//!
//! `cargo run --example crash_safe_payouts -- transfers.csv ledger.db` runs it against EnKash, with
//! `ENKASH_ENVIRONMENT` and `ENKASH_USERNAME`, `ENKASH_PASSWORD`, `ENKASH_CLIENT_ID`,
//! `ENKASH_CLIENT_SECRET` in the environment. Run the same command again after a crash. The guide's
//! page about crash-safe payouts explains the states of the ledger.

mod ledger;
mod payment;
#[path = "../support/mod.rs"]
mod support;
mod verdict;

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use enkash_endpoints::payouts::PAYOUTS;
use enkash_endpoints::{Client, client_from_env};
use enkash_sandbox::{Fault, FaultRule, Sandbox};
use ledger::{Ledger, Transfer};
use payment::Payment;
use verdict::{State, Verdict};

/// When so many new transfers in a row are in doubt, something is wrong with the platform or the
/// network.
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
    let client_id = ["ENKASH_CLIENT_ID_PAYOUTS", "ENKASH_CLIENT_ID"]
        .iter()
        .find_map(|name| std::env::var(name).ok());
    pay_all(&client, &client_id.ok_or("ENKASH_CLIENT_ID is not set")?, payments, ledger).await
}

/// Two runs, of which the first meets lost responses and then a server that fails.
async fn in_sandbox() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &PAYOUTS)?;
    let lost = FaultRule::new(Fault::drop_connection().after_effect()).skip(7).times(2);
    let failing = FaultRule::new(Fault::status(500).after_effect()).skip(100).times(3);
    sandbox.faults().add(lost.operation("InitiatePayoutTransfer"));
    sandbox.faults().add(failing.operation("InitiatePayoutTransfer"));

    let payments =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/crash_safe_payouts/transfers.csv");
    let ledger = std::env::temp_dir().join(format!("crash_safe_payouts-{}.db", std::process::id()));
    println!("The first run:");
    let client_id = &sandbox.credentials().client_id;
    if let Err(error) = pay_all(&client, client_id, &payments, &ledger).await {
        println!("{error}");
    }
    println!("\nThe second run:");
    let result = pay_all(&client, client_id, &payments, &ledger).await;
    std::fs::remove_file(ledger)?;
    result
}

async fn pay_all(
    client: &Client,
    client_id: &str,
    payments: &Path,
    ledger: &Path,
) -> Result<(), Box<dyn Error>> {
    let payments = Payment::read_all(payments)?;
    for payment in &payments {
        // Finds broken rules before anything is stored or sent.
        let request =
            payment.request().map_err(|error| format!("payment {}: {error}", payment.id))?;
        client
            .prepare_plaintext(&request)
            .map_err(|error| format!("payment {}: {error}", payment.id))?;
    }
    let mut ledger = Ledger::open(ledger, &client.base_url(&PAYOUTS)?.to_string(), client_id)?;
    ledger.add(&payments)?;
    let mut result = send_all(client, &ledger).await;
    if result.is_ok() {
        // What the first pass left in doubt.
        result = send_all(client, &ledger).await;
    }
    let printed = print_summary(&ledger);
    result.and(printed)
}

/// Sends what is planned or in doubt, one transfer at a time, so that a crash leaves no more than
/// one in doubt.
async fn send_all(client: &Client, ledger: &Ledger) -> Result<(), Box<dyn Error>> {
    let mut doubtful = 0;
    for transfer in ledger.to_send()? {
        let id = &*transfer.payment.id;
        let request = transfer.payment.request()?;
        ledger.begin(id)?;
        // From here on the transfer may be made, also if this process dies before the next line.
        // The client resends what was provably not performed, and no more: without
        // `RetryPolicy::resend_unique`, because a duplicate then comes from an attempt in the
        // ledger, or from elsewhere.
        let result = request.send(client).await.and_then(|reply| reply.into_payload());
        let verdict = Verdict::of(transfer.state, result);
        ledger.end(id, &verdict)?;

        let is_new_doubt = transfer.state == State::Planned && verdict.state == State::Doubtful;
        doubtful = if is_new_doubt { doubtful + 1 } else { 0 };
        if verdict.stops_the_run {
            return Err(format!("stopped: {}; run it again", verdict.note).into());
        }
        if doubtful == DOUBTFUL_IN_A_ROW {
            return Err(format!(
                "stopped after {doubtful} doubtful transfers in a row; run it again"
            )
            .into());
        }
    }
    Ok(())
}

/// Prints how many transfers are in which state, and each one that is not known to be paid.
fn print_summary(ledger: &Ledger) -> Result<(), Box<dyn Error>> {
    let transfers = ledger.transfers()?;
    // Not `println!`, which panics if nobody reads.
    let mut output = std::io::stdout().lock();
    writeln!(output, "{} transfers", transfers.len())?;
    for state in State::ALL {
        let count = transfers.iter().filter(|transfer| transfer.state == state).count();
        if count > 0 {
            writeln!(output, "{count:>5} {}", state.as_str())?;
        }
    }
    let is_clear = |transfer: &Transfer| matches!(transfer.state, State::Planned | State::Paid);
    let unclear: Vec<_> = transfers.iter().filter(|transfer| !is_clear(transfer)).collect();
    writeln!(output, "for a person to look at: {}", unclear.len())?;
    for Transfer { payment, state, attempts, enkash_id, note } in unclear {
        writeln!(
            output,
            "  {} {}, {} rupees, attempts: {attempts}, EnKash's id: {}: {note}",
            payment.id,
            state.as_str(),
            payment.amount,
            enkash_id.as_deref().unwrap_or("not known"),
        )?;
    }
    Ok(())
}
