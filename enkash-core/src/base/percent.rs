//! Path templates and segments, and the percent-encoding of path, query and form.
//!
//! A path value never changes the route: it is written as exactly one segment (RFC 3986, section
//! 3.3), and a value that a server, proxy or URL parser could resolve as `.` or `..` is refused.
//!
//! Servlet containers cut a segment at a bare `;` before they decode it: `T1;1` becomes `T1`, and
//! `..;` becomes `..`. As `%3B`, Tomcat decodes it into the value. A proxy may decode the path and
//! forward a bare `;` (nginx does if its `proxy_pass` has a path), so a segment that is a dot
//! segment up to a `;` is refused in any encoding. So is a value with a dot segment between slashes
//! or backslashes, which such a proxy resolves. A value with a plain `/` or `;` remains possible
//! there: it can become two segments, or lose its end.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Characters encoded in a segment: everything except RFC 3986's `pchar`, and `;`.
const NOT_SEGMENT: &AsciiSet = &NON_ALPHANUMERIC
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
    .remove(b'=')
    .remove(b':')
    .remove(b'@');

/// Characters encoded in a query: everything except RFC 3986's `unreserved`, so that `+` and `&`
/// are literal.
const NOT_UNRESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The maximum number of times a value is decoded in search of a dot segment. No real value needs
/// more, and each round reads the whole value, so a value that still changes is refused.
const MAX_DECODINGS: usize = 16;

/// Appends a value as one path segment.
pub(crate) fn push_segment(out: &mut String, value: &str) {
    out.extend(utf8_percent_encode(value, NOT_SEGMENT));
}

/// Appends a pair to a query or form, after a `&` unless it is the first.
pub(crate) fn push_pair(out: &mut String, name: &str, value: &str) {
    if !out.is_empty() && !out.ends_with('?') {
        out.push('&');
    }
    push_query_text(out, name);
    out.push('=');
    push_query_text(out, value);
}

/// Appends a name or value to a query or form.
pub(crate) fn push_query_text(out: &mut String, text: &str) {
    out.extend(utf8_percent_encode(text, NOT_UNRESERVED));
}

/// Returns whether a value can be a segment without changing the route, however often it is
/// decoded: it is not empty and not a dot segment, including one with control characters, which URL
/// parsers remove, or followed by a `;`, where servers cut it.
pub(crate) fn is_safe_segment(value: &str) -> bool {
    let is_dropped = |c: char| c.is_control() || c == ' ';
    // Fast path: without these characters no dot segment is possible.
    if !value.contains(['.', '%', ';']) {
        return !value.chars().all(is_dropped);
    }
    let mut text: String = value.chars().filter(|c| !is_dropped(*c)).collect();
    for _ in 0..MAX_DECODINGS {
        let mut names =
            text.split(['/', '\\']).map(|segment| segment.split(';').next().unwrap_or_default());
        if text.is_empty() || text.starts_with(';') || names.any(|name| matches!(name, "." | ".."))
        {
            return false;
        }
        let decoded = percent_decode_str(&text).decode_utf8_lossy();
        let decoded: String = decoded.chars().filter(|c| !is_dropped(*c)).collect();
        if decoded == text {
            return true;
        }
        text = decoded;
    }
    false
}

/// Splits a template such as `/customer/<customerId>/x` into the part before the next placeholder,
/// the placeholder's name, and the rest. The macro rejects unbalanced templates; one would be
/// treated as plain path.
pub(crate) fn next_placeholder(
    template: &'static str,
) -> Option<(&'static str, &'static str, &'static str)> {
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
        push_segment(&mut out, "aZ9-._~!$&'()*+,=:@; /\\?#%\u{20b9}\t");
        assert_eq!(out, "aZ9-._~!$&'()*+,=:@%3B%20%2F%5C%3F%23%25%E2%82%B9%09");
    }

    #[test]
    fn dot_segments_are_refused_in_every_encoding() {
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
            "..;",
            "..;x",
            ".;a/b",
            ";",
            ";x=1",
            "..%3B",
            "..%3bx",
            "%2e%2E%253Bx",
            ". .\t; x",
            "%3b",
            "%%32e.;",
            "%3Ba",
            "a/..",
            "../deactivate/T1",
            "a/../../deactivate/T1",
            "..\\deactivate",
            "x/.",
            "./x",
            "..%2Fdeactivate",
            "a%2f%2e%2e%252Fb",
            "a/..;x/b",
            "/..",
            "..\u{0}/x",
        ] {
            assert!(!is_safe_segment(value), "{value:?}");
        }
        assert!(!is_safe_segment(&format!("%{}", "25".repeat(1 << 20))));
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
            "INV/2026/01",
            "a/..b",
            "\u{20b9}",
            "0",
            ". ..b",
            "T1;1",
            "...;",
            "a;..",
            "..a;",
            "a%3B..",
            "a.b@example.com",
        ] {
            assert!(is_safe_segment(value), "{value:?}");
        }
    }
}
