//! Raises an invoice for a customer, reads it back, sends it out and finds it again.
//!
//! `cargo run --example raise_invoice` runs it against the embedded sandbox.

mod support;

use std::error::Error;

use enkash_endpoints::accounts_receivable::{
    ACCOUNTS_RECEIVABLE, CreateCollectionInvoice, DispatchCollectionInvoices, GetCollectionInvoice,
    SearchCollectionInvoices,
    models::{CollectionInvoice, InvoiceApprovalStatus, SortDirection},
};
use enkash_endpoints::ids::CustomerId;
use enkash_endpoints::{Client, Json, Lenient, Money, civil};
use enkash_sandbox::Sandbox;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;

    // A customer's id has a pattern: `parse` finds a wrong one before it gets into a request.
    let customer: CustomerId = sandbox.initial().active_customers[0].parse()?;

    let id = raise(&client, &customer).await?;
    println!("raised:     {id}");

    let invoice = read(&client, &id).await?;
    println!("base:       {}", amount(&invoice.base_amount));
    println!("owed:       {}", amount(&invoice.balance_amount));
    println!(
        "due:        {}",
        invoice.due_date.as_ref().and_then(Lenient::value).ok_or("no due date")?
    );
    println!("dispatched: {}", is_dispatched(&invoice));

    dispatch(&client, &id).await?;
    let invoice = read(&client, &id).await?;
    println!("dispatched: {}", is_dispatched(&invoice));
    if !is_dispatched(&invoice) {
        return Err("the invoice was not sent out".into());
    }

    let found = search(&client, &customer).await?;
    println!("found:      {}", found.join(", "));
    if found != [id] {
        return Err("the search does not find the one invoice that is there".into());
    }
    Ok(())
}

/// Raises an invoice and returns its id.
async fn raise(client: &Client, customer: &CustomerId) -> Result<String, Box<dyn Error>> {
    let invoice = CreateCollectionInvoice::builder()
        .customer_id(customer.clone())
        .description("Consulting in January")
        // Amounts are decimal, never floating: parsed from a string, or made of rupees or paise.
        .base_amount("1000.50".parse()?)
        .cgst(Money::from_rupees(90))
        .due_date(civil::date(2026, 2, 28))
        .approval_status(InvoiceApprovalStatus::MakerApproved)
        // An id of the caller's own, to find the invoice by should the response be lost.
        .external_id("ORDER-4711")
        .build();
    let created = invoice.send(client).await?.into_payload()?;
    // The API reference does not show this response, so it is any JSON. The name of the field is
    // the sandbox's.
    let id =
        created.get("invoiceId").and_then(Json::as_str).ok_or("the response has no invoice id")?;
    Ok(id.to_owned())
}

async fn read(client: &Client, id: &str) -> Result<CollectionInvoice, enkash_endpoints::Error> {
    GetCollectionInvoice::builder().invoice_id(id).build().send(client).await?.into_payload()
}

/// Sends an invoice to its customer. The call takes many; one that fails does not fail the call.
async fn dispatch(client: &Client, id: &str) -> Result<(), Box<dyn Error>> {
    let dispatch = DispatchCollectionInvoices::builder()
        .invoice_ids([id.to_owned()])
        .partial_payment_allowed(false)
        .build();
    let dispatched = dispatch.send(client).await?.into_payload()?;
    // Nor does it show this one.
    match dispatched.get("failureInvoices").and_then(Json::as_array) {
        Some(failed) if !failed.is_empty() => {
            Err(format!("{} invoices were not sent", failed.len()).into())
        }
        _ => Ok(()),
    }
}

/// The ids of the customer's invoices that were sent out.
async fn search(client: &Client, customer: &CustomerId) -> Result<Vec<String>, Box<dyn Error>> {
    let search = SearchCollectionInvoices::builder()
        .customer_ids([customer.to_string()])
        .dispatched(true)
        .due_date_to(civil::date(2026, 12, 31).at(23, 59, 59, 0))
        .direction(SortDirection::Desc)
        .limit(20)
        .build();
    let page = search.send(client).await?.into_payload()?;
    let rows = page.get("data").and_then(Json::as_array).ok_or("the response has no rows")?;
    let id = |row: &Json| row.get("invoiceId")?.as_str().map(str::to_owned);
    Ok(rows.iter().filter_map(id).collect())
}

fn is_dispatched(invoice: &CollectionInvoice) -> bool {
    invoice.dispatched == Some(Lenient::Value(true))
}

/// Responses are read tolerantly: an amount can be absent, or not be one.
fn amount(amount: &Option<Lenient<Money>>) -> String {
    match amount {
        Some(Lenient::Value(amount)) => format!("{amount:.2} rupees"),
        Some(Lenient::Other(text)) => format!("{text:?}, which is not an amount"),
        None => "-".to_owned(),
    }
}
