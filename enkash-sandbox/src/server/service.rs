//! One request from its arrival to its answer.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde_json::Value;

use crate::assumptions::{Assumption, Assumptions};
use crate::catalogue::Found;
use crate::catalogue::{Operation, Sealing, Security, TokenKind};
use crate::exchange::Violation;
use crate::exchange::{Arrived, Call, Outcome, Payload, Refusal};
use crate::faults::{Fault, When};
use crate::flows;
use crate::journal::{Effect, Entry};
use crate::response::Reply;
use crate::state::{World, bearer, refused_token};
use crate::validation;

/// A request whose body has been read.
#[derive(Debug)]
pub(crate) struct Received {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

/// Where a request goes.
struct Routed<'w> {
    product: &'static str,
    /// Path below the product's base URL.
    path: &'w str,
    found: Found<'w>,
}

/// Answers one request and writes it down.
pub(crate) async fn answer(world: Arc<World>, received: Received) -> Reply {
    let (product, path) = world.router.product(&received.path).unwrap_or(("", &received.path));
    let found = world.router.find(product, &received.method, path);
    let routed = Routed { product, path, found };
    let fault = match chosen_fault(&world, &routed, &received) {
        Ok(fault) => fault,
        Err(refusal) => {
            let reply = Reply::refused(&world, None, &refusal);
            return record(&world, &received, &routed, Done::refused(reply, None), None);
        }
    };
    let waits = fault.as_ref().and_then(|fault| fault.delay).unwrap_or_default();
    let strikes = fault.as_ref().map_or(When::Before, Fault::when);
    pause(world.latency).await;
    if strikes == When::Before {
        pause(waits).await;
    }
    let done = perform(&world, &received, &routed, fault.as_ref());
    let reply = record(&world, &received, &routed, done, fault);
    if strikes == When::After {
        pause(waits).await;
    }
    reply
}

async fn pause(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}

/// The fault that the request asks for itself, or the next one that waits for it.
fn chosen_fault(world: &World, routed: &Routed<'_>, received: &Received) -> Result<Option<Fault>, Refusal> {
    let Found::Target(operations, _) = &routed.found else {
        return Ok(None);
    };
    if let Some(header) = received.headers.get("x-sandbox-fault") {
        let fault = header.to_str().unwrap_or_default().parse::<Fault>();
        return fault.map(Some).map_err(|error| Refusal::new(400, error.to_string()));
    }
    let ids = operations.iter().map(|operation| operation.id()).collect::<Vec<_>>();
    Ok(world.faults.take(routed.product, &ids))
}

/// Whether an answer to this request may have to wait, so that it must not die with its
/// connection: a real server does its work although the client has hung up.
pub(crate) fn may_wait(world: &World, headers: &HeaderMap) -> bool {
    !world.latency.is_zero() || world.faults.pending() > 0 || headers.contains_key("x-sandbox-fault")
}

/// What was done about a request.
struct Done {
    reply: Reply,
    operation: Option<&'static Operation>,
    effects: Vec<Effect>,
    unique: Option<String>,
}

impl Done {
    fn refused(reply: Reply, operation: Option<&'static Operation>) -> Self {
        Self { reply, operation, effects: Vec::new(), unique: None }
    }
}

fn perform(world: &World, received: &Received, routed: &Routed<'_>, fault: Option<&Fault>) -> Done {
    let (operations, placeholders) = match &routed.found {
        Found::Target(operations, placeholders) => (operations, placeholders),
        Found::WrongMethod(allowed) => {
            let refusal = Refusal::new(405, "Method not allowed");
            let reply = Reply::refused(world, None, &refusal).allowing(allowed);
            return Done::refused(reply, None);
        }
        Found::Nothing => {
            let refusal = Refusal::new(404, "No such route");
            return Done::refused(Reply::refused(world, None, &refusal), None);
        }
    };
    let first = operations.first().copied();
    let before = fault.filter(|fault| fault.when() == When::Before);
    let instead = before.and_then(|fault| Reply::instead(world, fault, first, &received.headers));
    let query = form_urlencoded::parse(received.query.as_bytes()).into_owned().collect::<Vec<_>>();
    let arrived =
        Arrived { headers: &received.headers, path: placeholders, query: &query, body: &received.body };
    if let Some(reply) = instead {
        let unique = first.and_then(|operation| glance(world, operation, &arrived));
        return Done { unique, ..Done::refused(reply, first) };
    }
    let mut done = carry_out(world, &arrived, operations);
    if let Some(fault) = fault.filter(|fault| fault.when() == When::After) {
        done.reply = match Reply::instead(world, fault, done.operation, &received.headers) {
            Some(reply) => reply,
            None => done.reply.spoiled(fault),
        };
    }
    done
}

/// The caller's own id in a request that is not carried out.
fn glance(world: &World, operation: &Operation, arrived: &Arrived<'_>) -> Option<String> {
    let expected = operation.body.as_ref()?;
    let (body, _) =
        validation::parse(expected, operation.sealing, &world.seal, world.memory(), arrived).ok()?;
    unique(&body.into_value())
}

/// Checks the request and does what it asks for.
fn carry_out(world: &World, arrived: &Arrived<'_>, operations: &[&'static Operation]) -> Done {
    let mut understood = Understood::default();
    let outcome = understand(world, arrived, operations, &mut understood);
    let reply = match &outcome {
        Ok(outcome) => Reply::done(outcome),
        Err(refusal) => Reply::refused(world, understood.operation, refusal),
    };
    let mut assumptions = understood.assumptions;
    if understood.sealed && outcome.is_err() {
        assumptions.insert(Assumption::EncryptedFailure);
    }
    if outcome.is_ok() && understood.operation.is_some_and(assumes_success_code) {
        assumptions.insert(Assumption::SuccessCode);
    }
    let reply = reply.assuming(assumptions);
    let effects = match outcome {
        Ok(outcome) => outcome.effects,
        Err(refusal) => refusal.effects,
    };
    Done {
        reply: if understood.sealed { reply.sealed(&world.seal) } else { reply },
        operation: understood.operation,
        effects,
        unique: understood.unique,
    }
}

/// What became clear of a request before it was done or refused.
#[derive(Default)]
struct Understood {
    operation: Option<&'static Operation>,
    sealed: bool,
    unique: Option<String>,
    /// What the reading of the request rests on.
    assumptions: Assumptions,
}

/// Whether the reference has no success code for the operation's product. Token endpoints send none.
fn assumes_success_code(operation: &Operation) -> bool {
    let documented = ["payouts", "bill-payments", "payment-gateway", "payment-gateway-extras"];
    let is_token = matches!(operation.security, Security::Basic | Security::MerchantKeys);
    !is_token && !documented.contains(&operation.product())
}

fn understand(
    world: &World,
    arrived: &Arrived<'_>,
    operations: &[&'static Operation],
    understood: &mut Understood,
) -> Result<Outcome, Refusal> {
    let first = operations.first().ok_or_else(|| Refusal::new(404, "No such route"))?;
    understood.operation = Some(first);
    authorise(world, first.security, arrived)?;
    let (body, sealed) = match &first.body {
        Some(expected) => validation::parse(expected, first.sealing, &world.seal, world.memory(), arrived)?,
        None => (validation::Parsed::Nothing, false),
    };
    understood.sealed = sealed || first.sealing == Sealing::Sealed;
    let (operation, violations) = choose(operations, arrived, &body).unwrap_or((first, Vec::new()));
    understood.operation = Some(operation);
    understood.assumptions = of_reading(operations, operation, arrived, &body);
    let body = body.into_value();
    understood.unique = unique(&body);
    if !violations.is_empty() {
        let refusal = Refusal::violations(violations);
        let documented = if operation.product() == "payouts" { 422 } else { 400 };
        return Err(Refusal { status: documented, ..refusal });
    }
    let kind = match operation.security {
        Security::Basic => Some(TokenKind::OAuth),
        Security::MerchantKeys => Some(TokenKind::Merchant),
        Security::Token { .. } | Security::Open(_) => None,
    };
    match kind {
        Some(kind) => flows::sign_in(world, kind, arrived, &body),
        None => {
            let call = Call { operation, path: arrived.path, query: arrived.query, body };
            flows::perform(world, &call)
        }
    }
}

/// The operation that the request fits; among several, the one that knows most of its members;
/// where it fits none, the one whose rules it breaks least.
fn choose<'o>(
    operations: &[&'o Operation],
    arrived: &Arrived<'_>,
    body: &validation::Parsed,
) -> Option<(&'o Operation, Vec<Violation>)> {
    let judged = operations.iter().map(|operation| {
        let violations = validation::violations(operation, arrived, body);
        (*operation, violations)
    });
    judged.min_by_key(|(operation, violations)| (violations.len(), strangers(operation, body)))
}

/// What the reading of a request rests on.
fn of_reading(
    operations: &[&Operation],
    operation: &Operation,
    arrived: &Arrived<'_>,
    body: &validation::Parsed,
) -> Assumptions {
    let header = arrived.header("authorization");
    let gateway = matches!(operation.security, Security::Token { kind: TokenKind::Merchant, .. });
    let parameters = || operation.parameters.iter().map(|parameter| parameter.name.as_str());
    let unknown_query = arrived.query.iter().any(|(own, _)| !parameters().any(|name| name == own));
    let found = [
        (operations.len() > 1, Assumption::SharedRoute),
        (strangers(operation, body) > 0 || unknown_query, Assumption::UnknownFields),
        (matches!(operation.security, Security::Open(_)) && header.is_none(), Assumption::NoToken),
        (gateway && header.is_some_and(|value| !value.contains(' ')), Assumption::GatewayToken),
        (operation.sealing == Sealing::InKind, Assumption::EncryptionInKind),
        (encryption_is_unknown(operation.product()), Assumption::CardEncryption),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, assumption)| assumption).collect()
}

/// Whether the reference documents that payloads are encrypted, and not how.
fn encryption_is_unknown(product: &str) -> bool {
    matches!(product, "card-management" | "loyalty" | "expense-management")
}

/// How many members of the body the operation's documents do not have.
fn strangers(operation: &Operation, body: &validation::Parsed) -> usize {
    let (Some(expected), validation::Parsed::Value(Value::Object(members))) = (&operation.body, body) else {
        return 0;
    };
    members.keys().filter(|name| !expected.members.contains(name)).count()
}

fn authorise(world: &World, security: Security, arrived: &Arrived<'_>) -> Result<(), Refusal> {
    let (kind, required, key) = match security {
        Security::Token { kind, key } => (kind, true, key),
        Security::Open(kind) => (kind, false, false),
        Security::Basic | Security::MerchantKeys => return Ok(()),
    };
    let header = arrived.header("authorization");
    let good = match header.and_then(|header| bearer(kind, header)) {
        Some(token) => world.tokens.is_good(kind, token, world.clock.now()),
        None => header.is_none() && !required,
    };
    if !good {
        return Err(refused_token(kind));
    }
    if key && arrived.header("merchantaccesskey") != Some(world.credentials.access_key.as_str()) {
        return Err(Refusal::new(401, "merchantAccessKey is missing or wrong"));
    }
    Ok(())
}

/// The caller's own id of what it asks for, under one of the names that the documents use.
fn unique(body: &Value) -> Option<String> {
    const NAMES: [&str; 11] = [
        "transactionId",
        "batchTransactionId",
        "beneficiaryId",
        "requestId",
        "customerRequestId",
        "uniqueTransactionId",
        "uniqueReferenceNumber",
        "orderReferenceId",
        "referenceId",
        "externalId",
        "orderId",
    ];
    NAMES.iter().find_map(|name| body[*name].as_str()).map(str::to_owned)
}

fn record(
    world: &World,
    received: &Received,
    routed: &Routed<'_>,
    done: Done,
    fault: Option<Fault>,
) -> Reply {
    let entry = world.journal.add(Entry {
        number: 0,
        at: world.clock.now(),
        product: routed.product,
        operation: done.operation.map(|operation| operation.id().to_owned()),
        method: received.method.clone(),
        route: done.operation.map(Operation::path),
        path: routed.path.to_owned(),
        query: received.query.clone(),
        bytes_cut: 0,
        status: done.reply.status(),
        effects: done.effects,
        fault: fault.map(|fault| fault.to_string()),
        unique: done.unique,
    });
    if let Some(observer) = &world.observer {
        observer(&entry);
    }
    done.reply
}

impl From<&Payload> for Bytes {
    fn from(payload: &Payload) -> Self {
        match payload {
            Payload::Json(value) => value.to_string().into(),
            Payload::Text(text) => text.clone().into(),
        }
    }
}
