//! What the end of a token request means for the account.
//!
//! Platforms lock an account after a few failed attempts, three say, and few document what a failed
//! one looks like. So whatever may have counted as one is taken for one until the opposite is
//! known:
//!
//! | end | class | why |
//! |---|---|---|
//! | 2xx with a token | granted | |
//! | below 500, and the body names wrong credentials | refused | OAuth's `error` (RFC 6749), and whatever [`TokenResponseNames`](super::TokenResponseNames) names |
//! | a second whole 400, 401 or 423 since the last grant | refused | 400 and 401 are OAuth's statuses for wrong credentials, 423 is a lock; a proxy can send one once |
//! | other 400, 401, 403, 422, 423 | doubtful | a firewall's page and a missing IP permission look like this, and so may a wrong password |
//! | 2xx without a token | doubtful | servers report failures in 2xx; a login page is a 200, too |
//! | no whole response | doubtful | the server may have counted before the connection broke |
//! | a whole 500, no token ever granted | doubtful | some servers fail so on unknown users; credentials that worked before are not at fault |
//! | a whole 302 or 303, no token ever granted | doubtful | form logins respond so to a wrong password, with the login page |
//! | everything else | unavailable | other redirects, 404, 429 and 5xx say nothing of the credentials; a request that was not sent counts nowhere |

use http::StatusCode;

/// How a token request ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestEnd {
    NotSent,
    /// Sent, and no whole response came.
    Lost,
    Response {
        status: StatusCode,
        has_token: bool,
        /// The body names wrong credentials.
        refuses: bool,
    },
}

/// What happened to the account before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct History {
    /// A token was granted, ever.
    pub(super) granted: bool,
    /// A whole 400, 401 or 423 came since the last grant.
    pub(super) rejected: bool,
}

/// What the end of a token request means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Granted,
    /// The credentials are wrong, or the account is locked.
    Refused,
    /// It may have counted as a failed attempt.
    Doubtful,
    /// It did not count as a failed attempt.
    Unavailable,
}

/// The first class that fits.
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

/// Whether something else than the token endpoint responded, which waiting does not cure.
pub(super) fn is_elsewhere(end: RequestEnd) -> bool {
    matches!(
        end,
        RequestEnd::Response { status, .. }
            if matches!(status.as_u16(), 300..=399 | 404 | 405 | 410)
    )
}

/// Whether it is a whole response with a status for wrong credentials; the second one is a refusal.
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
