//! What follows from an attempt. A pure function.

use http::StatusCode;

use super::RetryPolicy;
use crate::base::outcome::Outcome;
use crate::error::TransportError;

/// When sending a call twice does no more than sending it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Resend {
    /// Always: the call is idempotent.
    Always,
    /// The call carries an id that the server refuses a second time.
    Unique,
    /// Only where the call was provably not performed.
    Unperformed,
}

/// What became of an attempt, as far as the verdict asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Happened {
    /// The server refused the token. The call was not performed.
    TokenRefused,
    /// The server answered with this status.
    Answered(StatusCode),
    /// The connection was never made.
    NotSent,
    /// It went out, and no complete answer came.
    Lost,
    /// The same would happen again: a certificate is refused, or the response is larger than the client takes. With what
    /// is certain about the call.
    Hopeless(Outcome),
}

impl Happened {
    /// What is certain about the call after this attempt, where another one follows.
    pub(crate) fn outcome(self) -> Outcome {
        match self {
            Happened::TokenRefused => Outcome::Refused,
            Happened::Answered(status) => Outcome::of_status(status),
            Happened::NotSent => Outcome::NotSent,
            Happened::Lost => Outcome::Unknown,
            Happened::Hopeless(outcome) => outcome,
        }
    }

    /// The end of an attempt without a response.
    pub(crate) fn failed(error: &TransportError) -> Self {
        match error.outcome {
            outcome if error.permanent => Happened::Hopeless(outcome),
            Outcome::NotSent => Happened::NotSent,
            _ => Happened::Lost,
        }
    }
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Tell the caller.
    Settle,
    /// Get another token and send the call again.
    Renew,
    /// Send the call again after a wait.
    Again,
}

/// What follows from the attempt number `attempts` (from 1). `renewable` says that the call went out with a token that
/// can be replaced, and that none was replaced for this call yet.
pub(crate) fn verdict(
    policy: &RetryPolicy,
    resend: Resend,
    attempts: u32,
    renewable: bool,
    happened: Happened,
) -> Verdict {
    let repeatable = match resend {
        Resend::Always => true,
        Resend::Unique => policy.resend_unique,
        Resend::Unperformed => false,
    };
    let worthwhile = match happened {
        Happened::TokenRefused if renewable => return Verdict::Renew,
        Happened::TokenRefused | Happened::Hopeless(_) => false,
        Happened::NotSent => true,
        Happened::Lost => repeatable,
        Happened::Answered(status) => match status.as_u16() {
            429 => true,
            502..=504 => repeatable,
            _ => false,
        },
    };
    if worthwhile && attempts < policy.max_attempts { Verdict::Again } else { Verdict::Settle }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: RetryPolicy = RetryPolicy::DEFAULT;

    fn answered(status: u16) -> Happened {
        Happened::Answered(StatusCode::from_u16(status).unwrap())
    }

    #[test]
    fn an_idempotent_call_is_sent_again_where_the_fault_may_pass() {
        for (happened, expected) in [
            (Happened::NotSent, Verdict::Again),
            (Happened::Lost, Verdict::Again),
            (Happened::Hopeless(Outcome::Unknown), Verdict::Settle),
            (Happened::Hopeless(Outcome::NotSent), Verdict::Settle),
            (answered(429), Verdict::Again),
            (answered(502), Verdict::Again),
            (answered(503), Verdict::Again),
            (answered(504), Verdict::Again),
            (answered(200), Verdict::Settle),
            (answered(302), Verdict::Settle),
            (answered(400), Verdict::Settle),
            (answered(404), Verdict::Settle),
            (answered(408), Verdict::Settle),
            (answered(409), Verdict::Settle),
            (answered(500), Verdict::Settle),
            (answered(501), Verdict::Settle),
        ] {
            assert_eq!(verdict(&DEFAULT, Resend::Always, 1, true, happened), expected, "{happened:?}");
        }
    }

    #[test]
    fn another_call_is_sent_again_only_where_it_was_provably_not_performed() {
        for happened in [
            Happened::Lost,
            Happened::Hopeless(Outcome::Unknown),
            answered(500),
            answered(502),
            answered(503),
            answered(504),
        ] {
            assert_eq!(
                verdict(&DEFAULT, Resend::Unperformed, 1, true, happened),
                Verdict::Settle,
                "{happened:?}"
            );
            assert_eq!(verdict(&DEFAULT, Resend::Unique, 1, true, happened), Verdict::Settle, "{happened:?}");
            assert_eq!(happened.outcome(), Outcome::Unknown, "{happened:?}");
        }
        for happened in [Happened::NotSent, answered(429)] {
            assert_eq!(
                verdict(&DEFAULT, Resend::Unperformed, 1, true, happened),
                Verdict::Again,
                "{happened:?}"
            );
            assert!(matches!(happened.outcome(), Outcome::NotSent | Outcome::Refused), "{happened:?}");
        }
    }

    #[test]
    fn a_unique_id_makes_a_call_repeatable_where_the_caller_says_so() {
        let policy = RetryPolicy::resend_unique();
        for happened in [Happened::Lost, answered(502), answered(503), answered(504)] {
            assert_eq!(verdict(&policy, Resend::Unique, 1, true, happened), Verdict::Again, "{happened:?}");
            assert_eq!(
                verdict(&policy, Resend::Unperformed, 1, true, happened),
                Verdict::Settle,
                "{happened:?}"
            );
        }
    }

    #[test]
    fn attempts_are_counted_and_a_token_is_renewed_once_under_every_policy() {
        for (policy, attempts, expected) in [
            (DEFAULT, 2, Verdict::Again),
            (DEFAULT, 3, Verdict::Settle),
            (RetryPolicy::never(), 1, Verdict::Settle),
            (DEFAULT.max_attempts(0), 1, Verdict::Settle),
        ] {
            assert_eq!(verdict(&policy, Resend::Always, attempts, true, Happened::NotSent), expected);
        }
        for policy in [DEFAULT, RetryPolicy::never()] {
            for resend in [Resend::Always, Resend::Unique, Resend::Unperformed] {
                assert_eq!(verdict(&policy, resend, 3, true, Happened::TokenRefused), Verdict::Renew);
                assert_eq!(verdict(&policy, resend, 1, false, Happened::TokenRefused), Verdict::Settle);
            }
        }
    }
}
