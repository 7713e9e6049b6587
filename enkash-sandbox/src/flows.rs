//! What the operations do.

mod gateway;
mod invoices;
mod payouts;
mod receivables;
mod search;
mod tokens;

pub(crate) use tokens::request_token;

use crate::assumptions;
use crate::exchange::{Call, Outcome, Refusal};
use crate::journal::{Action, Effect};
use crate::sample;
use crate::state::State;

/// Does what the operation does: from memory for those that have one, else a response that fits
/// the API reference.
pub(crate) fn perform(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let own = assumptions::of_operation(call.operation.id());
    let remembered = receivables::perform(state, call)
        .or_else(|| invoices::perform(state, call))
        .or_else(|| gateway::perform(state, call))
        .or_else(|| payouts::perform(state, call));
    let remembered =
        remembered.map(|done| done.map(|outcome| outcome.assuming(own.iter().copied())));
    remembered.unwrap_or_else(|| {
        let outcome =
            sample::generic(call.operation, state.seed, &state.today(call.operation.product()));
        let id = call.operation.id();
        let performed = call.operation.acts().then(|| Effect::new(Action::Performed, id));
        Ok(outcome.with(performed))
    })
}
