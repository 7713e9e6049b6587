//! Pays out to a beneficiary, once, whatever happens on the way.
//!
//! `cargo run --example pay_out` plays it against the embedded sandbox. Bodies of payouts are encrypted in both
//! directions; the client does that by itself.

mod support;

use std::error::Error;

use enkash_endpoints::ids::IfscAnyCase;
use enkash_endpoints::payouts::{
    CreatePayoutBeneficiary, FetchPayoutBankStatement, GetPayoutAccountBalance, InitiatePayoutTransfer,
    PAYOUTS,
    models::{PayoutStatus, StatementEntry, TransferMode},
};
use enkash_endpoints::{Client, Money, Outcome, civil};
use enkash_sandbox::{Fault, Rule, Sandbox};

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
    expect(Books::Paid, pay(&client, &account, &rent).await?)?;
    let twice = balance(&client, &account).await?;
    println!("  balance: {twice:.2} rupees, so it was paid once");
    if twice != once {
        return Err("the same id has moved money twice".into());
    }

    println!("\nRENT-2026-02, whose response is lost on the way back:");
    fail_next_transfer(&sandbox, Fault::drop_connection().after_effect());
    let rent = transfer("RENT-2026-02", "1250.50".parse()?);
    expect(Books::Paid, pay(&client, &account, &rent).await?)?;

    println!("\nRENT-2026-03, whose response cannot be read:");
    fail_next_transfer(&sandbox, Fault::garbage());
    let rent = transfer("RENT-2026-03", "1250.50".parse()?);
    expect(Books::Paid, pay(&client, &account, &rent).await?)?;

    println!("\nTIP-1, half a rupee:");
    let tip = transfer("TIP-1", Money::from_paise(50));
    expect(Books::Unchanged, pay(&client, &account, &tip).await?)?;

    println!("\nTIP-2, to somebody whom nobody has registered:");
    let mut tip = transfer("TIP-2", Money::from_rupees(10));
    tip.beneficiary_id = Some("NOBODY".to_owned());
    expect(Books::Unchanged, pay(&client, &account, &tip).await?)?;

    let after = balance(&client, &account).await?;
    println!("\nbalance: {after:.2} rupees, three rents less");
    let spent = before.as_decimal() - after.as_decimal();
    if Money::from(spent) != Money::from_paise(3 * 125_050) {
        return Err(format!("{spent} rupees left the account").into());
    }
    Ok(())
}

/// The account that is paid from.
struct Account {
    fund_source_id: String,
    number: String,
}

/// Registers the payee, or finds that an earlier run has done so: the id is ours, and EnKash takes it once.
async fn register(client: &Client) -> Result<(), enkash_endpoints::Error> {
    // In a `const` a wrong code would not compile. A text that comes from outside is read with `.parse()?`.
    const IFSC: IfscAnyCase = IfscAnyCase::from_static("TEST0000001");
    let payee = CreatePayoutBeneficiary::builder()
        .beneficiary_id("LANDLORD01")
        .beneficiary_name("Example Landlord")
        .beneficiary_account_number("000000000001")
        .beneficiary_ifsc(IFSC)
        .build();
    match payee.send(client).await {
        Ok(_) => println!("registered the payee {}", payee.beneficiary_id),
        Err(error) if error.is_duplicate() => println!("the payee {} was there", payee.beneficiary_id),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The id is the caller's own. Make one for each payment that is due, not for each attempt, and store it before the
/// first attempt: then no second attempt, be it after a crash, can pay twice.
fn transfer(id: &str, amount: Money) -> InitiatePayoutTransfer {
    InitiatePayoutTransfer::builder()
        .transaction_id(id)
        .beneficiary_id("LANDLORD01")
        .transfer_amount(amount)
        .transfer_mode(TransferMode::Imps)
        .build()
}

/// What to write into one's own books about a transfer.
#[derive(Debug, PartialEq)]
enum Books {
    /// The money has left.
    Paid,
    /// The money has not left, or is back.
    NotPaid,
    /// On its way, or not known: ask again later.
    Open,
    /// This attempt did nothing, which says nothing of earlier ones: the books stay as they are.
    Unchanged,
}

async fn pay(
    client: &Client,
    account: &Account,
    transfer: &InitiatePayoutTransfer,
) -> Result<Books, Box<dyn Error>> {
    let error = match transfer.send(client).await.and_then(|reply| reply.into_payload()) {
        Ok(taken) => {
            // A call that succeeds is no transfer that did.
            let status = taken.payout_status.ok_or("a response without a status")?;
            println!("  taken in: {status}");
            return Ok(match status {
                PayoutStatus::Success => Books::Paid,
                // After a rejection the corrected transfer goes out with the same id, else it needs a new one.
                PayoutStatus::Rejected | PayoutStatus::Failed | PayoutStatus::Reversed => Books::NotPaid,
                _ => Books::Open,
            });
        }
        Err(error) => error,
    };

    println!("  error: {error}");
    if error.is_duplicate() {
        println!("  the id was used before: see what became of it then");
        return look_up(client, account, &transfer.transaction_id).await;
    }
    match error.outcome() {
        Outcome::NotSent => {
            println!("  nothing was sent: put right what the error says, then send it with the same id");
            Ok(Books::Unchanged)
        }
        Outcome::Refused => {
            println!("  the server said no, and will again: let a person look at it");
            Ok(Books::Unchanged)
        }
        Outcome::Performed => {
            println!("  it was done, and the response could not be read: see what became of it");
            look_up(client, account, &transfer.transaction_id).await
        }
        // `Unknown`, and whatever a later version may add.
        _ => {
            println!("  nobody knows: see whether it was done before anything else");
            look_up(client, account, &transfer.transaction_id).await
        }
    }
}

/// Looks for a transfer in the account's statement. The API reference has no call that reads a single one.
async fn look_up(client: &Client, account: &Account, id: &str) -> Result<Books, Box<dyn Error>> {
    let statement = FetchPayoutBankStatement::builder()
        .fund_source_id(&*account.fund_source_id)
        .debit_account_number(&*account.number)
        // A program of yours takes the days around the first attempt.
        .from_date(civil::date(2020, 1, 1).at(0, 0, 0, 0))
        .to_date(civil::date(2099, 12, 31).at(23, 59, 59, 0))
        .build();
    let entries = statement.send(client).await?.into_payload()?;
    let is_ours = |entry: &&StatementEntry| entry.transaction_id.as_deref() == Some(id);
    Ok(match entries.iter().find(is_ours) {
        Some(entry) => {
            println!("  the statement has it: {}", entry.transaction_type.as_deref().unwrap_or("-"));
            Books::Paid
        }
        // It may still be on its way, so this is no proof. To send it with the same id is safe; with another is not.
        None => {
            println!("  the statement does not have it (yet)");
            Books::Open
        }
    })
}

async fn balance(client: &Client, account: &Account) -> Result<Money, Box<dyn Error>> {
    let balance = GetPayoutAccountBalance::builder().fund_source_id(&*account.fund_source_id).build();
    let balance = balance.send(client).await?.into_payload()?.total_balance;
    Ok(*balance.as_ref().and_then(|balance| balance.value()).ok_or("a response without a balance")?)
}

/// Makes the sandbox fail once.
fn fail_next_transfer(sandbox: &Sandbox, fault: Fault) {
    sandbox.faults().add(Rule::new(fault).operation("InitiatePayoutTransfer"));
}

fn expect(expected: Books, found: Books) -> Result<(), String> {
    println!("  into the books: {found:?}");
    if found == expected { Ok(()) } else { Err(format!("{found:?} instead of {expected:?}")) }
}
