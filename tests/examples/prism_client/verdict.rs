//! Prism's verdict on a request.

use std::fmt;

use enkash_core::{Bytes, Error, HeaderMap, Json, Reply, StatusCode};

/// The verdict on a request.
pub(crate) enum Verdict {
    Accepted,
    /// The status, and Prism's complaints.
    Refused(StatusCode, Vec<Violation>),
    /// Prism was not asked, or gave no response.
    Failed(String),
}

impl Verdict {
    pub(crate) fn of<T>(result: Result<Reply<T>, Error>) -> Self {
        match result {
            Ok(reply) => Self::of_response(reply.status(), reply.headers(), reply.raw()),
            Err(error) => Self::of_error(&error),
        }
    }

    /// A response that cannot be read, or reports a failure with a success status, is no
    /// judgement of the request.
    pub(crate) fn of_error(error: &Error) -> Self {
        match error {
            Error::Api(error) => Self::of_response(error.status(), error.headers(), error.body()),
            Error::Decode(error) if error.status().is_success() => Verdict::Accepted,
            _ => Verdict::Failed(format!("{error:?}")),
        }
    }

    /// Prism lists in a header what it let pass with a warning.
    fn of_response(status: StatusCode, headers: &HeaderMap, body: &Bytes) -> Self {
        let warnings =
            headers.get("sl-violations").map(|list| serde_json::from_slice(list.as_bytes()));
        match warnings {
            None if status.is_success() => Verdict::Accepted,
            Some(list) if status.is_success() => {
                Verdict::Refused(status, Violation::read(&list.unwrap_or_default()))
            }
            _ => {
                let problem: Json = serde_json::from_slice(body).unwrap_or_default();
                let mut found = Violation::read(&problem["validation"]);
                if found.is_empty() {
                    found.push(Violation {
                        rule: "no list".to_owned(),
                        message: problem["title"].to_string(),
                    });
                }
                Verdict::Refused(status, found)
            }
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Verdict::Accepted => f.write_str("accepted"),
            Verdict::Failed(why) => f.write_str(why),
            Verdict::Refused(status, found) => {
                write!(f, "{}", status.as_u16())?;
                found.iter().try_for_each(|own| write!(f, "; {}: {}", own.rule, own.message))
            }
        }
    }
}

/// One rule that Prism found broken.
pub(crate) struct Violation {
    /// The place and the kind of rule, such as `body.checkInstitute.value pattern`.
    pub(crate) rule: String,
    pub(crate) message: String,
}

impl Violation {
    fn read(list: &Json) -> Vec<Self> {
        let own = |raw: &Json| {
            let place = raw["location"].as_array().into_iter().flatten();
            let place =
                place.map(|part| part.as_str().map_or_else(|| part.to_string(), str::to_owned));
            let text = |name: &str| raw[name].as_str().unwrap_or_default().to_owned();
            Violation {
                rule: format!("{} {}", place.collect::<Vec<_>>().join("."), text("code")),
                message: text("message"),
            }
        };
        list.as_array().into_iter().flatten().map(own).collect()
    }
}
