//! Faults as a string: the header `x-sandbox-fault`, for clients in other languages.

use std::str::FromStr;
use std::time::Duration;

use super::{Fault, Kind, RetryAfter, When};

/// A string that is no [`Fault`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no fault; known are delay=200ms, status=503, drop, reset, truncate, html, html=502, \
     garbage, huge, huge=BYTES, expired-token, 429, 429=SECONDS, 429=date+SECONDS, \
     drip=BYTES/PAUSEms, when=before and when=after, several with commas"
)]
pub struct BadFault(String);

/// The longest pause that a string can ask for; longer ones are refused.
const LONGEST: u64 = 600_000;

impl FromStr for Fault {
    type Err = BadFault;

    fn from_str(text: &str) -> Result<Self, BadFault> {
        let mut fault = Self::default();
        for part in text.split([',', ';']).map(str::trim) {
            let refuse = || BadFault(part.to_owned());
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            match name {
                "delay" if fault.delay.is_none() => {
                    fault.delay = Some(pause(value).ok_or_else(refuse)?)
                }
                "when" if fault.when.is_none() => {
                    fault.when = Some(when(value).ok_or_else(refuse)?)
                }
                _ if fault.kind.is_none() => {
                    fault.kind = Some(kind(name, value).ok_or_else(refuse)?)
                }
                _ => return Err(refuse()),
            }
        }
        Ok(fault)
    }
}

fn kind(name: &str, value: &str) -> Option<Kind> {
    Some(match (name, value) {
        ("status", value) => Kind::Status(status(value)?),
        ("drop", "") => Kind::Drop,
        ("reset", "") => Kind::Reset,
        ("truncate", "") => Kind::Truncate,
        ("html", "") => Kind::Html(502),
        ("html", value) => Kind::Html(status(value)?),
        ("garbage", "") => Kind::Garbage,
        ("huge", "") => Kind::Huge(64 << 20),
        ("huge", value) => Kind::Huge(value.parse().ok()?),
        ("expired-token", "") => Kind::ExpiredToken,
        ("429", "") => Kind::TooMany(None),
        ("429", value) => Kind::TooMany(Some(match value.strip_prefix("date+") {
            Some(seconds) => RetryAfter::Date(seconds.parse().ok()?),
            None => RetryAfter::Seconds(value.parse().ok()?),
        })),
        ("drip", value) => {
            let (bytes, rest) = value.split_once('/')?;
            let bytes = bytes.parse().ok().filter(|bytes| *bytes > 0)?;
            Kind::Drip { bytes, pause: pause(rest)? }
        }
        _ => return None,
    })
}

fn status(text: &str) -> Option<u16> {
    text.parse().ok().filter(|status| (200..=599).contains(status))
}

fn pause(text: &str) -> Option<Duration> {
    let millis = match (text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(millis), _) => millis.parse().ok()?,
        (None, Some(seconds)) => seconds.parse::<u64>().ok()?.checked_mul(1000)?,
        (None, None) => text.parse().ok()?,
    };
    (millis <= LONGEST).then(|| Duration::from_millis(millis))
}

fn when(text: &str) -> Option<When> {
    match text {
        "before" => Some(When::Before),
        "after" => Some(When::After),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back() {
        for text in [
            "delay=200ms",
            "status=503",
            "status=503, delay=10ms, when=after",
            "drop, when=after",
            "reset",
            "truncate",
            "html=502",
            "garbage",
            "huge=1000",
            "expired-token",
            "429",
            "429=7",
            "429=date+7",
            "drip=10/5ms",
        ] {
            assert_eq!(text.parse::<Fault>().unwrap().to_string(), text);
        }
        assert_eq!("delay=2s".parse(), Ok(Fault::delay(Duration::from_secs(2))));
        assert_eq!("delay=20".parse(), Ok(Fault::delay(Duration::from_millis(20))));
    }

    #[test]
    fn nonsense_is_refused_with_what_is_known() {
        for text in [
            "",
            "fire",
            "status=99",
            "status=",
            "drop, reset",
            "drop=1",
            "drip=0/1ms",
            "delay=99999999999999999999",
            "delay=1ms, delay=2ms",
            "when=then",
        ] {
            let error = text.parse::<Fault>().unwrap_err();
            assert!(error.to_string().contains("expired-token"), "{text}");
        }
    }
}
