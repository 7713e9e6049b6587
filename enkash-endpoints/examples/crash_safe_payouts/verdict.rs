//! What an attempt proves about a transfer. A pure function: the ledger stores what it returns.

use enkash_endpoints::payouts::models::{PayoutStatus, PayoutTransactionCreateResponse};
use enkash_endpoints::{Error, Outcome, StatusCode};

/// What is known of a transfer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// No request has reached EnKash.
    Planned,
    /// The first attempt is under way, or the program died during it.
    Sending,
    /// An attempt may have reached EnKash, and nothing has shown whether it did.
    Doubtful,
    /// EnKash took it and reports that the bank confirmed it.
    Paid,
    /// EnKash took it. The bank has yet to confirm it.
    Accepted,
    /// EnKash took it, and the bank did not pay, or paid and reversed it.
    Failed,
    /// EnKash has a transfer with this id, most likely from an attempt of this ledger. Its status
    /// is not known.
    Exists,
    /// EnKash knows the id, and not from this ledger.
    Conflict,
    /// EnKash did not take it: every attempt is known to have been refused.
    Refused,
}

impl State {
    pub(crate) const ALL: [State; 9] = [
        State::Planned,
        State::Sending,
        State::Doubtful,
        State::Paid,
        State::Accepted,
        State::Failed,
        State::Exists,
        State::Conflict,
        State::Refused,
    ];

    /// The name in the ledger.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            State::Planned => "planned",
            State::Sending => "sending",
            State::Doubtful => "doubtful",
            State::Paid => "paid",
            State::Accepted => "accepted",
            State::Failed => "failed",
            State::Exists => "exists",
            State::Conflict => "conflict",
            State::Refused => "refused",
        }
    }
}

/// What to write into the ledger after an attempt.
#[derive(Debug)]
pub(crate) struct Verdict {
    pub(crate) state: State,
    /// EnKash's own id of the transfer.
    pub(crate) enkash_id: Option<String>,
    /// The reason, for a person.
    pub(crate) note: String,
    /// Whether other transfers would end alike: no connection, no token, too many requests.
    pub(crate) stops_the_run: bool,
}

impl Verdict {
    fn new(state: State, note: impl Into<String>) -> Self {
        Verdict { state, enkash_id: None, note: note.into(), stops_the_run: false }
    }

    /// Judges an attempt at a transfer that was `before` (planned or doubtful) when the attempt
    /// began.
    pub(crate) fn of(
        before: State,
        result: Result<PayoutTransactionCreateResponse, Error>,
    ) -> Self {
        match result {
            Ok(response) => {
                let verdict = Self::of_status(before, response.payout_status);
                Verdict { enkash_id: response.enkash_transaction_id, ..verdict }
            }
            Err(error) => Self::of_error(before, &error),
        }
    }

    fn of_status(before: State, status: Option<PayoutStatus>) -> Self {
        match status {
            Some(PayoutStatus::Success) => Verdict::new(State::Paid, ""),
            Some(status @ (PayoutStatus::Pending | PayoutStatus::Processing)) => Verdict::new(
                State::Accepted,
                format!("status {status}; no documented call asks for a later one"),
            ),
            Some(status @ (PayoutStatus::Failed | PayoutStatus::Reversed)) => {
                Verdict::new(State::Failed, format!("status {status}; the id is used up"))
            }
            // EnKash takes a rejected id again, so this proves nothing about an attempt that may
            // still arrive.
            Some(PayoutStatus::Rejected) => {
                Verdict::not_taken(before, "rejected by EnKash's validation")
            }
            _ => Verdict::new(State::Exists, "taken with a status that this program does not know"),
        }
    }

    fn of_error(before: State, error: &Error) -> Self {
        if error.is_duplicate() {
            return if before == State::Doubtful {
                Verdict::new(
                    State::Exists,
                    "a transfer with this id exists; compare payee and amount, it may be another's",
                )
            } else {
                Verdict::new(State::Conflict, "the id was used, and by no attempt in this ledger")
            };
        }
        let is_rate_limited =
            error.api().is_some_and(|api| api.status() == StatusCode::TOO_MANY_REQUESTS);
        match error.outcome() {
            Outcome::NotSent => Verdict::stop(before, error),
            Outcome::Refused if error.is_auth() || is_rate_limited => Verdict::stop(before, error),
            Outcome::Refused => Verdict::not_taken(before, error.to_string()),
            Outcome::Performed => Verdict::new(State::Exists, error.to_string()),
            // `Unknown`, and what a later version may add.
            _ => Verdict::new(State::Doubtful, error.to_string()),
        }
    }

    /// This attempt did nothing. Only if no earlier one is in doubt, that settles the transfer.
    fn not_taken(before: State, note: impl Into<String>) -> Self {
        let state = if before == State::Doubtful { State::Doubtful } else { State::Refused };
        Verdict::new(state, note)
    }

    /// This attempt did nothing, for a reason that has to do with no transfer in particular.
    fn stop(before: State, error: &Error) -> Self {
        Verdict { stops_the_run: true, ..Verdict::new(before, error.to_string()) }
    }
}
