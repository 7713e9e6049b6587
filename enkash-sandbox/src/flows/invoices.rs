//! Invoices of the receivables product, kept in memory in the shape in which the API reference
//! returns them.

use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

use super::receivables::take_file;
use super::search;
use crate::exchange::Violation;
use crate::exchange::{Call, Outcome, Refusal, amount, number};
use crate::journal::{Action, Effect};
use crate::state::{Invoice, Receivables, State};
use crate::validation;

/// Performs the operations on invoices; `None` for all others.
pub(super) fn perform(state: &State, call: &Call<'_>) -> Option<Result<Outcome, Refusal>> {
    Some(match call.operation.id() {
        "CreateCollectionInvoice" => create(state, call),
        "CreateCollectionInvoicesInBulk" => Ok(take_file(call, json!({}))),
        "SearchCollectionInvoices" => Ok(search(state, call)),
        "GetCollectionInvoice" => get(state, call),
        "UpdateCollectionInvoice" => update(state, call),
        "DispatchCollectionInvoices" => Ok(dispatch(state, call)),
        "ConfirmCollectionInvoicePayment" => confirm(state, call),
        _ => return None,
    })
}

fn create(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let customer_id = call.string("customerId").unwrap_or_default();
    let mut store = state.receivables();
    let unknown = || Refusal::unknown("Customer", customer_id);
    let customer = store.find(customer_id).ok_or_else(unknown)?;
    let id = state.ids.next("INV", 12);
    let now = state.clock.instant();
    let mut invoice = Map::new();
    let mut set = |name: &str, value: Value| drop(invoice.insert(name.to_owned(), value));
    set("invoiceNumber", json!(id));
    set("sellerId", json!(state.initial.company_id));
    set("createdOn", json!(now));
    set("invoiceDate", json!(now));
    set("dispatched", json!(false));
    set("totalReceived", json!(0));
    if let Some(name) = customer.get("legalName").filter(|name| name.is_string()) {
        set("customerLegalName", name.clone());
    }
    let contacts = customer.get("customerKeyContacts").and_then(Value::as_array);
    set("hasKeyContacts", json!(contacts.is_some_and(|contacts| !contacts.is_empty())));
    change(&mut invoice, call);
    let net = net(&invoice);
    invoice.entry("netAmount").or_insert(number(net));
    invoice.entry("balanceAmount").or_insert(number(net));
    invoice.insert("invoiceId".to_owned(), json!(id));
    let mut effects = vec![Effect::new(Action::InvoiceCreated, &id)];
    effects.extend(dispatch_if_asked(state, &mut invoice, call));
    fits(state, &invoice)?;
    store.invoices.insert(&id, invoice.clone());
    Ok(Outcome::success(Value::Object(invoice)).with(effects))
}

/// Base amount and taxes, less what is deducted at source.
fn net(invoice: &Invoice) -> Decimal {
    let of = |name: &str| invoice.get(name).and_then(amount).unwrap_or_default();
    let taxes = of("cgst").saturating_add(of("sgst")).saturating_add(of("igst"));
    of("baseAmount").saturating_add(taxes).saturating_sub(of("tds"))
}

/// Applies the fields of the body: null clears, a plain status becomes a label.
fn change(invoice: &mut Invoice, call: &Call<'_>) {
    for (name, value) in call.body.as_object().into_iter().flatten() {
        let is_status =
            matches!(name.as_str(), "approvalStatus" | "receivableStatus" | "payoutStatus");
        match value {
            _ if matches!(name.as_str(), "dispatchNow" | "invoiceId") => {}
            Value::Null => drop(invoice.remove(name)),
            Value::String(status) if is_status => drop(invoice.insert(name.clone(), label(status))),
            value => drop(invoice.insert(name.clone(), value.clone())),
        }
    }
}

fn label(status: &str) -> Value {
    json!({"name": status, "label": status})
}

/// Fields whose types the API reference leaves open in the request, but not in the response.
fn fits(state: &State, invoice: &Invoice) -> Result<(), Refusal> {
    let Some(operation) = state.catalogue.operation("GetCollectionInvoice") else {
        return Ok(());
    };
    let violations = validation::schema_violations(operation, &json!({"payload": invoice}));
    if violations.is_empty() {
        return Ok(());
    }
    let violations = violations.into_iter().map(|violation| {
        let field = violation.field.trim_start_matches("payload.").to_owned();
        Violation { field, ..violation }
    });
    Err(Refusal::violations(violations.collect()))
}

fn dispatch_if_asked(state: &State, invoice: &mut Invoice, call: &Call<'_>) -> Option<Effect> {
    let asked = call.body["dispatchNow"] == true;
    asked.then(|| send_out(state, invoice)).flatten()
}

fn send_out(state: &State, invoice: &mut Invoice) -> Option<Effect> {
    let was_sent = invoice.insert("dispatched".to_owned(), json!(true)) == Some(json!(true));
    if was_sent {
        return None;
    }
    invoice.insert("dispatchedOn".to_owned(), json!(state.clock.instant()));
    Some(Effect::new(Action::InvoiceDispatched, text(invoice, "invoiceId")))
}

fn text<'i>(invoice: &'i Invoice, name: &str) -> &'i str {
    invoice.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn get(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("invoiceId");
    let store = state.receivables();
    let invoice = store.invoices.get(id).ok_or_else(|| Refusal::unknown("Invoice", id))?;
    Ok(Outcome::success(Value::Object(invoice.clone())))
}

fn update(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("invoiceId");
    let mut store = state.receivables();
    let known = store.invoices.get(id).ok_or_else(|| Refusal::unknown("Invoice", id))?;
    let mut invoice = known.clone();
    if let Some(customer) = call.string("customerId") {
        store.find(customer).ok_or_else(|| Refusal::unknown("Customer", customer))?;
    }
    change(&mut invoice, call);
    invoice.insert("modifiedOn".to_owned(), json!(state.clock.instant()));
    let mut effects = vec![Effect::new(Action::InvoiceUpdated, id)];
    effects.extend(dispatch_if_asked(state, &mut invoice, call));
    fits(state, &invoice)?;
    if let Some(stored) = store.invoices.get_mut(id) {
        stored.clone_from(&invoice);
    }
    Ok(Outcome::success(Value::Object(invoice)).with(effects))
}

fn dispatch(state: &State, call: &Call<'_>) -> Outcome {
    let mut store = state.receivables();
    let (mut sent, mut failed, mut effects) = (Vec::new(), Vec::new(), Vec::new());
    for id in ids(call) {
        match store.invoices.get_mut(id) {
            Some(invoice) => {
                effects.extend(send_out(state, invoice));
                if let partial @ Value::Bool(_) = &call.body["partialPaymentAllowed"] {
                    invoice.insert("partialPaymentAllowed".to_owned(), partial.clone());
                }
                sent.push(json!({"invoiceId": id, "message": "Dispatched"}));
            }
            None => failed.push(json!({"invoiceId": id, "message": "Invoice not found"})),
        }
    }
    Outcome::success(json!({"successInvoices": sent, "failureInvoices": failed})).with(effects)
}

fn ids<'c>(call: &'c Call<'_>) -> impl Iterator<Item = &'c str> {
    call.body["invoiceIds"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

fn confirm(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let mut store = state.receivables();
    let unknown = ids(call).find(|id| store.invoices.get(id).is_none());
    if let Some(id) = unknown {
        return Err(Refusal::unknown("Invoice", id));
    }
    let accepted = call.string("response") == Some("ACCEPT");
    let mut effects = Vec::new();
    for id in ids(call).filter(|_| accepted) {
        effects.extend(store.invoices.get_mut(id).and_then(settle));
    }
    if !accepted {
        effects.push(Effect::new(Action::Performed, call.operation.id()));
    }
    Ok(Outcome::success(json!("Payment confirmation received")).with(effects))
}

/// Marks an invoice as paid, once.
fn settle(invoice: &mut Invoice) -> Option<Effect> {
    let paid = label("PAID");
    if invoice.get("receivableStatus") == Some(&paid) {
        return None;
    }
    let balance = invoice.get("balanceAmount").and_then(amount).unwrap_or_default();
    let received = invoice.get("totalReceived").and_then(amount).unwrap_or_default();
    invoice.insert("receivableStatus".to_owned(), paid);
    invoice.insert("balanceAmount".to_owned(), json!(0));
    invoice.insert("totalReceived".to_owned(), number(received.saturating_add(balance)));
    Some(Effect::paid(Action::InvoicePaid, text(invoice, "invoiceId"), balance))
}

fn search(state: &State, call: &Call<'_>) -> Outcome {
    let store = state.receivables();
    let filters = call.body.as_object();
    let fits = |invoice: &&Invoice| {
        let mut filters = filters.into_iter().flatten();
        filters.all(|(name, wanted)| passes(&store, invoice, name, wanted))
    };
    let matches = store.invoices.values().filter(fits);
    search::page(call, matches.cloned().map(Value::Object).collect())
}

fn passes(store: &Receivables, invoice: &Invoice, name: &str, wanted: &Value) -> bool {
    if wanted.is_null() || wanted.as_array().is_some_and(Vec::is_empty) {
        return true;
    }
    let member = |name: &str| invoice.get(name).unwrap_or(&Value::Null);
    let customer = store.find(text(invoice, "customerId"));
    let listed = |value: &Value| wanted.as_array().is_some_and(|all| all.contains(value));
    match name {
        "approvalStatuses" => listed(&member("approvalStatus")["name"]),
        "customerIds" => listed(member("customerId")),
        "createdVia" => member("via") == wanted,
        "customerDeleted" => json!(customer.is_none()) == *wanted,
        "customerStatus" => customer.and_then(|customer| customer.get("status")) == Some(wanted),
        _ => match (name.strip_suffix("From"), name.strip_suffix("To")) {
            (Some(name), _) => at_most(wanted, member(name)),
            (_, Some(name)) => at_most(member(name), wanted),
            _ => member(name) == wanted,
        },
    }
}

/// Whether the first is there and not more than the second: amounts by value, times as strings.
fn at_most(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Number(_), Value::Number(_)) => amount(first) <= amount(second),
        (Value::String(first), Value::String(second)) => moment(first) <= moment(second),
        _ => false,
    }
}

/// `yyyy-MM-dd HH:mm:ss` from that, from RFC 3339 or from a date.
fn moment(text: &str) -> String {
    let plain = text.replace('T', " ");
    let plain = plain.trim_end_matches('Z');
    if plain.len() == 10 { format!("{plain} 00:00:00") } else { plain.to_owned() }
}
