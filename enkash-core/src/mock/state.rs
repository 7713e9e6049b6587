//! What a mock was given, and what it received.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::received_request::ReceivedRequest;
use super::response::MockResponse;
use super::target::To;

pub(super) fn lock(state: &Mutex<MockState>) -> MutexGuard<'_, MockState> {
    // Nothing panics while the lock is held.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Default)]
pub(super) struct MockState {
    rules: Vec<Rule>,
    pub(super) received: Vec<ReceivedRequest>,
    pub(super) token_requests: Vec<ReceivedRequest>,
}

impl MockState {
    /// Adds a response to what is sent to this target.
    pub(super) fn add(&mut self, to: &To, response: MockResponse) {
        match self.rules.iter_mut().find(|rule| rule.to == *to) {
            Some(rule) => rule.responses.push(response),
            None => self.rules.push(Rule { to: to.clone(), responses: vec![response], given: 0 }),
        }
    }

    /// The next response of the rule.
    pub(super) fn next(&mut self, to: &To) -> Option<MockResponse> {
        let rule = self.rules.iter_mut().find(|rule| rule.to == *to)?;
        let response = rule.responses.get(rule.given).or(rule.responses.last())?.clone();
        rule.given += 1;
        Some(response)
    }
}

struct Rule {
    to: To,
    responses: Vec<MockResponse>,
    given: usize,
}
