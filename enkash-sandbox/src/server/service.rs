//! One request from its arrival to its response.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};
use serde_json::Value;

use crate::assumptions::{Assumption, Assumptions};
use crate::catalogue::Found;
use crate::catalogue::{Encryption, Operation, Security, TokenKind};
use crate::exchange::Violation;
use crate::exchange::{Call, Outcome, Payload, RawRequest, Refusal};
use crate::faults::{Fault, When};
use crate::flows;
use crate::journal::{Effect, Entry};
use crate::response::Response;
use crate::state::{State, bearer, refused_token};
use crate::validation;

/// A request whose body has been read.
#[derive(Debug)]
pub(crate) struct ReceivedRequest {
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

/// Handles one request and records it.
pub(crate) async fn handle(state: Arc<State>, received: ReceivedRequest) -> Response {
    let routed = route(&state, &received);
    let fault = match chosen_fault(&state, &routed, &received) {
        Ok(fault) => fault,
        Err(refusal) => {
            let response = Response::refused(&state, None, &refusal);
            return record(&state, &received, &routed, Done::refused(response, None), None);
        }
    };
    let waits = fault.as_ref().and_then(|fault| fault.delay).unwrap_or_default();
    let strikes = fault.as_ref().map_or(When::Before, Fault::when);
    pause(state.latency).await;
    if strikes == When::Before {
        pause(waits).await;
    }
    let done = perform(&state, &received, &routed, fault.as_ref());
    let response = record(&state, &received, &routed, done, fault);
    if strikes == When::After {
        pause(waits).await;
    }
    response
}

/// Refuses a request whose body could not be read, and records it.
pub(crate) fn refuse(state: &State, received: &ReceivedRequest, refusal: &Refusal) -> Response {
    let routed = route(state, received);
    let response = Response::refused(state, None, refusal);
    record(state, received, &routed, Done::refused(response, None), None)
}

fn route<'r>(state: &'r State, received: &'r ReceivedRequest) -> Routed<'r> {
    let (product, path) = state.router.product(&received.path).unwrap_or(("", &received.path));
    let found = state.router.find(product, &received.method, path);
    Routed { product, path, found }
}

async fn pause(duration: Duration) {
    if !duration.is_zero() {
        tokio::time::sleep(duration).await;
    }
}

/// The fault that the request asks for itself, or the next one that waits for it.
fn chosen_fault(
    state: &State,
    routed: &Routed<'_>,
    received: &ReceivedRequest,
) -> Result<Option<Fault>, Refusal> {
    let Found::Target(operations, _) = &routed.found else {
        return Ok(None);
    };
    if let Some(header) = received.headers.get("x-sandbox-fault") {
        let fault = header.to_str().unwrap_or_default().parse::<Fault>();
        return fault.map(Some).map_err(|error| Refusal::new(400, error.to_string()));
    }
    let ids = operations.iter().map(|operation| operation.id()).collect::<Vec<_>>();
    Ok(state.faults.take(routed.product, &ids))
}

/// Whether a response to this request may have to wait, so that it must not die with its
/// connection: a real server does its work although the client has hung up.
pub(crate) fn may_wait(state: &State, headers: &HeaderMap) -> bool {
    !state.latency.is_zero()
        || state.faults.pending() > 0
        || headers.contains_key("x-sandbox-fault")
}

/// How a request was handled.
struct Done {
    response: Response,
    operation: Option<&'static Operation>,
    effects: Vec<Effect>,
    unique: Option<String>,
}

impl Done {
    fn refused(response: Response, operation: Option<&'static Operation>) -> Self {
        Self { response, operation, effects: Vec::new(), unique: None }
    }
}

fn perform(
    state: &State,
    received: &ReceivedRequest,
    routed: &Routed<'_>,
    fault: Option<&Fault>,
) -> Done {
    let (operations, placeholders) = match &routed.found {
        Found::Target(operations, placeholders) => (operations, placeholders),
        Found::WrongMethod(allowed) => {
            let refusal = Refusal::new(405, "Method not allowed");
            let response = Response::refused(state, None, &refusal).allowing(allowed);
            return Done::refused(response, None);
        }
        Found::Nothing => {
            let refusal = Refusal::new(404, "No such route");
            return Done::refused(Response::refused(state, None, &refusal), None);
        }
    };
    let first = operations.first().copied();
    let before = fault.filter(|fault| fault.when() == When::Before);
    let instead =
        before.and_then(|fault| Response::instead(state, fault, first, &received.headers));
    let query = form_urlencoded::parse(received.query.as_bytes()).into_owned().collect::<Vec<_>>();
    let request = RawRequest {
        headers: &received.headers,
        path: placeholders,
        query: &query,
        body: &received.body,
    };
    if let Some(response) = instead {
        let unique = first.and_then(|operation| peek_unique_id(state, operation, &request));
        return Done { unique, ..Done::refused(response, first) };
    }
    let mut done = execute(state, &request, operations);
    if let Some(fault) = fault.filter(|fault| fault.when() == When::After) {
        done.response = match Response::instead(state, fault, done.operation, &received.headers) {
            Some(response) => response,
            None => done.response.with_fault(fault),
        };
    }
    done
}

/// The caller's own id in a request that is not carried out.
fn peek_unique_id(
    state: &State,
    operation: &Operation,
    request: &RawRequest<'_>,
) -> Option<String> {
    let expected = operation.body.as_ref()?;
    let (body, _) =
        validation::parse(expected, operation.encryption, &state.cipher, state.memory(), request)
            .ok()?;
    unique_id(&body.into_value())
}

/// Checks the request and does what it asks for.
fn execute(state: &State, request: &RawRequest<'_>, operations: &[&'static Operation]) -> Done {
    let mut reading = Reading::default();
    let outcome = read_request(state, request, operations, &mut reading);
    let response = match &outcome {
        Ok(outcome) => Response::done(outcome),
        Err(refusal) => Response::refused(state, reading.operation, refusal),
    };
    let mut assumptions = reading.assumptions;
    if reading.encrypted && outcome.is_err() {
        assumptions.insert(Assumption::EncryptedFailure);
    }
    if outcome.is_ok() && reading.operation.is_some_and(assumes_success_code) {
        assumptions.insert(Assumption::SuccessCode);
    }
    let response = response.assuming(assumptions);
    let effects = match outcome {
        Ok(outcome) => outcome.effects,
        Err(refusal) => refusal.effects,
    };
    Done {
        response: if reading.encrypted { response.encrypted(&state.cipher) } else { response },
        operation: reading.operation,
        effects,
        unique: reading.unique,
    }
}

/// What is known of a request before it is performed or refused.
#[derive(Default)]
struct Reading {
    operation: Option<&'static Operation>,
    encrypted: bool,
    unique: Option<String>,
    /// What the reading of the request rests on.
    assumptions: Assumptions,
}

/// Whether the reference has no success code for the operation's product. Token endpoints send
/// none.
fn assumes_success_code(operation: &Operation) -> bool {
    let documented = ["payouts", "bill-payments", "payment-gateway", "payment-gateway-extras"];
    let is_token = matches!(operation.security, Security::Basic | Security::MerchantKeys);
    !is_token && !documented.contains(&operation.product())
}

fn read_request(
    state: &State,
    request: &RawRequest<'_>,
    operations: &[&'static Operation],
    reading: &mut Reading,
) -> Result<Outcome, Refusal> {
    let first = operations.first().ok_or_else(|| Refusal::new(404, "No such route"))?;
    reading.operation = Some(first);
    authorise(state, first.security, request)?;
    let (body, encrypted) = match &first.body {
        Some(expected) => {
            validation::parse(expected, first.encryption, &state.cipher, state.memory(), request)?
        }
        None => (validation::Parsed::Nothing, false),
    };
    reading.encrypted = encrypted || first.encryption == Encryption::Required;
    let (operation, violations) = choose(operations, request, &body).unwrap_or((first, Vec::new()));
    reading.operation = Some(operation);
    reading.assumptions = assumptions_of(operations, operation, request, &body);
    let body = body.into_value();
    reading.unique = unique_id(&body);
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
        Some(kind) => flows::request_token(state, kind, request, &body),
        None => {
            let call = Call { operation, path: request.path, query: request.query, body };
            flows::perform(state, &call)
        }
    }
}

/// The operation that the request fits; among several, the one that knows most of its fields;
/// where it fits none, the one whose rules it breaks least.
fn choose<'o>(
    operations: &[&'o Operation],
    request: &RawRequest<'_>,
    body: &validation::Parsed,
) -> Option<(&'o Operation, Vec<Violation>)> {
    let judged = operations.iter().map(|operation| {
        let violations = validation::violations(operation, request, body);
        (*operation, violations)
    });
    judged.min_by_key(|(operation, violations)| (violations.len(), unknown_fields(operation, body)))
}

/// What the reading of a request rests on.
fn assumptions_of(
    operations: &[&Operation],
    operation: &Operation,
    request: &RawRequest<'_>,
    body: &validation::Parsed,
) -> Assumptions {
    let header = request.header("authorization");
    let gateway = matches!(operation.security, Security::Token { kind: TokenKind::Merchant, .. });
    let parameters = || operation.parameters.iter().map(|parameter| parameter.name.as_str());
    let unknown_query = request.query.iter().any(|(own, _)| !parameters().any(|name| name == own));
    let found = [
        (operations.len() > 1, Assumption::SharedRoute),
        (unknown_fields(operation, body) > 0 || unknown_query, Assumption::UnknownFields),
        (matches!(operation.security, Security::Open(_)) && header.is_none(), Assumption::NoToken),
        (gateway && header.is_some_and(|value| !value.contains(' ')), Assumption::GatewayToken),
        (operation.encryption == Encryption::InKind, Assumption::EncryptionInKind),
        (encryption_is_unknown(operation.product()), Assumption::CardEncryption),
    ];
    found.into_iter().filter(|(holds, _)| *holds).map(|(_, assumption)| assumption).collect()
}

/// Whether the reference documents that payloads are encrypted, and not how.
fn encryption_is_unknown(product: &str) -> bool {
    matches!(product, "card-management" | "loyalty" | "expense-management")
}

/// How many fields of the body the operation's schema does not have.
fn unknown_fields(operation: &Operation, body: &validation::Parsed) -> usize {
    let (Some(expected), validation::Parsed::Value(Value::Object(members))) =
        (&operation.body, body)
    else {
        return 0;
    };
    members.keys().filter(|name| !expected.properties.contains(name)).count()
}

fn authorise(state: &State, security: Security, request: &RawRequest<'_>) -> Result<(), Refusal> {
    let (kind, required, key) = match security {
        Security::Token { kind, key } => (kind, true, key),
        Security::Open(kind) => (kind, false, false),
        Security::Basic | Security::MerchantKeys => return Ok(()),
    };
    let header = request.header("authorization");
    let good = match header.and_then(|header| bearer(kind, header)) {
        Some(token) => state.tokens.is_good(kind, token, state.clock.now()),
        None => header.is_none() && !required,
    };
    if !good {
        return Err(refused_token(kind));
    }
    if key && request.header("merchantaccesskey") != Some(state.credentials.access_key.as_str()) {
        return Err(Refusal::new(401, "merchantAccessKey is missing or wrong"));
    }
    Ok(())
}

/// The caller's own id of what it asks for, under one of the names that the API reference uses.
fn unique_id(body: &Value) -> Option<String> {
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
    state: &State,
    received: &ReceivedRequest,
    routed: &Routed<'_>,
    done: Done,
    fault: Option<Fault>,
) -> Response {
    let entry = state.journal.add(Entry {
        number: 0,
        at: state.clock.now(),
        product: routed.product,
        operation: done.operation.map(|operation| operation.id().to_owned()),
        method: received.method.clone(),
        route: done.operation.map(Operation::path),
        path: routed.path.to_owned(),
        query: received.query.clone(),
        bytes_cut: 0,
        status: done.response.status(),
        effects: done.effects,
        fault: fault.map(|fault| fault.to_string()),
        unique: done.unique,
    });
    if let Some(observer) = &state.observer {
        observer(&entry);
    }
    done.response
}

impl From<&Payload> for Bytes {
    fn from(payload: &Payload) -> Self {
        match payload {
            Payload::Json(value) => value.to_string().into(),
            Payload::Text(text) => text.clone().into(),
        }
    }
}
