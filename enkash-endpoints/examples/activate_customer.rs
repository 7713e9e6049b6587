//! Activates a customer, and shows the error for an unknown one.
//!
//! `cargo run --example activate_customer` runs it against the embedded sandbox.
//!
//! `cargo run --example activate_customer -- KC0123456789ABCD --parent-company CEK0123456` runs it
//! against EnKash, with `ENKASH_BASE_URL` and `ENKASH_USERNAME`, `ENKASH_PASSWORD`,
//! `ENKASH_CLIENT_ID`, `ENKASH_CLIENT_SECRET` in the environment.

use std::error::Error;
use std::process::ExitCode;

use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE, ActivateCustomer};
use enkash_endpoints::ids::{CompanyId, CustomerId};
use enkash_endpoints::{Client, OAuthCredentials, Reply, Text, client_from_env};
use enkash_sandbox::Sandbox;

#[tokio::main]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match Arguments::read(&arguments) {
        Err(problem) => Err(problem.into()),
        Ok(None) => in_sandbox().await,
        Ok(Some(arguments)) => for_real(arguments).await,
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
struct Arguments {
    customer_id: String,
    parent_company_id: Option<String>,
}

impl Arguments {
    fn read(arguments: &[String]) -> Result<Option<Self>, &'static str> {
        let usage = "usage: activate_customer [CUSTOMER_ID [--parent-company COMPANY_ID]]";
        match arguments {
            [] => Ok(None),
            [customer] if !customer.starts_with('-') => {
                Ok(Some(Arguments { customer_id: customer.clone(), parent_company_id: None }))
            }
            [customer, flag, company] if flag == "--parent-company" => Ok(Some(Arguments {
                customer_id: customer.clone(),
                parent_company_id: Some(company.clone()),
            })),
            _ => Err(usage),
        }
    }
}

/// The ten lines that a program of yours would have.
async fn for_real(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let client = client_from_env()?.build()?;
    let request = ActivateCustomer {
        customer_id: arguments.customer_id.parse()?,
        parent_company_id: arguments.parent_company_id.map(|id| id.parse()).transpose()?,
    };
    activate(&client, &request).await
}

async fn in_sandbox() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let known = sandbox.credentials();
    let client = enkash_endpoints::client()
        .base_url(&ACCOUNTS_RECEIVABLE, sandbox.url("accounts-receivable"))
        .credentials(OAuthCredentials {
            username: known.username.as_str().into(),
            password: known.password.as_str().into(),
            client_id: known.client_id.clone(),
            client_secret: known.client_secret.as_str().into(),
        })
        .build()?;

    println!("An inactive customer of the sandbox:");
    let inactive: CustomerId = sandbox.initial().inactive_customers[0].parse()?;
    let company: CompanyId = sandbox.initial().company_id.parse()?;
    activate(
        &client,
        &ActivateCustomer { customer_id: inactive, parent_company_id: Some(company) },
    )
    .await?;

    println!("\nAn unknown customer:");
    let unknown = CustomerId::from_static("KC0000000000NONE");
    if let Err(error) =
        (ActivateCustomer { customer_id: unknown, parent_company_id: None }).send(&client).await
    {
        println!("  error:    {error}");
        println!("  outcome:  {:?}", error.outcome());
        if let Some(api) = error.api() {
            println!("  type:     {}", api.error_type().unwrap_or("-"));
            println!("  message:  {}", api.message().unwrap_or("-"));
        }
    }

    println!("\nStrings that are no identifiers, checked before anything is sent:");
    malformed(&client).await
}

async fn activate(client: &Client, request: &ActivateCustomer) -> Result<(), Box<dyn Error>> {
    let prepared = client.prepare(request)?;
    println!("  request:  {} {}", prepared.method, prepared.path());
    println!("  query:    {}", prepared.query().unwrap_or("-"));
    let reply: Reply<Text> = request.send(client).await?;
    println!("  status:   {}", reply.status());
    println!("  code:     {}", reply.code.map_or_else(|| "-".to_owned(), |code| code.to_string()));
    println!("  message:  {}", reply.message.as_deref().unwrap_or("-"));
    println!("  payload:  {}", reply.payload.as_deref().unwrap_or("-"));
    println!("  attempts: {}", reply.attempts());
    Ok(())
}

/// The same call with plain strings, as a contributor may declare it: the rules are checked when it
/// is sent.
async fn malformed(client: &Client) -> Result<(), Box<dyn Error>> {
    use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE as PRODUCT;

    #[enkash_core::endpoint(PUT, "/api/v0/customer/activate/<customerId>")]
    struct ActivateAnyCustomer {
        #[pattern("^KC[A-Z0-9]{14}$")]
        customer_id: String,
        #[query]
        #[pattern("^CEK[A-Z0-9]{7}$")]
        parent_company_id: Option<String>,
    }

    let request = ActivateAnyCustomer {
        customer_id: "../admin".to_owned(),
        parent_company_id: Some("a company".to_owned()),
    };
    if let Err(error) = request.send(client).await {
        println!("  outcome:  {:?}", error.outcome());
        for violation in error.violations().into_iter().flatten() {
            println!("  {violation}");
        }
    }
    Ok(())
}
