//! Pays out to a beneficiary, once, whatever happens on the way. The example `crash_safe_payouts`
//! has a ledger, too.
//!
//! `cargo run --example pay_out` runs it against the embedded sandbox. Bodies of payouts are
//! encrypted in both directions; the client does that by itself.

mod support;

use std::error::Error;

use enkash_endpoints::ids::IfscAnyCase;
use enkash_endpoints::payouts::{
    CreatePayoutBeneficiary, FetchPayoutBankStatement, GetPayoutAccountBalance,
    InitiatePayoutTransfer, PAYOUTS,
    models::{PayoutStatus, PayoutTransactionCreateResponse, TransferMode},
};
use enkash_endpoints::{Client, Money, Outcome, civil};
use enkash_sandbox::{Fault, FaultRule, Sandbox};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &PAYOUTS)?;
    let account = Account {
        fund_source_id: sandbox.initial().fund_source_id.clone(),
        number: sandbox.initial().debit_account_number.clone(),
    };

    let before = balance(&client, &account).await?;
    println!("balance: {before:.2} rupees");

    register(&client).await?;

    println!("\nRENT-2026-01, 1250.50 rupees:");
    let rent = transfer("RENT-2026-01", "1250.50".parse()?);
    expect(Books::Paid, pay(&client, &account, &rent).await?)?;
    let once = balance(&client, &account).await?;
    println!("  balance: {once:.2} rupees");

    println!("\nRENT-2026-01 again, as after a crash of this program:");
    expect(Books::Exists, pay(&client, &account, &rent).await?)?;
    let twice = balance(&client, &account).await?;
    println!("  balance: {twice:.2} rupees, so it was paid once");
    if twice != once {
        return Err("the same id has moved money twice".into());
    }

    println!("\nRENT-2026-02, whose response is lost on the way back:");
    fail_next_transfer(&sandbox, Fault::drop_connection().after_effect());
    let rent = transfer("RENT-2026-02", "1250.50".parse()?);
    expect(Books::Exists, pay(&client, &account, &rent).await?)?;

    println!("\nRENT-2026-03, whose response cannot be read:");
    fail_next_transfer(&sandbox, Fault::garbage());
    let rent = transfer("RENT-2026-03", "1250.50".parse()?);
    expect(Books::Exists, pay(&client, &account, &rent).await?)?;

    println!("\nRENT-2026-04, whose request is lost on the way there:");
    fail_next_transfer(&sandbox, Fault::drop_connection());
    let rent = transfer("RENT-2026-04", "1250.50".parse()?);
    expect(Books::Paid, pay(&client, &account, &rent).await?)?;

    println!("\nTIP-1, half a rupee:");
    let tip = transfer("TIP-1", Money::from_paise(50));
    expect(Books::Unchanged, pay(&client, &account, &tip).await?)?;

    println!("\nTIP-2, to an unregistered payee:");
    let mut tip = transfer("TIP-2", Money::from_rupees(10));
    tip.beneficiary_id = Some("NOBODY".to_owned());
    expect(Books::Unchanged, pay(&client, &account, &tip).await?)?;

    let after = balance(&client, &account).await?;
    println!("\nbalance: {after:.2} rupees, four rents less");
    let spent = before.as_decimal() - after.as_decimal();
    if Money::from(spent) != Money::from_paise(4 * 125_050) {
        return Err(format!("{spent} rupees left the account").into());
    }
    Ok(())
}

/// The account to pay from.
struct Account {
    fund_source_id: String,
    number: String,
}

/// Registers the payee, or finds that an earlier run has done so: the id is ours, and EnKash takes
/// it once.
async fn register(client: &Client) -> Result<(), enkash_endpoints::Error> {
    // In a `const` a wrong code would not compile. A string that comes from outside is read with
    // `.parse()?`.
    const IFSC: IfscAnyCase = IfscAnyCase::from_static("TEST0000001");
    let payee = CreatePayoutBeneficiary::builder()
        .beneficiary_id("LANDLORD01")
        .beneficiary_name("Example Landlord")
        .beneficiary_account_number("000000000001")
        .beneficiary_ifsc(IFSC)
        .build();
    match payee.send(client).await {
        Ok(_) => println!("registered the payee {}", payee.beneficiary_id),
        Err(error) if error.is_duplicate() => {
            println!("the payee {} was there", payee.beneficiary_id)
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The id is the caller's own. Make one for each payment that is due, not for each attempt, and
/// store it before the first attempt: then no second attempt, be it after a crash, can pay twice.
fn transfer(id: &str, amount: Money) -> InitiatePayoutTransfer {
    InitiatePayoutTransfer::builder()
        .transaction_id(id)
        .beneficiary_id("LANDLORD01")
        .transfer_amount(amount)
        .transfer_mode(TransferMode::Imps)
        .build()
}

/// What to write into your own books about a transfer.
#[derive(Debug, PartialEq)]
enum Books {
    /// The money has left.
    Paid,
    /// The money has not left, or is back.
    NotPaid,
    /// EnKash has a transfer with this id. If the books have no status of it, a person has to
    /// find it out.
    Exists,
    /// On its way, or not known: sending the same again settles it, or a person does.
    Open,
    /// This attempt did nothing, which proves nothing about earlier ones: the books stay as they
    /// are.
    Unchanged,
}

async fn pay(
    client: &Client,
    account: &Account,
    transfer: &InitiatePayoutTransfer,
) -> Result<Books, Box<dyn Error>> {
    let mut attempt = 1;
    let error = loop {
        let error = match send(client, transfer).await {
            Ok(response) => return Ok(read_status(&response, attempt)),
            Err(error) => error,
        };
        println!("  error: {error}");
        // Either EnKash takes the same id now, or it reports a duplicate, which proves that it took
        // it before.
        if error.is_duplicate() || error.outcome() != Outcome::Unknown || attempt == 2 {
            break error;
        }
        println!("  it may have been performed: send the same again");
        attempt += 1;
    };

    if error.is_duplicate() {
        println!("  a transfer with this id exists; its status is unknown");
        if let Err(error) = print_hints(client, account, &transfer.transaction_id).await {
            println!("  no hints: {error}");
        }
        return Ok(Books::Exists);
    }
    Ok(match error.outcome() {
        Outcome::Performed => Books::Exists,
        // Whatever the reason of the second refusal, it proves nothing about the first.
        Outcome::NotSent | Outcome::Refused if attempt == 1 => {
            println!("  nothing was performed: remove the cause, then send it with the same id");
            Books::Unchanged
        }
        _ => Books::Open,
    })
}

async fn send(
    client: &Client,
    transfer: &InitiatePayoutTransfer,
) -> Result<PayoutTransactionCreateResponse, enkash_endpoints::Error> {
    transfer.send(client).await?.into_payload()
}

/// A call that succeeds is not yet a transfer that did.
fn read_status(response: &PayoutTransactionCreateResponse, attempt: u32) -> Books {
    println!(
        "  status: {}",
        response.payout_status.as_ref().map_or("none", |status| status.as_str())
    );
    match response.payout_status {
        Some(PayoutStatus::Success) => Books::Paid,
        // The id is used up: if the payment is still due, it is a new one.
        Some(PayoutStatus::Failed | PayoutStatus::Reversed) => Books::NotPaid,
        // The corrected transfer has the same id. EnKash takes that again, so a first attempt that
        // is still on its way stays open.
        Some(PayoutStatus::Rejected) if attempt == 1 => Books::NotPaid,
        Some(PayoutStatus::Rejected) => Books::Open,
        Some(PayoutStatus::Pending | PayoutStatus::Processing) => Books::Open,
        // EnKash has it, with a status that this program does not know.
        _ => Books::Exists,
    }
}

/// Prints what the account's statement has under the id: a hint for a person, and no evidence.
///
/// That an entry's `transactionId` is the caller's own id is inferred: the API reference does not
/// say whose it is. Nor does it list the types of entries, so that an entry can be a payment or its
/// reversal.
async fn print_hints(client: &Client, account: &Account, id: &str) -> Result<(), Box<dyn Error>> {
    let statement = FetchPayoutBankStatement::builder()
        .fund_source_id(&*account.fund_source_id)
        .debit_account_number(&*account.number)
        // A program of yours takes the days around the first attempt.
        .from_date(civil::date(2020, 1, 1).at(0, 0, 0, 0))
        .to_date(civil::date(2099, 12, 31).at(23, 59, 59, 0))
        .build();
    let entries = statement.send(client).await?.into_payload()?;
    for entry in entries.iter().filter(|entry| entry.transaction_id.as_deref() == Some(id)) {
        let kind = entry.transaction_type.as_deref().unwrap_or("without a type");
        println!("  hint: the statement has an entry under this id, {kind}");
    }
    Ok(())
}

async fn balance(client: &Client, account: &Account) -> Result<Money, Box<dyn Error>> {
    let balance =
        GetPayoutAccountBalance::builder().fund_source_id(&*account.fund_source_id).build();
    let balance = balance.send(client).await?.into_payload()?.total_balance;
    Ok(*balance
        .as_ref()
        .and_then(|balance| balance.value())
        .ok_or("a response without a balance")?)
}

/// Makes the sandbox fail once.
fn fail_next_transfer(sandbox: &Sandbox, fault: Fault) {
    sandbox.faults().add(FaultRule::new(fault).operation("InitiatePayoutTransfer"));
}

fn expect(expected: Books, found: Books) -> Result<(), String> {
    println!("  into the books: {found:?}");
    if found == expected { Ok(()) } else { Err(format!("{found:?} instead of {expected:?}")) }
}
