//! Third-party strings, escaped and truncated for messages.

use std::fmt::{self, Write};

use http::HeaderMap;

/// The maximum number of characters of a third-party string in a message.
const LONGEST: usize = 200;

/// Displays a third-party string escaped and truncated to 200 characters.
pub(crate) struct Quoted<'a>(pub(crate) &'a str);

/// Truncates an already escaped string to 200 characters.
pub(crate) fn cut(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars();
        for character in characters.by_ref().take(LONGEST) {
            write!(f, "{}", character.escape_debug())?;
        }
        if characters.next().is_some() { f.write_char('…') } else { Ok(()) }
    }
}

impl fmt::Debug for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// Returns the header `x-request-id`, if it looks like a request id.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    headers.get("x-request-id")?.to_str().ok().filter(|id| is_request_id(id))
}

/// Returns whether a string looks like a request id. The server chooses it, so errors and traces
/// show it only if it is too short and plain to contain anything else.
pub(crate) fn is_request_id(text: &str) -> bool {
    text.len() <= 128
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._:/+=-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn foreign_text_is_escaped_and_bounded() {
        assert_eq!(Quoted("a\n\u{1b}[31m\"b\u{202e}").to_string(), r#"a\n\u{1b}[31m\"b\u{202e}"#);
        assert_eq!(Quoted(&"x".repeat(1 << 20)).to_string(), format!("{}…", "x".repeat(200)));
        assert_eq!(format!("{:?}", Quoted("r-1")), "\"r-1\"");
    }
}
