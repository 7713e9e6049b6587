//! What became of a call.

use http::StatusCode;

/// Did it happen? The first question of a payments programmer when a call fails.
///
/// It speaks of this call, with all of its attempts, and of no earlier one. Where an earlier call
/// with the same id ended [`Unknown`](Self::Unknown), a later refusal does not say what became of
/// that one; nor does the refusal of an id that was used before
/// ([`Error::is_duplicate`](crate::Error::is_duplicate)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// Nothing left this machine that the server could have acted upon. Sending it again is safe.
    NotSent,
    /// The server said no. Nothing was performed; the same request will be refused again until
    /// something changes.
    Refused,
    /// The server performed the call, but its response could not be read. Do not send it again.
    Performed,
    /// The server may or may not have performed the call. Ask for its state before sending it
    /// again.
    Unknown,
}

impl Outcome {
    /// How the outcome ends an error's line.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Outcome::NotSent => "nothing was sent",
            Outcome::Refused => "nothing was performed",
            Outcome::Performed => "the call was performed, do not send it again",
            Outcome::Unknown => {
                "it may have been performed, ask for its state before sending it again"
            }
        }
    }

    /// The name in lower case, for metrics and logs: `not_sent`, `refused`, `performed` or
    /// `unknown`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Outcome::NotSent => "not_sent",
            Outcome::Refused => "refused",
            Outcome::Performed => "performed",
            Outcome::Unknown => "unknown",
        }
    }

    /// What an error status says: a refusal, or nothing certain.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Outcome {
        match status.as_u16() {
            // Not 406: a server can find out that it has no such representation when the call has
            // been performed.
            400 | 401 | 403..=405 | 411..=415 | 422 | 429 => Outcome::Refused,
            _ => Outcome::Unknown,
        }
    }

    /// The outcome of a call, from that of its earlier attempts and that of the next one: one
    /// unknown attempt stays unknown, unless a later one is known to have succeeded.
    #[must_use]
    pub const fn and_then(self, later: Outcome) -> Outcome {
        match (self, later) {
            (_, Outcome::Performed) | (Outcome::Performed, _) => Outcome::Performed,
            (Outcome::Unknown, _) | (_, Outcome::Unknown) => Outcome::Unknown,
            (Outcome::Refused, _) | (_, Outcome::Refused) => Outcome::Refused,
            (Outcome::NotSent, Outcome::NotSent) => Outcome::NotSent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome::{self, *};

    #[test]
    fn statuses_are_refusals_or_unknown() {
        for status in 300..600 {
            let refused = matches!(status, 400 | 401 | 403 | 404 | 405 | 411..=415 | 422 | 429);
            let outcome = Outcome::of_status(http::StatusCode::from_u16(status).unwrap());
            assert_eq!(outcome, if refused { Refused } else { Unknown }, "{status}");
        }
    }

    #[test]
    fn one_unknown_attempt_stays_unknown_unless_a_later_one_succeeds() {
        for (earlier, later, folded) in [
            (Unknown, Refused, Unknown),
            (Unknown, NotSent, Unknown),
            (Unknown, Performed, Performed),
            (NotSent, Refused, Refused),
            (Refused, NotSent, Refused),
            (Refused, Unknown, Unknown),
            (NotSent, NotSent, NotSent),
        ] {
            assert_eq!(earlier.and_then(later), folded, "{earlier:?} then {later:?}");
        }
    }
}
