//! Classifies the result of a token request.
//!
//! Platforms lock an account after a few failed attempts, often three, and few document which
//! responses count as one. So a result that may count as a failed attempt is treated as one until
//! the opposite is known:
//!
//! | end | class | why |
//! |---|---|---|
//! | 2xx with a token | granted | |
//! | below 500, and the body names wrong credentials | refused | OAuth's `error` (RFC 6749), and whatever [`TokenResponseNames`](super::TokenResponseNames) names |
//! | a second complete 400, 401 or 423 since the last token | refused | 400 and 401 are OAuth's statuses for wrong credentials, 423 means locked; a single one may come from a proxy |
//! | other 400, 401, 403, 422, 423 | doubtful | a wrong password can look like this, but so can a firewall's page, a missing IP permission (403) or a rejected field (422) |
//! | 2xx without a token | doubtful | some servers report failures with 2xx; a login page is a 200, too |
//! | no complete response | doubtful | the server may have counted the attempt before the connection broke |
//! | a complete 500, before the first token | doubtful | some servers fail like this for unknown users; credentials that worked before are not the cause |
//! | a complete 302 or 303, before the first token | doubtful | form logins redirect so after a wrong password |
//! | everything else | unavailable | another redirect, 404, 429 or 5xx is not about the credentials; a request that was not sent is not counted |

use http::StatusCode;

/// The result of a token request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestEnd {
    NotSent,
    /// The request was sent, and no complete response arrived.
    Lost,
    Response {
        status: StatusCode,
        has_token: bool,
        /// Whether the body reports wrong credentials.
        refuses: bool,
    },
}

/// The earlier token requests of the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct History {
    /// Whether a token was ever obtained.
    pub(super) granted: bool,
    /// Whether a complete 400, 401 or 423 response arrived since the last token.
    pub(super) rejected: bool,
}

/// The consequence of a token request for the account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Granted,
    /// The credentials are wrong, or the account is locked.
    Refused,
    /// The request may count as a failed attempt.
    Doubtful,
    /// The request did not count as a failed attempt.
    Unavailable,
}

/// Returns the first class in the table of this module that matches.
pub(super) fn classify(end: RequestEnd, history: History) -> Class {
    let (status, has_token, refuses) = match end {
        RequestEnd::NotSent => return Class::Unavailable,
        RequestEnd::Lost => return Class::Doubtful,
        RequestEnd::Response { status, has_token, refuses } => (status, has_token, refuses),
    };
    match status.as_u16() {
        200..=299 if has_token => Class::Granted,
        ..500 if refuses => Class::Refused,
        400 | 401 | 423 if history.rejected => Class::Refused,
        400 | 401 | 403 | 422 | 423 => Class::Doubtful,
        200..=299 => Class::Doubtful,
        302 | 303 | 500 if !history.granted => Class::Doubtful,
        _ => Class::Unavailable,
    }
}

/// Returns whether something other than the token endpoint responded, which waiting does not fix.
pub(super) fn is_elsewhere(end: RequestEnd) -> bool {
    matches!(
        end,
        RequestEnd::Response { status, .. }
            if matches!(status.as_u16(), 300..=399 | 404 | 405 | 410)
    )
}

/// Returns whether it is a complete response with a status for wrong credentials; a second one is a
/// refusal.
pub(super) fn is_rejection(end: RequestEnd) -> bool {
    matches!(end, RequestEnd::Response { status, .. } if matches!(status.as_u16(), 400 | 401 | 423))
}

#[cfg(test)]
mod tests {
    use super::Class::{Doubtful, Granted, Refused, Unavailable};
    use super::*;

    #[test]
    fn every_end_of_a_token_request_has_its_class() {
        let class = |end, granted, rejected| classify(end, History { granted, rejected });
        for granted in [false, true] {
            for rejected in [false, true] {
                assert_eq!(class(RequestEnd::NotSent, granted, rejected), Unavailable);
                assert_eq!(class(RequestEnd::Lost, granted, rejected), Doubtful);
                for (status, bare, refusing) in [
                    (200, Doubtful, Refused),
                    (204, Doubtful, Refused),
                    (301, Unavailable, Refused),
                    (302, if granted { Unavailable } else { Doubtful }, Refused),
                    (303, if granted { Unavailable } else { Doubtful }, Refused),
                    (307, Unavailable, Refused),
                    (400, if rejected { Refused } else { Doubtful }, Refused),
                    (401, if rejected { Refused } else { Doubtful }, Refused),
                    (402, Unavailable, Refused),
                    (403, Doubtful, Refused),
                    (404, Unavailable, Refused),
                    (405, Unavailable, Refused),
                    (408, Unavailable, Refused),
                    (422, Doubtful, Refused),
                    (423, if rejected { Refused } else { Doubtful }, Refused),
                    (429, Unavailable, Refused),
                    (
                        500,
                        if granted { Unavailable } else { Doubtful },
                        if granted { Unavailable } else { Doubtful },
                    ),
                    (501, Unavailable, Unavailable),
                    (502, Unavailable, Unavailable),
                    (503, Unavailable, Unavailable),
                    (504, Unavailable, Unavailable),
                    (599, Unavailable, Unavailable),
                ] {
                    let status = StatusCode::from_u16(status).unwrap();
                    for (refuses, expected) in [(false, bare), (true, refusing)] {
                        for has_token in [false, true] {
                            let expected =
                                if has_token && status.is_success() { Granted } else { expected };
                            let end = RequestEnd::Response { status, has_token, refuses };
                            assert_eq!(
                                class(end, granted, rejected),
                                expected,
                                "{end:?} {granted} {rejected}"
                            );
                        }
                    }
                }
            }
        }
    }
}
