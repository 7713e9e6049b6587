//! Path templates, and values in them.
//!
//! A value never changes the route: it is written as exactly one segment of the path (RFC 3986, section 3.3), and a
//! value that servers, proxies or URL parsers would take for "here" or "one up" is refused.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What is encoded in a segment: everything but RFC 3986's `pchar`, thus `%`, `/`, `\`, `?` and `#` among it.
const NOT_PCHAR: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'!')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b'+')
    .remove(b',')
    .remove(b';')
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// What is encoded in a query: everything but RFC 3986's `unreserved`, so that `+` and `&` mean themselves.
const NOT_UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Appends a value as one segment.
pub(crate) fn push_segment(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, NOT_PCHAR));
}

/// Appends a name or value of a query or form.
pub(crate) fn push_query_text(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, NOT_UNRESERVED));
}

/// Whether a value can be a segment without changing the route, however often the way decodes it: not empty, and not a
/// dot segment, also not with controls in it, which URL parsers drop.
pub(crate) fn is_safe_segment(value: &str) -> bool {
    // Only a text of dots, controls, blanks and encoded forms of these can decode to a dot segment.
    if value.bytes().any(|byte| {
        byte > b' ' && byte != 0x7f && !matches!(byte, b'.' | b'%' | b'0'..=b'9' | b'a'..=b'f' | b'A'..=b'F')
    }) {
        return true;
    }
    let mut text = value.to_owned();
    loop {
        let bare: String = text.chars().filter(|c| !c.is_control() && *c != ' ').collect();
        if matches!(bare.as_str(), "" | "." | "..") {
            return false;
        }
        // Each round that changes something shortens the text, so the loop ends.
        let decoded = percent_decode_str(&bare).decode_utf8_lossy().into_owned();
        if decoded == bare {
            return true;
        }
        text = decoded;
    }
}

/// Splits a template such as `/customer/<customerId>/x` into the text up to the next placeholder, the placeholder's
/// name, and the rest. The macro has checked the template, so an unbalanced one does not occur; it would be plain text.
pub(crate) fn next_placeholder(template: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let (before, rest) = template.split_once('<')?;
    let (name, after) = rest.split_once('>')?;
    Some((before, name, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_keeps_pchar_and_encodes_the_rest() {
        let mut out = String::new();
        push_segment(&mut out, "aZ9-._~!$&'()*+,;=:@ /\\?#%\u{20b9}\t");
        assert_eq!(out, "aZ9-._~!$&'()*+,;=:@%20%2F%5C%3F%23%25%E2%82%B9%09");
    }

    #[test]
    fn dot_segments_are_refused_in_every_spelling() {
        for value in [
            "",
            ".",
            "..",
            "%2e",
            "%2E%2e",
            ".%2e",
            "%252e%252E",
            ".\t.",
            "\n",
            ".\r\n",
            " ",
            "%09",
            "\u{7f}.",
            "%20.%00.",
        ] {
            assert!(!is_safe_segment(value), "{value:?}");
        }
        for value in [
            "...",
            ".a",
            "a.",
            "..a",
            "%2f",
            "2e",
            "%",
            "%%",
            "KC0123456789ABCD",
            "a/..",
            "\u{20b9}",
            "0",
            ". ..b",
        ] {
            assert!(is_safe_segment(value), "{value:?}");
        }
    }
}
