//! The configured responses and received requests of a mock.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::Location;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::received_request::ReceivedRequest;
use super::response::MockResponse;
use super::target::To;

pub(super) fn lock(state: &Mutex<MockState>) -> MutexGuard<'_, MockState> {
    // No code panics while it holds the lock.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

#[derive(Default)]
pub(super) struct MockState {
    rules: Vec<Rule>,
    pub(super) received: Vec<ReceivedRequest>,
    pub(super) token_requests: Vec<ReceivedRequest>,
    /// The number of calls without a response, by their description.
    unmatched: BTreeMap<String, usize>,
}

impl MockState {
    /// Adds a response for this target.
    pub(super) fn add(
        &mut self,
        to: &To,
        response: MockResponse,
        added: &'static Location<'static>,
    ) {
        let configured = Configured { response, added, used: 0 };
        match self.rules.iter_mut().find(|rule| rule.to == *to) {
            Some(rule) => rule.responses.push(configured),
            None => self.rules.push(Rule { to: to.clone(), responses: vec![configured] }),
        }
    }

    /// Returns the next response for this target, if one is left.
    pub(super) fn next(&mut self, to: &To) -> Option<MockResponse> {
        self.rules.iter_mut().find(|rule| rule.to == *to)?.next()
    }

    /// Records a call without a response, and returns its description.
    pub(super) fn note_unmatched(&mut self, to: &To) -> String {
        let used_up = self.rules.iter().any(|rule| rule.to == *to);
        let call = format!("{to}{}", if used_up { ", whose responses are used up" } else { "" });
        *self.unmatched.entry(call.clone()).or_default() += 1;
        call
    }

    /// Returns a line for each response that was not used, and for each call without one.
    pub(super) fn mismatches(&self) -> String {
        let mut lines = String::new();
        for rule in &self.rules {
            for (number, configured) in rule.responses.iter().enumerate() {
                let Configured { response, added, used } = configured;
                let expected = response.times.unwrap_or(1);
                if *used < expected {
                    let (number, all, to) = (number + 1, rule.responses.len(), &rule.to);
                    let times = if expected == 1 {
                        "not used".to_owned()
                    } else {
                        format!("used {used} of {expected} times")
                    };
                    _ = write!(
                        lines,
                        "\n  {times}: response {number} of {all} to {to}, added at {added}"
                    );
                }
            }
        }
        for (call, count) in &self.unmatched {
            let times = if *count == 1 { String::new() } else { format!(", {count} times") };
            _ = write!(lines, "\n  no response: {call}{times}");
        }
        lines
    }
}

struct Rule {
    to: To,
    responses: Vec<Configured>,
}

impl Rule {
    fn next(&mut self) -> Option<MockResponse> {
        let last = self.responses.len().checked_sub(1)?;
        // Without `times`, a response is sent once, and the last one repeats.
        let is_left = |(index, configured): (usize, &Configured)| match configured.response.times {
            Some(times) => configured.used < times,
            None => configured.used == 0 || index == last,
        };
        let index = self.responses.iter().enumerate().position(is_left)?;
        let configured = self.responses.get_mut(index)?;
        configured.used = configured.used.saturating_add(1);
        Some(configured.response.clone())
    }
}

struct Configured {
    response: MockResponse,
    added: &'static Location<'static>,
    used: usize,
}
