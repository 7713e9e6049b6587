//! What the operations do.

mod gateway;
mod invoices;
mod payouts;
mod receivables;
mod search;
mod tokens;

pub(crate) use tokens::sign_in;

use crate::assumptions;
use crate::exchange::{Call, Outcome, Refusal};
use crate::journal::{Action, Effect};
use crate::sample;
use crate::state::World;

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
        let outcome = sample::generic(call.operation, world.seed, &world.today(call.operation.product()));
        let id = call.operation.id();
        let performed = call.operation.acts().then(|| Effect::new(Action::Performed, id));
        Ok(outcome.with(performed))
    })
}
