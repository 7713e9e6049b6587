//! The outcome of a call.

use http::StatusCode;

/// Whether the server performed the call: the first question when a payment fails.
///
/// The outcome covers all attempts of this call, and no earlier call. If an earlier call with the
/// same id ended as [`Unknown`](Self::Unknown), a later refusal does not settle the earlier one,
/// even if the id is refused as used before ([`Error::is_duplicate`](crate::Error::is_duplicate)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// The server received nothing that it could act on. It is safe to send the call again.
    NotSent,
    /// The server refused the call and performed nothing. The same request will be refused again
    /// until something changes.
    Refused,
    /// The server performed the call, but its response could not be read. Do not send the call
    /// again.
    Performed,
    /// The server may have performed the call. Look up its result before sending it again.
    Unknown,
}

impl Outcome {
    /// Returns the advice at the end of an error's `Display`.
    pub(crate) const fn advice(self) -> &'static str {
        match self {
            Outcome::NotSent => "nothing was sent",
            Outcome::Refused => "nothing was performed",
            Outcome::Performed => "the call was performed, do not send it again",
            Outcome::Unknown => {
                "it may have been performed, look up its result before sending it again"
            }
        }
    }

    /// Returns the name in lower case, for metrics and logs: `not_sent`, `refused`, `performed` or
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

    /// Returns the outcome that an error status proves on its own.
    ///
    /// [`Refused`](Self::Refused) is for the 4xx statuses that reject the request itself: its
    /// syntax, credentials, target, headers, content or rate. A server checks these before it
    /// performs the call. All others are [`Unknown`](Self::Unknown): a 5xx or 408 can follow a
    /// performed call, and 402, 409 or 423 can reflect what the call itself changed.
    #[must_use]
    pub fn of_status(status: StatusCode) -> Outcome {
        match status.as_u16() {
            // Not 406: a server can find out that it has no such representation when the call has
            // been performed.
            400 | 401 | 403..=405 | 411..=415 | 422 | 429 => Outcome::Refused,
            _ => Outcome::Unknown,
        }
    }

    /// Combines the outcome of earlier attempts with that of a later one: an unknown attempt stays
    /// unknown unless a later one is known to have succeeded.
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
