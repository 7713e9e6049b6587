//! Customers of the receivables product, kept in memory.

use serde_json::{Map, Value, json};

use super::search;
use crate::assumptions::Assumption;
use crate::exchange::{Call, Outcome, Refusal};
use crate::journal::{Action, Effect};
use crate::state::{ACTIVE, State};

/// Performs the operations on customers; `None` for all others.
pub(super) fn perform(state: &State, call: &Call<'_>) -> Option<Result<Outcome, Refusal>> {
    Some(match call.operation.id() {
        "CreateCustomer" => Ok(create(state, call)),
        "SearchCustomers" => Ok(search(state, call)),
        "ActivateCustomer" => activate(state, call),
        "UpdateCustomer" => update(state, call),
        "DeleteCustomer" => delete(state, call),
        "CreateCustomersInBulk" => Ok(take_file(call, json!({}))),
        "UpdateCustomersInBulk" => Ok(take_file(call, nothing_read())),
        _ => return None,
    })
}

fn create(state: &State, call: &Call<'_>) -> Outcome {
    let id = state.ids.next("KC", 14);
    let fields = call.body.as_object().cloned().unwrap_or_default();
    let mut store = state.receivables();
    store.insert(&id, fields, &state.initial.company_id, ACTIVE, &state.clock);
    let stored = store.find(&id).cloned().map_or(Value::Null, Value::Object);
    Outcome::success(stored).with([Effect::new(Action::CustomerCreated, id)])
}

fn search(state: &State, call: &Call<'_>) -> Outcome {
    let store = state.receivables();
    let filters = call.body.as_object();
    let fits = |customer: &&Map<String, Value>| {
        let mut filters = filters.into_iter().flatten();
        filters.all(|(name, wanted)| wanted.is_null() || customer.get(name) == Some(wanted))
    };
    let matches = store.customers.values().filter(fits);
    search::page(call, matches.cloned().map(Value::Object).collect())
}

fn activate(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("customerId");
    let mut store = state.receivables();
    let customer = store.customer(id)?;
    let was_active = customer.get("status").is_some_and(|status| status == ACTIVE);
    customer.insert("status".to_owned(), json!(ACTIVE));
    let effect = (!was_active).then(|| Effect::new(Action::CustomerActivated, id));
    let assumption = was_active.then_some(Assumption::Activation);
    Ok(Outcome::success(json!("Customer activated")).with(effect).assuming(assumption))
}

fn update(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("customerId");
    let mut store = state.receivables();
    let customer = store.customer(id)?;
    let named = call.body.get("customerId").filter(|named| !named.is_null());
    if named.is_some_and(|named| named != id) {
        let refusal = Refusal::violation("customerId", "must be the customer of the path");
        return Err(refusal.assuming(Assumption::Patch));
    }
    for (name, value) in call.body.as_object().into_iter().flatten() {
        match value {
            _ if name == "customerId" => {}
            Value::Null => drop(customer.remove(name)),
            value => drop(customer.insert(name.clone(), value.clone())),
        }
    }
    let updated = Value::Object(customer.clone());
    Ok(Outcome::success(updated).with([Effect::new(Action::CustomerUpdated, id)]))
}

fn delete(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("customerId");
    let removed = state.receivables().customers.remove(id);
    removed.ok_or_else(|| Refusal::unknown("Customer", id))?;
    let effect = Effect::new(Action::CustomerDeleted, id);
    Ok(Outcome::success(json!("Customer deleted")).with([effect]))
}

/// The file's format is not documented: it is taken in and not read.
pub(super) fn take_file(call: &Call<'_>, payload: Value) -> Outcome {
    let bytes = call.string("file").map_or(0, str::len);
    let effect = Effect::new(Action::FileTaken, format!("of {bytes} bytes"));
    Outcome::success(payload).with([effect])
}

fn nothing_read() -> Value {
    json!({
        "failureRequests": [],
        "failure_count": 0,
        "successRequests": [],
        "success_count": 0,
        "total_count": 0,
        "warn_count": 0,
    })
}
