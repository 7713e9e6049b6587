//! What the operations do.

mod gateway;
mod invoices;
mod payouts;
mod receivables;
mod search;
mod shelf;
mod tokens;

use rust_decimal::Decimal;
use serde_json::Value;

pub(crate) use gateway::Gateway;
pub(crate) use payouts::Payouts;
pub(crate) use receivables::Receivables;
pub(crate) use tokens::sign_in;

use crate::answer;
use crate::assumptions;
use crate::call::{Call, Outcome, Refusal};
use crate::journal::{Action, Effect};
use crate::world::World;

/// Does what the operation does: from memory for those that have one, else an answer that fits
/// the documents.
pub(crate) fn perform(world: &World, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let own = assumptions::of_operation(call.operation.id());
    let remembered = receivables::perform(world, call)
        .or_else(|| invoices::perform(world, call))
        .or_else(|| gateway::perform(world, call))
        .or_else(|| payouts::perform(world, call));
    let remembered = remembered.map(|done| done.map(|outcome| outcome.assuming(own.iter().copied())));
    remembered.unwrap_or_else(|| {
        let outcome = answer::generic(call.operation, world.seed, &world.today(call.operation.product()));
        let id = call.operation.id();
        let performed = call.operation.acts().then(|| Effect::new(Action::Performed, id));
        Ok(outcome.with(performed))
    })
}

/// An amount of a body, exactly as it was written.
pub(crate) fn amount(value: &Value) -> Option<Decimal> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    text.parse().ok().or_else(|| Decimal::from_scientific(&text).ok())
}

/// An amount as a number of an answer.
pub(crate) fn number(amount: Decimal) -> Value {
    let text = amount.normalize().to_string();
    text.parse().map_or(Value::Null, Value::Number)
}
