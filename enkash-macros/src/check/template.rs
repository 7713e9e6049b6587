//! The path template: a string with `<placeholders>`, each a whole segment.

use syn::LitStr;

use crate::diagnostic::{Code, Sink};

/// A placeholder and where its name starts within the template.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Placeholder {
    pub(crate) name: String,
    pub(crate) offset: usize,
}

/// Finds the placeholders and reports every mistake in the template.
pub(crate) fn placeholders(template: &LitStr, sink: &mut Sink) -> Vec<Placeholder> {
    let text = template.value();
    let mut report = |offset: usize, code, wrong: &str, help: &str| {
        sink.report(template, code, format!("{wrong}\n{}", caret(&text, offset)), help);
    };
    if !text.starts_with('/') {
        report(
            0,
            Code::TemplateStart,
            "the path template does not start with `/`",
            &format!("write \"/{text}\""),
        );
    }
    if let Some(offset) = text.bytes().position(|byte| matches!(byte, b'?' | b'#')) {
        report(
            offset,
            Code::TemplateQuery,
            "the path template holds a query or a fragment",
            "leave it out and put `#[query]` on a field",
        );
    }
    let mut found: Vec<Placeholder> = Vec::new();
    let mut offset = 0;
    for (index, segment) in text.split('/').enumerate() {
        let at = offset;
        offset += segment.len() + 1;
        if segment.is_empty() {
            // Before the first slash and behind the last one nothing is wrong with nothing.
            if index > 0 && offset <= text.len() {
                report(at, Code::TemplateText, "the path template has an empty segment", "remove one `/`");
            }
            continue;
        }
        if let Some(brace) = segment.bytes().position(|byte| matches!(byte, b'{' | b'}')) {
            let name = segment.trim_matches(['{', '}']);
            report(
                at + brace,
                Code::PlaceholderBraces,
                "braces do not mark a placeholder here",
                &format!("write `<{name}>`"),
            );
            continue;
        }
        let angles: Vec<(usize, char)> =
            segment.char_indices().filter(|(_, c)| matches!(c, '<' | '>')).collect();
        match angles[..] {
            [] => {
                if let Some((bad, character)) = segment.char_indices().find(|(_, c)| !is_path_text(*c)) {
                    if !matches!(character, '?' | '#') {
                        report(
                            at + bad,
                            Code::TemplateText,
                            &format!("`{}` is not allowed in a path", character.escape_debug()),
                            "write the path as it is sent; values go into placeholders",
                        );
                    }
                } else if let Some(bad) = bad_percent(segment) {
                    report(
                        at + bad,
                        Code::TemplateText,
                        "a `%` must come before two hexadecimal digits",
                        "write the path as it is sent; a `%` itself is `%25`",
                    );
                } else if is_dots(segment) {
                    report(
                        at,
                        Code::TemplateText,
                        "a dot segment moves the request elsewhere",
                        "write the path without it",
                    );
                }
            }
            [(open, '<'), (close, '>')] => {
                let name = &segment[open + 1..close];
                if open != 0 || close + 1 != segment.len() {
                    report(
                        at + open,
                        Code::PlaceholderPartial,
                        &format!("the placeholder `<{name}>` is only a part of its segment"),
                        "a placeholder is a whole segment, as in \"/customer/<customerId>/invoice\"",
                    );
                } else if !is_name(name) {
                    report(
                        at + open + 1,
                        Code::PlaceholderName,
                        if name.is_empty() {
                            "a placeholder has no name"
                        } else {
                            "invalid placeholder name"
                        },
                        "name it as the API reference does, in letters and digits, as in `<customerId>`",
                    );
                } else if found.iter().any(|other| other.name == name) {
                    report(
                        at + open + 1,
                        Code::PlaceholderRepeated,
                        &format!("the placeholder `<{name}>` is given twice"),
                        "give each placeholder a name of its own",
                    );
                } else {
                    found.push(Placeholder { name: name.to_owned(), offset: at + open + 1 });
                }
            }
            [(first, _), ..] => report(
                at + first,
                Code::TemplateUnbalanced,
                "`<` and `>` do not pair up",
                "write a placeholder as `<customerId>`",
            ),
        }
    }
    found
}

/// What RFC 3986 allows in a segment, and `%` of an encoded one.
fn is_path_text(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(character)
}

/// The offset of a `%` that begins no encoded byte.
fn bad_percent(segment: &str) -> Option<usize> {
    let encoded = |at: usize| {
        segment.as_bytes().get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    };
    segment.match_indices('%').map(|(at, _)| at).find(|at| !encoded(*at))
}

/// Whether a segment is `.` or `..`, also where its dots are encoded.
fn is_dots(segment: &str) -> bool {
    matches!(&*segment.to_ascii_lowercase().replace("%2e", "."), "." | "..")
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}

/// The template with a caret under the offset, since a span within a literal cannot be pointed at.
pub(crate) fn caret(text: &str, offset: usize) -> String {
    let column = text.get(..offset).map_or(0, |before| before.chars().count());
    format!("  \"{}\"\n   {}^", text.escape_debug(), " ".repeat(column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::Span;

    fn check(template: &str) -> Result<Vec<String>, String> {
        let mut sink = Sink::new("endpoint `X`".to_owned());
        let found = placeholders(&LitStr::new(template, Span::call_site()), &mut sink);
        if sink.is_clean() {
            Ok(found.into_iter().map(|placeholder| placeholder.name).collect())
        } else {
            Err(sink.into_tokens().to_string())
        }
    }

    #[test]
    fn placeholders_are_found_in_their_order() {
        assert_eq!(check("/a/<b>/c/<d>").unwrap(), ["b", "d"]);
        assert_eq!(check("/oauth/token").unwrap(), Vec::<String>::new());
        assert_eq!(check("/").unwrap(), Vec::<String>::new());
        assert_eq!(check("/a/").unwrap(), Vec::<String>::new());
        assert_eq!(check("/a%20b/...").unwrap(), Vec::<String>::new());
    }

    #[test]
    fn every_mistake_has_its_code() {
        for (template, code) in [
            ("a/<b>", "ENK-03"),
            ("", "ENK-03"),
            ("/a/<b", "ENK-04"),
            ("/a/b>", "ENK-04"),
            ("/a/><", "ENK-04"),
            ("/a/<<b>>", "ENK-04"),
            ("/a/<>", "ENK-05"),
            ("/a/<b c>", "ENK-05"),
            ("/a/<b>/<b>", "ENK-06"),
            ("/a/x-<b>", "ENK-07"),
            ("/a/{b}", "ENK-08"),
            ("/a?x=1", "ENK-09"),
            ("/a//b", "ENK-10"),
            ("/a b", "ENK-10"),
            ("/a/../b", "ENK-10"),
            ("/a/.", "ENK-10"),
            ("/a/%2e%2E/b", "ENK-10"),
            ("/a/.%2e/b", "ENK-10"),
            ("/a/%zz", "ENK-10"),
            ("/a/%2", "ENK-10"),
            ("/a/%", "ENK-10"),
        ] {
            let message = check(template).unwrap_err();
            assert!(message.contains(code), "{template}: {message}");
        }
    }
}
