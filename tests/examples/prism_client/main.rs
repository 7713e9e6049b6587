//! Sends operations of the catalogue through our client to a server that judges them; `prism.sh`
//! runs it against Prism.
//!
//! ```text
//! prism_client PRODUCT BASE_URL OPERATION...
//! ```
//!
//! Each operation is sent once with the required fields and once with all fields, as
//! the sandbox's examples have it: declared endpoints as such, the others by `client.raw`, and what
//! the client adds by itself (credentials, `partnerId`, `User-Agent`) is left to the client. Bodies
//! are plaintext, because the catalogue's schemas describe that. A request is accepted if it gets a
//! success without a complaint of Prism's.
//!
//! So that a judge that accepts everything is noticed, each operation is also sent invalid: without
//! a required query parameter or form field, and with a value of another type in a field of its
//! JSON. Prism must refuse them all.
//!
//! The last line holds the counts: operations, accepted, refused as expected, refused, invalid
//! requests that were refused, invalid requests. The exit status is 0 if all is as expected.

mod request;
mod verdict;

use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

use enkash_core::{
    CallAuth, Client, Error, FilePart, Method, Product, RawCall, RetryPolicy, StatusCode, endpoint,
};
use enkash_endpoints::PARTNER_ID;
use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE as PRODUCT, ActivateCustomer};
use enkash_sandbox::{Operation, Sandbox};
use enkash_tests::contract::product_of;
use enkash_tests::fixtures::{credentials, keys};

use self::request::{Body, Request};
use self::verdict::Verdict;

/// A rule of the API reference that a working request breaks.
struct Expected {
    operation: &'static str,
    /// Where and which, as in [`Violation`].
    violation: &'static str,
    #[allow(dead_code, reason = "it is there for the reader")]
    reason: &'static str,
}

/// All of them, reviewed. One that Prism no longer reports is an error, too.
const EXPECTED: &[Expected] = &[Expected {
    operation: "InitiateEntityCheck",
    violation: "body.checkInstitute.value pattern",
    reason: "the API reference's pattern for a PAN asks for 50 characters, and a PAN has 10 (info.x-notes)",
}];

type Failure = Box<dyn std::error::Error>;

/// How long all of it may take; a few seconds are usual.
const LIMIT: Duration = Duration::from_secs(120);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Failure> {
    tokio::time::timeout(LIMIT, run()).await?
}

async fn run() -> Result<ExitCode, Failure> {
    let mut arguments = std::env::args().skip(1);
    let (Some(slug), Some(base)) = (arguments.next(), arguments.next()) else {
        return Err("usage: prism_client PRODUCT BASE_URL OPERATION...".into());
    };
    let sandbox = Sandbox::start().await?;
    let product = product_of(&slug).ok_or_else(|| format!("no product is documented by {slug}"))?;
    let mut operations = Vec::new();
    for id in arguments {
        let known = sandbox.operations().find(|operation| operation.id() == id);
        let known =
            known.filter(|operation| operation.full_request() && operation.product() == slug);
        operations
            .push(known.ok_or_else(|| format!("{slug} has no fully documented operation {id}"))?);
    }

    // The document has no responses, so that the client gets its tokens elsewhere where it
    // authenticates by itself.
    let own_tokens = client(&sandbox, product, &base, sandbox.url(token_product(product)))?;
    let mut trial =
        Trial { sandbox: &sandbox, client: own_tokens, product, counts: Counts::default() };
    if operations.iter().any(|operation| is_token_request(operation)) {
        trial.authenticate(&client(&sandbox, product, &base, base.clone())?).await;
    }
    for operation in operations {
        trial.operation(operation).await?;
    }
    println!("counts {slug} {}", trial.counts);
    Ok(if trial.counts.good() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Where the sandbox issues tokens for a product.
fn token_product(product: &Product) -> &'static str {
    if product.name() == "payment-gateway" { "payment-gateway" } else { "payouts" }
}

fn is_token_request(operation: &Operation) -> bool {
    is_oauth(operation) || operation.id() == "GenerateMerchantToken"
}

fn is_oauth(operation: &Operation) -> bool {
    operation.path() == "/oauth/token"
}

fn client(
    sandbox: &Sandbox,
    product: &'static Product,
    base: &str,
    token_base: String,
) -> Result<Client, Error> {
    enkash_endpoints::client()
        .base_url(product, base)
        .token_base_url(product, token_base)
        .credentials(credentials(sandbox))
        .credentials(keys(sandbox))
        .setting(PARTNER_ID, "CRM0000AA")
        .timeout(Duration::from_secs(10))
        .retry(RetryPolicy::never())
        .build()
}

/// The result for one copy of one document.
struct Trial<'s> {
    sandbox: &'s Sandbox,
    client: Client,
    product: &'static Product,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    operations: u32,
    accepted: u32,
    expected: u32,
    refused: u32,
    invalid_refused: u32,
    invalid: u32,
}

impl Counts {
    fn good(&self) -> bool {
        self.refused == 0 && self.invalid_refused == self.invalid
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts { operations, accepted, expected, refused, invalid_refused, invalid } = self;
        write!(f, "{operations} {accepted} {expected} {refused} {invalid_refused} {invalid}")
    }
}

impl Trial<'_> {
    /// The client's own token request. What it wants the token for does not matter: it will not get
    /// one that it can read.
    async fn authenticate(&mut self, client: &Client) {
        let call = client.raw(self.product, Method::GET, "/nothing").encrypt(false);
        let verdict = match call.send().await {
            Err(Error::Auth(error)) => error.request_error().map(Verdict::of_error),
            _ => None,
        };
        if !matches!(verdict, Some(Verdict::Accepted)) {
            let verdict =
                verdict.map_or_else(|| "it was not made".to_owned(), |verdict| verdict.to_string());
            println!("refused: the client's own token request: {verdict}");
            self.counts.refused += 1;
        }
    }

    async fn operation(&mut self, operation: &Operation) -> Result<(), Failure> {
        let known: Vec<_> = EXPECTED.iter().filter(|one| one.operation == operation.id()).collect();
        let mut good = true;
        for all_fields in [false, true] {
            let verdict = self.send(operation, &self.example(operation, all_fields)?).await;
            let as_expected = match &verdict {
                Verdict::Accepted => known.is_empty(),
                Verdict::Refused(_, found) => {
                    found.len() == known.len()
                        && known.iter().all(|one| found.iter().any(|own| own.rule == one.violation))
                }
                Verdict::Failed(_) => false,
            };
            if !as_expected {
                let extent = if all_fields { "all fields" } else { "the required fields" };
                let hint = if known.is_empty() { "" } else { " (something else was expected)" };
                println!("refused: {} with {extent}: {verdict}{hint}", operation.id());
                good = false;
            }
        }
        self.counts.operations += 1;
        match (good, known.is_empty()) {
            (true, true) => self.counts.accepted += 1,
            (true, false) => self.counts.expected += 1,
            (false, _) => self.counts.refused += 1,
        }
        self.send_invalid(operation).await
    }

    /// Sends the operation with one thing wrong, for each thing that can be.
    async fn send_invalid(&mut self, operation: &Operation) -> Result<(), Failure> {
        let without = self.example(operation, false)?.each_without_one();
        let mistyped = self.example(operation, true)?.each_with_one_mistyped();
        for (what, request) in without.into_iter().chain(mistyped) {
            self.counts.invalid += 1;
            match self.send(operation, &request).await {
                Verdict::Refused(StatusCode::UNPROCESSABLE_ENTITY, _) => {
                    self.counts.invalid_refused += 1
                }
                verdict => println!("not noticed: {} {what}: {verdict}", operation.id()),
            }
        }
        Ok(())
    }

    fn example(&self, operation: &Operation, all_fields: bool) -> Result<Request, Failure> {
        let example = self.sandbox.example(operation.id(), all_fields);
        Request::read(operation, &example.ok_or("every operation has an example")?)
    }

    async fn send(&self, operation: &Operation, request: &Request) -> Verdict {
        match (operation.id(), &request.segments[..]) {
            ("ActivateCustomer", [.., customer_id]) => {
                let company_id = request.query.iter().find(|(name, _)| name == "parentCompanyId");
                let call = ActivateCustomer {
                    customer_id: customer_id.parse().expect("the sandbox's ids are proper ones"),
                    parent_company_id: company_id
                        .map(|(_, id)| id.parse().expect("and so are those of the API reference")),
                };
                Verdict::of(call.send(&self.client).await)
            }
            _ => Verdict::of(self.raw(operation, request).send().await),
        }
    }

    fn raw(&self, operation: &Operation, request: &Request) -> RawCall {
        let (first, rest) = request.segments.split_first().expect("no path is empty");
        let mut call =
            self.client.raw(self.product, operation.method().clone(), format!("/{first}"));
        call = rest.iter().fold(call, RawCall::segment);
        call = request.query.iter().fold(call, |call, (name, value)| call.query(name, value));
        call = request.headers.iter().fold(call, |call, (name, value)| call.header(name, value));
        call = call.encrypt(false);
        if is_oauth(operation) {
            call = call.auth(CallAuth::Basic).bare();
        } else if is_token_request(operation) {
            call = call.auth(CallAuth::None);
        }
        match &request.body {
            None => call,
            Some(Body::Json(value)) => call.json(value),
            Some(Body::Form(fields)) => call.form(fields.iter().map(|(name, value)| (name, value))),
            Some(Body::File(file)) => {
                let upload = self
                    .client
                    .prepare(&Upload { file: file.clone() })
                    .expect("only receivables take files");
                let media_type = upload.headers["content-type"].to_str().expect("it is ASCII");
                call.body(media_type, upload.body)
            }
        }
    }
}

/// Lends raw calls the client's multipart writer: every documented upload has this one part.
#[endpoint(POST, "/upload", body = multipart)]
struct Upload {
    file: Option<FilePart>,
}
