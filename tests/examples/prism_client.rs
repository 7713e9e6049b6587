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

use std::fmt;
use std::process::ExitCode;
use std::time::Duration;

use enkash_core::{
    Bytes, CallAuth, Client, Error, FilePart, HeaderMap, Json, Method, Product, RawCall, Reply,
    RetryPolicy, StatusCode, endpoint,
};
use enkash_endpoints::PARTNER_ID;
use enkash_endpoints::accounts_receivable::{ACCOUNTS_RECEIVABLE as PRODUCT, ActivateCustomer};
use enkash_sandbox::{ExampleRequest, Operation, Sandbox};
use enkash_tests::contract::product_of;
use enkash_tests::fixtures::{credentials, keys};
use serde_json::json;
use url::form_urlencoded;

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
            Err(Error::Auth(error)) => error.cause().map(Verdict::of_error),
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

/// A request in its parts, so that the client has to put it together.
#[derive(Clone)]
struct Request {
    segments: Vec<String>,
    query: Vec<(String, String)>,
    /// Those that are not the client's business.
    headers: Vec<(String, String)>,
    body: Option<Body>,
}

#[derive(Clone)]
enum Body {
    Json(Json),
    Form(Vec<(String, String)>),
    File(Option<FilePart>),
}

impl Request {
    fn read(operation: &Operation, example: &ExampleRequest) -> Result<Self, Failure> {
        let (path, query) =
            example.path_and_query.split_once('?').unwrap_or((&example.path_and_query, ""));
        let segments = path.split('/').skip(1);
        let segments =
            segments.map(|segment| percent_encoding::percent_decode_str(segment).decode_utf8());
        let ours = |name: &str| {
            name.eq_ignore_ascii_case("user-agent") || name.eq_ignore_ascii_case("partnerId")
        };
        Ok(Request {
            segments: segments
                .map(|segment| segment.map(String::from))
                .collect::<Result<_, _>>()?,
            query: pairs(query),
            headers: example.headers.iter().filter(|(name, _)| !ours(name)).cloned().collect(),
            body: match &example.body {
                None => None,
                Some((media_type, text)) => Some(Body::read(operation, media_type, text)?),
            },
        })
    }

    /// The request without one parameter of its query or one field of its form, and which.
    fn each_without_one(&self) -> Vec<(String, Request)> {
        let mut all = Vec::new();
        for (place, (name, _)) in self.query.iter().enumerate() {
            let mut request = self.clone();
            request.query.remove(place);
            all.push((format!("without the parameter {name}"), request));
        }
        let Some(Body::Form(fields)) = &self.body else { return all };
        for (place, (name, _)) in fields.iter().enumerate() {
            let mut left = fields.clone();
            left.remove(place);
            let request = Request { body: Some(Body::Form(left)), ..self.clone() };
            all.push((format!("without the field {name}"), request));
        }
        all
    }

    /// The request with a value of another type in one field of its JSON, and which.
    fn each_with_one_mistyped(&self) -> Vec<(String, Request)> {
        let Some(Body::Json(Json::Object(members))) = &self.body else { return Vec::new() };
        let mistyped = members.iter().map(|(name, value)| {
            let mut members = members.clone();
            members[name] =
                if value.is_object() { json!("invalid") } else { json!({ "invalid": true }) };
            let request = Request { body: Some(Body::Json(Json::Object(members))), ..self.clone() };
            (format!("with another type in {name}"), request)
        });
        mistyped.collect()
    }
}

impl Body {
    fn read(operation: &Operation, media_type: &str, text: &str) -> Result<Self, Failure> {
        match media_type.split(';').next() {
            Some("application/json") => Ok(Body::Json(serde_json::from_str(text)?)),
            Some("application/x-www-form-urlencoded") => Ok(Body::Form(pairs(text))),
            Some("multipart/form-data") => {
                let file = text.contains("name=\"file\"");
                if text.matches("name=").count() != usize::from(file) {
                    return Err(format!("{} uploads more than a file", operation.id()).into());
                }
                let sheet =
                    || FilePart::new("upload.csv", "application/octet-stream", "name,mobile\r\n");
                Ok(Body::File(file.then(sheet)))
            }
            _ => Err(format!("{} has a body of {media_type}", operation.id()).into()),
        }
    }
}

fn pairs(text: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(text.as_bytes()).into_owned().collect()
}

/// The verdict on a request.
enum Verdict {
    Accepted,
    /// The status, and Prism's complaints.
    Refused(StatusCode, Vec<Violation>),
    /// Prism was not asked, or gave no response.
    Failed(String),
}

impl Verdict {
    fn of<T>(result: Result<Reply<T>, Error>) -> Self {
        match result {
            Ok(reply) => Self::of_response(reply.status(), reply.headers(), reply.raw()),
            Err(error) => Self::of_error(&error),
        }
    }

    /// A response that cannot be read, or reports a failure with a success status, is no
    /// judgement of the request.
    fn of_error(error: &Error) -> Self {
        match error {
            Error::Api(error) => Self::of_response(error.status(), error.headers(), error.body()),
            Error::Decode(error) if error.status().is_success() => Verdict::Accepted,
            _ => Verdict::Failed(format!("{error:?}")),
        }
    }

    /// Prism lists in a header what it let pass with a warning.
    fn of_response(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Self {
        let warnings =
            headers.get("sl-violations").map(|list| serde_json::from_slice(list.as_bytes()));
        match warnings {
            None if status.is_success() => Verdict::Accepted,
            Some(list) if status.is_success() => {
                Verdict::Refused(status, Violation::read(&list.unwrap_or_default()))
            }
            _ => {
                let problem: Json = serde_json::from_slice(body).unwrap_or_default();
                let mut found = Violation::read(&problem["validation"]);
                if found.is_empty() {
                    found.push(Violation {
                        rule: "no list".to_owned(),
                        message: problem["title"].to_string(),
                    });
                }
                Verdict::Refused(status, found)
            }
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::Accepted => f.write_str("accepted"),
            Verdict::Failed(why) => f.write_str(why),
            Verdict::Refused(status, found) => {
                write!(f, "{}", status.as_u16())?;
                found.iter().try_for_each(|own| write!(f, "; {}: {}", own.rule, own.message))
            }
        }
    }
}

/// One rule that Prism found broken.
struct Violation {
    /// The place and the kind of rule, such as `body.checkInstitute.value pattern`.
    rule: String,
    message: String,
}

impl Violation {
    fn read(list: &Json) -> Vec<Self> {
        let own = |raw: &Json| {
            let place = raw["location"].as_array().into_iter().flatten();
            let place =
                place.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
            let text = |name: &str| raw[name].as_str().unwrap_or_default().to_owned();
            Violation {
                rule: format!("{} {}", place.collect::<Vec<_>>().join("."), text("code")),
                message: text("message"),
            }
        };
        list.as_array().into_iter().flatten().map(own).collect()
    }
}
