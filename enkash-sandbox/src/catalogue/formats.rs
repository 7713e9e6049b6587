//! Dates and times as the API reference writes them.

use jiff::civil::{Date, DateTime, Time};
use jsonschema::{Draft, PatternOptions, ValidationOptions};

use super::DATE_TIME;

/// How every schema of the API reference is compiled.
pub(crate) fn options() -> ValidationOptions<'static> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .with_format("date", |text| parses(text, "%Y-%m-%d") && text.len() == 10)
        .with_format(DATE_TIME, is_date_time)
        .with_format("yyyy-MM-dd HH:mm:ss", |text| {
            DateTime::strptime("%Y-%m-%d %H:%M:%S", text).is_ok() && text.len() == 19
        })
        .with_format("HH:mm", |text| Time::strptime("%H:%M", text).is_ok() && text.len() == 5)
}

fn parses(text: &str, layout: &str) -> bool {
    Date::strptime(layout, text).is_ok()
}

/// A date and a time, with an offset from UTC or without.
fn is_date_time(text: &str) -> bool {
    text.len() >= 19
        && (text.parse::<DateTime>().is_ok() || text.parse::<jiff::Timestamp>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times() {
        for good in [
            "2026-01-31T10:15:00",
            "2026-01-31 10:15:00",
            "2026-01-31T10:15:00Z",
            "2026-01-31T10:15:00.123+05:30",
        ] {
            assert!(is_date_time(good), "{good}");
        }
        for bad in ["", "2026-01-31", "2026-02-30T10:15:00", "10:15", "2026-01-31T25:00:00Z"] {
            assert!(!is_date_time(bad), "{bad}");
        }
    }
}
