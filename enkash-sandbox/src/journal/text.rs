//! What a caller wrote, bounded and made fit for a log line.

use std::fmt;

/// Characters of one id that are printed.
const PRINTED: usize = 100;

/// Query parameters whose names are printed.
const NAMES: usize = 20;

/// Cuts `field` to at most `limit` bytes and a mark; returns how many bytes went.
pub(super) fn cut(field: &mut String, limit: usize) -> usize {
    if field.len() <= limit {
        return 0;
    }
    let end = field.floor_char_boundary(limit);
    let gone = field.len() - end;
    // A new string: the old one would keep its capacity.
    *field = format!("{}… [{gone} bytes cut]", field.get(..end).unwrap_or_default());
    gone
}

/// A string from a request: control characters, line separators and marks of direction are escaped.
pub(super) struct Printable<'a>(pub(super) &'a str);

impl fmt::Display for Printable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars().take(PRINTED) {
            match letter {
                '\\' => f.write_str("\\\\")?,
                '\u{200e}'
                | '\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{feff}' => {
                    write!(f, "{}", letter.escape_unicode())?;
                }
                letter if letter.is_control() => write!(f, "{}", letter.escape_unicode())?,
                letter => write!(f, "{letter}")?,
            }
        }
        if self.0.chars().nth(PRINTED).is_some() { f.write_str("…") } else { Ok(()) }
    }
}

/// Whether a string is a word of an API rather than somebody's data: no digits, no other signs.
fn is_word(text: &str) -> bool {
    let letters =
        |text: &str| text.bytes().all(|byte| byte.is_ascii_alphabetic() || b"-_.".contains(&byte));
    !text.is_empty() && text.len() <= 40 && letters(text)
}

/// A version such as `v0`.
fn is_version(text: &str) -> bool {
    let digits = text.strip_prefix('v').unwrap_or_default();
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The path of a route that the API reference does not have: only what looks like a name is
/// printed.
pub(super) fn write_path(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    for segment in path.split('/').skip(1).take(NAMES) {
        let shown = if segment.is_empty() || is_word(segment) || is_version(segment) {
            segment
        } else {
            "…"
        };
        write!(f, "/{shown}")?;
    }
    Ok(())
}

/// The names of the query's parameters.
pub(super) fn write_query(f: &mut fmt::Formatter<'_>, query: &str) -> fmt::Result {
    if query.is_empty() {
        return Ok(());
    }
    for (position, pair) in query.split('&').enumerate() {
        f.write_str(if position == 0 { "?" } else { "&" })?;
        if position == NAMES {
            return f.write_str("…");
        }
        match pair.split_once('=') {
            Some((name, _)) if is_word(name) => write!(f, "{name}=…")?,
            _ => f.write_str("…")?,
        }
    }
    Ok(())
}
