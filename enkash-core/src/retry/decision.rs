//! Decides what follows an attempt. Pure functions.

use http::StatusCode;

use super::RetryPolicy;
use crate::base::outcome::Outcome;
use crate::error::TransportError;

/// The reason why it is safe to send a call again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetrySafety {
    /// The call is idempotent.
    Idempotent,
    /// The call carries an id that the server refuses a second time.
    UniqueId,
    /// Nothing: another attempt is safe only if the call was provably not performed.
    OnlyIfNotPerformed,
}

/// How an attempt ended, as far as retries depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AttemptOutcome {
    /// The server refused the token. With what is certain about the call.
    TokenRefused(Outcome),
    /// The server responded with this status. With what is certain about the call; `None` for a
    /// success status, whose payload has yet to be read for that.
    Response(StatusCode, Option<Outcome>),
    /// The connection was never made.
    NotSent,
    /// The request was sent, and no complete response arrived.
    Lost,
    /// Another attempt would fail in the same way, such as for a refused certificate or a response
    /// over the size limit. Contains the outcome of this attempt.
    Permanent(Outcome),
}

impl AttemptOutcome {
    /// Returns the outcome of this attempt alone; `None` if it depends on a payload that is not
    /// read yet.
    pub(crate) fn outcome(self) -> Option<Outcome> {
        match self {
            AttemptOutcome::Response(_, outcome) => outcome,
            AttemptOutcome::TokenRefused(outcome) | AttemptOutcome::Permanent(outcome) => {
                Some(outcome)
            }
            AttemptOutcome::NotSent => Some(Outcome::NotSent),
            AttemptOutcome::Lost => Some(Outcome::Unknown),
        }
    }

    /// Returns the end of an attempt without a response.
    pub(crate) fn failed(error: &TransportError) -> Self {
        match error.outcome {
            outcome if error.permanent => AttemptOutcome::Permanent(outcome),
            Outcome::NotSent => AttemptOutcome::NotSent,
            _ => AttemptOutcome::Lost,
        }
    }
}

/// The next step after an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryDecision {
    /// Return the result to the caller.
    Stop,
    /// Get another token and send the call again.
    RenewToken,
    /// Send the call again after a wait.
    Retry,
}

/// Decides what follows attempt number `attempts` (from 1). `renewable` means that the call was
/// sent with a token that can be replaced, and none was replaced for this call yet.
pub(crate) fn decide(
    policy: &RetryPolicy,
    resend: RetrySafety,
    attempts: u32,
    renewable: bool,
    attempt_outcome: AttemptOutcome,
) -> RetryDecision {
    let repeatable = match resend {
        RetrySafety::Idempotent => true,
        RetrySafety::UniqueId => policy.resend_unique,
        RetrySafety::OnlyIfNotPerformed => false,
    };
    // A result code can contradict a status that means a refusal everywhere else.
    let harmless = repeatable || attempt_outcome.outcome() == Some(Outcome::Refused);
    let worthwhile = match attempt_outcome {
        AttemptOutcome::TokenRefused(_) if renewable && harmless => {
            return RetryDecision::RenewToken;
        }
        AttemptOutcome::TokenRefused(_) | AttemptOutcome::Permanent(_) => false,
        AttemptOutcome::NotSent => true,
        AttemptOutcome::Lost => repeatable,
        AttemptOutcome::Response(status, _) => match status.as_u16() {
            429 => harmless,
            502..=504 => repeatable,
            _ => false,
        },
    };
    if worthwhile && attempts < policy.max_attempts {
        RetryDecision::Retry
    } else {
        RetryDecision::Stop
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: RetryPolicy = RetryPolicy::DEFAULT;

    fn responded(status: u16) -> AttemptOutcome {
        let status = StatusCode::from_u16(status).unwrap();
        let outcome = (!status.is_success()).then(|| Outcome::of_status(status));
        AttemptOutcome::Response(status, outcome)
    }

    /// The server wants no more, or another token, and says that it may have performed the call.
    const CONTRADICTORY: [AttemptOutcome; 2] = [
        AttemptOutcome::Response(StatusCode::TOO_MANY_REQUESTS, Some(Outcome::Unknown)),
        AttemptOutcome::TokenRefused(Outcome::Unknown),
    ];

    #[test]
    fn an_idempotent_call_is_sent_again_where_the_fault_may_pass() {
        for (attempt_outcome, expected) in [
            (AttemptOutcome::NotSent, RetryDecision::Retry),
            (AttemptOutcome::Lost, RetryDecision::Retry),
            (AttemptOutcome::Permanent(Outcome::Unknown), RetryDecision::Stop),
            (AttemptOutcome::Permanent(Outcome::NotSent), RetryDecision::Stop),
            (responded(429), RetryDecision::Retry),
            (responded(502), RetryDecision::Retry),
            (responded(503), RetryDecision::Retry),
            (responded(504), RetryDecision::Retry),
            (responded(200), RetryDecision::Stop),
            (responded(302), RetryDecision::Stop),
            (responded(400), RetryDecision::Stop),
            (responded(404), RetryDecision::Stop),
            (responded(408), RetryDecision::Stop),
            (responded(409), RetryDecision::Stop),
            (responded(500), RetryDecision::Stop),
            (responded(501), RetryDecision::Stop),
        ] {
            assert_eq!(
                decide(&DEFAULT, RetrySafety::Idempotent, 1, true, attempt_outcome),
                expected,
                "{attempt_outcome:?}"
            );
        }
    }

    #[test]
    fn another_call_is_sent_again_only_where_it_was_provably_not_performed() {
        for attempt_outcome in [
            AttemptOutcome::Lost,
            AttemptOutcome::Permanent(Outcome::Unknown),
            responded(500),
            responded(502),
            responded(503),
            responded(504),
        ]
        .into_iter()
        .chain(CONTRADICTORY)
        {
            assert_eq!(
                decide(&DEFAULT, RetrySafety::OnlyIfNotPerformed, 1, true, attempt_outcome),
                RetryDecision::Stop,
                "{attempt_outcome:?}"
            );
            assert_eq!(
                decide(&DEFAULT, RetrySafety::UniqueId, 1, true, attempt_outcome),
                RetryDecision::Stop,
                "{attempt_outcome:?}"
            );
            assert_eq!(attempt_outcome.outcome(), Some(Outcome::Unknown), "{attempt_outcome:?}");
        }
        for attempt_outcome in [AttemptOutcome::NotSent, responded(429)] {
            assert_eq!(
                decide(&DEFAULT, RetrySafety::OnlyIfNotPerformed, 1, true, attempt_outcome),
                RetryDecision::Retry,
                "{attempt_outcome:?}"
            );
            assert!(
                matches!(attempt_outcome.outcome(), Some(Outcome::NotSent | Outcome::Refused)),
                "{attempt_outcome:?}"
            );
        }
    }

    #[test]
    fn an_idempotent_call_is_sent_again_whatever_the_result_code_says() {
        let decisions = CONTRADICTORY.map(|attempt_outcome| {
            decide(&DEFAULT, RetrySafety::Idempotent, 1, true, attempt_outcome)
        });
        assert_eq!(decisions, [RetryDecision::Retry, RetryDecision::RenewToken]);
    }

    #[test]
    fn a_unique_id_makes_a_call_repeatable_where_the_caller_says_so() {
        let policy = RetryPolicy::resend_unique();
        for attempt_outcome in
            [AttemptOutcome::Lost, responded(502), responded(503), responded(504)]
        {
            assert_eq!(
                decide(&policy, RetrySafety::UniqueId, 1, true, attempt_outcome),
                RetryDecision::Retry,
                "{attempt_outcome:?}"
            );
            assert_eq!(
                decide(&policy, RetrySafety::OnlyIfNotPerformed, 1, true, attempt_outcome),
                RetryDecision::Stop,
                "{attempt_outcome:?}"
            );
        }
    }

    #[test]
    fn attempts_are_counted_and_a_token_is_renewed_once_under_every_policy() {
        for (policy, attempts, expected) in [
            (DEFAULT, 2, RetryDecision::Retry),
            (DEFAULT, 3, RetryDecision::Stop),
            (RetryPolicy::never(), 1, RetryDecision::Stop),
            (DEFAULT.max_attempts(0), 1, RetryDecision::Stop),
        ] {
            assert_eq!(
                decide(&policy, RetrySafety::Idempotent, attempts, true, AttemptOutcome::NotSent),
                expected
            );
        }
        for policy in [DEFAULT, RetryPolicy::never()] {
            for resend in
                [RetrySafety::Idempotent, RetrySafety::UniqueId, RetrySafety::OnlyIfNotPerformed]
            {
                assert_eq!(
                    decide(
                        &policy,
                        resend,
                        3,
                        true,
                        AttemptOutcome::TokenRefused(Outcome::Refused)
                    ),
                    RetryDecision::RenewToken
                );
                assert_eq!(
                    decide(
                        &policy,
                        resend,
                        1,
                        false,
                        AttemptOutcome::TokenRefused(Outcome::Refused)
                    ),
                    RetryDecision::Stop
                );
            }
        }
    }
}
