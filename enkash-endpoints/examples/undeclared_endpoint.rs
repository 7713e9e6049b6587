//! Calls undeclared endpoints, with the same credentials, retries, path safety and
//! errors as the others.
//!
//! `cargo run --example undeclared_endpoint` runs it against the embedded sandbox.

mod support;

use std::error::Error;

use enkash_core::model;
use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE;
use enkash_endpoints::{Client, Method, Money, Outcome, Reply};
use enkash_sandbox::Sandbox;
use serde_json::json;

/// A page of customers, as far as this program needs it. The API reference does not show
/// it.
#[model]
struct Customers {
    #[rename("recordsCount")]
    count: u32,
    #[rename("data")]
    rows: Vec<Customer>,
}

#[model]
struct Customer {
    customer_id: String,
    status: Option<String>,
    /// Whatever is not named here is skipped, and what is `Option` can be absent.
    credit_limit: Option<Money>,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &ACCOUNTS_RECEIVABLE)?;

    println!("Inactive customers, two of them:");
    let reply: Reply<Customers> = client
        .raw(&ACCOUNTS_RECEIVABLE, Method::POST, "/api/v0/customer/search")
        .query("direction", "DESC")
        .query("limit", "2")
        .json(&json!({ "status": "INACTIVE" }))
        // A search changes nothing, which the method POST does not show: so it can be sent again
        // after a broken connection.
        .idempotent(true)
        .send_as()
        .await?;
    let page = reply.into_payload()?;
    for Customer { customer_id, status, credit_limit } in &page.rows {
        let limit = credit_limit.map_or_else(|| "none known".to_owned(), |limit| limit.to_string());
        println!("  {customer_id}: {}, credit limit: {limit}", status.as_deref().unwrap_or("-"));
    }
    println!("  {} of {}", page.rows.len(), page.count);
    if page.rows.len() != 2 {
        return Err("the sandbox has five of them, and two were asked for".into());
    }

    println!("\nValues with reserved characters of a URL:");
    let error = activate(&client, "KC1/admin?all=true#x", "A&B=C +1").await?;
    expect(Outcome::Refused, &error)?;
    // What arrived is one segment and one parameter, whatever they hold.
    let arrived = sandbox.journal().pop().ok_or("nothing arrived")?;
    println!("  arrived: {} {}?{}", arrived.method, arrived.path, arrived.query);
    if !arrived.path.starts_with("/api/v0/customer/activate/KC1%2F") {
        return Err("the value has changed the route".into());
    }

    println!("\nA value that servers or proxies take for \"one up\":");
    let error = activate(&client, "KC1/../../admin", "CEK0123456").await?;
    expect(Outcome::NotSent, &error)
}

/// Activates a customer who is not there, and returns the error.
async fn activate(
    client: &Client,
    customer: &str,
    company: &str,
) -> Result<enkash_endpoints::Error, Box<dyn Error>> {
    let result = client
        // The fixed part goes into the path. Values from outside go into `segment` and `query`,
        // which encode them, and never into the path.
        .raw(&ACCOUNTS_RECEIVABLE, Method::PUT, "/api/v0/customer/activate")
        .segment(customer)
        .query("parentCompanyId", company)
        .send()
        .await;
    result.err().ok_or_else(|| "nobody was there to be activated".into())
}

fn expect(outcome: Outcome, error: &enkash_endpoints::Error) -> Result<(), Box<dyn Error>> {
    println!("  error:   {error}");
    if error.outcome() == outcome { Ok(()) } else { Err(format!("that is not {outcome:?}").into()) }
}
