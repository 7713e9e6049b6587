//! The first run against an account: requests a token, reads what can be read without an id, and
//! prints where the responses differ from the API reference. It prints names and types of fields,
//! no values and no credentials.
//!
//! `cargo run --features schema --example smoke` runs it with the `ENKASH_…` variables of the
//! environment, and against the embedded sandbox if there are none. With `-- --fund-source ID` it
//! also reads the balance of a payout account, whose response is encrypted.
//!
//! It creates, changes and pays nothing. It stops as soon as a token cannot be obtained, since
//! EnKash locks an account after three failed attempts: correct the cause before the next run. No
//! call is retried, except once with a new token after a 401.
//!
//! It fails if a response differs, and if there was none. Formats of dates and ranges of numbers
//! are not compared.

#![cfg_attr(
    not(all(feature = "payment-gateway", feature = "payouts")),
    allow(dead_code, unused_variables, reason = "they serve calls whose product is not enabled")
)]

mod calls;
mod compare;
#[allow(dead_code, reason = "the examples of one product use the other function")]
#[path = "../support/mod.rs"]
mod support;

use std::fmt;
use std::process::ExitCode;

use enkash_endpoints::{
    Client, ENVELOPE, Endpoint, Error, ErrorKind, ErrorType, Json, PRODUCTS, Product, Reply,
    ResponseFormat, RetryPolicy, client_from_env, openapi,
};
use enkash_sandbox::Sandbox;

use crate::compare::{Comparison, documented_payload, masked, masked_path};

const USAGE: &str = "usage: smoke [--fund-source ID]";

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let fund_source = match arguments[..] {
        [] => None,
        ["--fund-source", id] => Some(id.to_owned()),
        _ => return Err(USAGE.into()),
    };
    let configured =
        std::env::vars_os().any(|(name, _)| name.to_string_lossy().starts_with("ENKASH_"));
    if configured {
        let client = client_from_env()?.retry(RetryPolicy::never()).build()?;
        return smoke(&client, fund_source.as_deref()).await;
    }
    println!("no ENKASH_… variable is set: this run is against the embedded sandbox, and proves");
    println!("nothing about EnKash\n");
    let sandbox = Sandbox::start().await?;
    let builder = support::client_builder(&sandbox, PRODUCTS);
    let fund_source = fund_source.unwrap_or_else(|| sandbox.initial().fund_source_id.clone());
    smoke(&builder.retry(RetryPolicy::never()).build()?, Some(&fund_source)).await
}

async fn smoke(
    client: &Client,
    fund_source: Option<&str>,
) -> Result<(), Box<dyn std::error::Error>> {
    match client.check().await {
        Ok(()) => println!("tokens: granted, with one request for each account and host"),
        // A bearer token is configured, say.
        Err(error) if error.kind() == ErrorKind::Config => println!("tokens: none requested"),
        Err(error) => return Err(stopped(&error)),
    }
    let mut run = Run { client, compared: Vec::new(), counts: Counts::default() };
    if let Err(error) = calls::send_all(&mut run, fund_source).await {
        return Err(stopped(&error));
    }
    run.finish()
}

/// Why the run ends early. The error's `Display` can quote a message of the server.
fn stopped(error: &Error) -> Box<dyn std::error::Error> {
    let response = match error {
        Error::Auth(auth) => auth.request_error().and_then(Error::api),
        error => error.api(),
    };
    let why = match response {
        Some(response) => format!("the server responded with {}", response.status().as_u16()),
        None => "there was no response that could be read".to_owned(),
    };
    format!(
        "could not obtain an access token: {why}; the run stops here, since three failed attempts \
         lock an account: check the credentials and the base URL before you run this again"
    )
    .into()
}

/// The calls so far.
struct Run<'a> {
    client: &'a Client,
    /// The products of which something was read.
    compared: Vec<&'static Product>,
    counts: Counts,
}

#[derive(Default)]
struct Counts {
    agree: u32,
    differ: u32,
    undocumented: u32,
    skipped: u32,
}

/// What a response says about the API reference.
enum Finding {
    Agrees,
    /// The API reference shows no payload; these fields came.
    Undocumented(Vec<String>),
    Differs(Vec<String>),
}

impl Run<'_> {
    /// Sends a call that reads, and prints how its response differs from the API reference.
    ///
    /// # Errors
    /// There is no token.
    async fn read<E: Endpoint>(&mut self, request: E) -> Result<(), Error> {
        let info = E::INFO;
        println!("\n{} {}: {} {}", info.product(), info.name(), info.method(), info.template());
        let finding = match enkash_endpoints::Call::new(&request).send(self.client).await {
            Ok(reply) => compare_reply::<E>(&reply),
            Err(error @ Error::Auth(_)) => return Err(error),
            Err(error @ (Error::Config(_) | Error::Invalid(_))) => {
                println!("  skipped: {error}");
                self.counts.skipped += 1;
                return Ok(());
            }
            Err(error) => Finding::Differs(vec![failure(&error)]),
        };
        if !self.compared.contains(&info.product()) {
            self.compared.push(info.product());
        }
        match finding {
            Finding::Agrees => {
                println!("  agrees");
                self.counts.agree += 1;
            }
            Finding::Undocumented(fields) => {
                println!("  the API reference shows no payload; fields: {}", list(&fields));
                self.counts.undocumented += 1;
            }
            Finding::Differs(differences) => {
                for difference in differences {
                    println!("  differs: {difference}");
                }
                if let Some(page) = info.docs() {
                    println!("  the API reference: {page}");
                }
                self.counts.differ += 1;
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<(), Box<dyn std::error::Error>> {
        let rest: Vec<&str> = PRODUCTS
            .iter()
            .filter(|product| !self.compared.contains(product))
            .map(|product| product.name())
            .collect();
        let Counts { agree, differ, undocumented, skipped } = self.counts;
        println!(
            "\n{agree} agree, {differ} differ, {undocumented} undocumented, {skipped} skipped"
        );
        println!("nothing was read of: {}", list(&rest));
        match (agree + undocumented, differ) {
            (0, 0) => Err("nothing was compared: no product is configured".into()),
            (_, 0) => Ok(()),
            (_, differ) => {
                Err(format!("responses that differ from the API reference: {differ}").into())
            }
        }
    }
}

fn compare_reply<E: Endpoint>(reply: &Reply<E::Response>) -> Finding {
    let status = reply.status().as_u16();
    let body: Json = match serde_json::from_slice(reply.raw()) {
        Ok(body) => body,
        Err(_) if reply.raw().is_empty() => Json::Null,
        Err(_) => {
            let difference = "the body is not valid JSON; the client repaired it";
            return Finding::Differs(vec![difference.to_owned()]);
        }
    };
    let has_envelope = match E::INFO.response_format() {
        ResponseFormat::Bare => false,
        ResponseFormat::Auto => reply.code.is_some() || body.get("payload").is_some(),
        _ => true,
    };
    let mut differences = Vec::new();
    let payload = if has_envelope {
        println!("  status {status}, with the envelope");
        if reply.code.is_none() {
            differences.push("the envelope has no result code".to_owned());
        }
        differences.extend(undocumented_in_envelope(&body));
        ENVELOPE.payload.iter().find_map(|name| body.get(name)).unwrap_or(&Json::Null)
    } else {
        println!("  status {status}, without the envelope");
        &body
    };
    let document = openapi(E::INFO.product());
    match documented_payload(&document, E::INFO) {
        None if differences.is_empty() => {
            return Finding::Undocumented(compare::field_paths(payload));
        }
        None => {}
        Some(_) if payload.is_null() => differences.push("the payload is missing".to_owned()),
        Some(schema) => {
            let comparison = Comparison::of(&document, schema, payload);
            for empty in &comparison.empty_lists {
                println!("  an empty list, so its elements are not compared: {empty}");
            }
            differences.extend(comparison.differences());
        }
    }
    if differences.is_empty() { Finding::Agrees } else { Finding::Differs(differences) }
}

/// Fields beside the payload that no page of the API reference has.
fn undocumented_in_envelope(body: &Json) -> Vec<String> {
    let known = [
        ENVELOPE.payload,
        ENVELOPE.response_code,
        ENVELOPE.code,
        ENVELOPE.message,
        ENVELOPE.error_response,
    ];
    let fields = body.as_object().into_iter().flat_map(|envelope| envelope.keys());
    fields
        .filter(|field| !known.iter().any(|names| names.contains(&field.as_str())))
        .map(|field| format!("undocumented field in the envelope: {}", masked(field)))
        .collect()
}

/// A failed call, without what the server wrote.
fn failure(error: &Error) -> String {
    match error {
        Error::Api(api) => {
            let class = match ErrorType::of(api) {
                None => "without an error type".to_owned(),
                Some(ErrorType::Unknown(_)) => "with an undocumented error type".to_owned(),
                Some(class) => format!("error type {}", class.as_str()),
            };
            let form = format!("{:?}", api.body_form());
            format!("failed with status {}, {class}, body: {form}", api.status().as_u16())
        }
        Error::Decode(decode) => match decode.path() {
            Some(path) => format!(
                "status {}, but the payload cannot be decoded at {}",
                decode.status().as_u16(),
                masked_path(path)
            ),
            // Without a path it quotes nothing of the response.
            None => format!("{decode}"),
        },
        error => format!("{error}"),
    }
}

fn list<T: fmt::Display>(items: &[T]) -> String {
    let items: Vec<String> = items.iter().map(ToString::to_string).collect();
    if items.is_empty() { "none".to_owned() } else { items.join(", ") }
}
