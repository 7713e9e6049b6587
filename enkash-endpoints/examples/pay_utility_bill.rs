//! Pays a utility bill: fetches it from the biller, books it, approves it and reads the status
//! of the payment.
//!
//! `cargo run --example pay_utility_bill` runs it against the embedded sandbox. The sandbox
//! stores no bills: it responds with the samples of the API reference, so that the states below do
//! not change as they do in reality.

mod support;

use std::error::Error;

use enkash_endpoints::bill_payments::{
    ApproveUtilityBills, BILL_PAYMENTS, CreateUtilityBill, FetchUtilityBill,
    GetUtilityBillByReferenceId, GetUtilityBillStatus,
    models::{BillApproval, BillFetchResponse, BillpayStatus, FetchBillParams, UtilityBill},
};
use enkash_endpoints::{Client, Lenient};
use enkash_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &BILL_PAYMENTS)?;

    let bill = fetch(&client).await?;
    println!(
        "the biller asks for {:.2} rupees",
        value(&bill.bill_amount).ok_or("a bill without an amount")?
    );

    // The caller's own id, which EnKash takes once. Store it before the call: the status
    // of a booking whose response got lost is read with it.
    let reference = "my-ref-0001";
    book(&client, reference, bill).await?;
    let booked = GetUtilityBillByReferenceId::builder().reference_id(reference).build();
    let booked = booked.send(&client).await?.into_payload()?;
    print("booked", &booked);

    // Accounts that are debited when a bill is booked do not need this.
    let id = booked.utility_enkash_id.ok_or("a booked bill without an id")?;
    approve(&client, &id).await?;

    let paid = GetUtilityBillStatus::builder().utility_enkash_id(&*id).build();
    let paid = paid.send(&client).await?.into_payload()?;
    print("approved", &paid);
    match paid.billpay_status {
        Some(BillpayStatus::Success) => println!("the bill is paid"),
        Some(BillpayStatus::Failed) => return Err("the bill was not paid".into()),
        // Biller and banks take their time. Ask again later, or wait for the webhook.
        _ => println!("the bill is not paid yet"),
    }
    Ok(())
}

/// Asks the biller for the consumer's current bill.
async fn fetch(client: &Client) -> Result<BillFetchResponse, enkash_endpoints::Error> {
    // `cn` is the consumer's number at the biller. The list of billers shows which other
    // parameters a biller requires.
    let consumer = FetchBillParams::builder().cn("100000001").build();
    let fetch = FetchUtilityBill::builder().biller_id(101).bill_params(consumer).build();
    fetch.send(client).await?.into_payload()
}

/// Books the bill as it was fetched.
async fn book(
    client: &Client,
    reference: &str,
    bill: BillFetchResponse,
) -> Result<(), Box<dyn Error>> {
    let amount = value(&bill.bill_amount).ok_or("a bill without an amount")?;
    let mut booking = CreateUtilityBill::builder()
        .reference_id(reference)
        .company_biller_id(bill.company_biller_id.ok_or("a bill without its consumer")?)
        .bill_amount(amount)
        // The amount to pay: here the normal one, not that for early or late payers.
        .bill_net_amount(amount)
        .build();
    // All else is copied from the fetched bill.
    booking.early_payment_amount = value(&bill.early_payment_amount);
    booking.late_payment_amount = value(&bill.late_payment_amount);
    booking.bill_date = value(&bill.billdate);
    booking.early_payment_date = value(&bill.early_payment_date);
    booking.bill_due_date = value(&bill.due_date);
    booking.actual_due_date = value(&bill.actual_due_date);
    booking.bill_start_date = value(&bill.bill_start_date);
    booking.bill_end_date = value(&bill.bill_enddate);
    booking.bill_number = bill.bill_number;
    booking.validation_id = bill.validation_id;
    booking.bill_id = bill.bill_id;

    match booking.send(client).await {
        Ok(_) => Ok(()),
        // An earlier attempt got through: the bill is booked, and goes on from there.
        Err(error) if error.is_duplicate() => Ok(()),
        // Where `error.outcome()` is `Unknown` or `Performed`, do not book again: wait two or three
        // minutes and ask with the reference, as `main` does.
        Err(error) => Err(error.into()),
    }
}

async fn approve(client: &Client, id: &str) -> Result<(), enkash_endpoints::Error> {
    let approve = ApproveUtilityBills::builder()
        .utility_payment_ids([id.to_owned()])
        .approval_status(BillApproval::CheckerApproved)
        .remarks("checked against the meter")
        .build();
    // The payload is documented as `null`, so it is not asked for.
    approve.send(client).await?;
    Ok(())
}

/// A value of a response, if it came in its documented form.
fn value<T: Copy>(value: &Option<Lenient<T>>) -> Option<T> {
    value.as_ref().and_then(Lenient::value).copied()
}

fn print(step: &str, bill: &UtilityBill) {
    println!("{step}: {}", bill.utility_enkash_id.as_deref().unwrap_or("-"));
    println!("  approval:     {}", bill.approval_status.as_deref().unwrap_or("-"));
    println!(
        "  debit:        {}",
        bill.payment_status.as_ref().map_or("-", |status| status.as_str())
    );
    println!(
        "  bill payment: {}",
        bill.billpay_status.as_ref().map_or("-", |status| status.as_str())
    );
}
