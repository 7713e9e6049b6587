//! How placeholders are written, here and elsewhere: `<id>`, `{id}`, `:id`, `*path`, `{{id}}`,
//! `${id}`, `<int:id>`.

use crate::case::Case;

/// A part of a segment.
pub(super) enum Part<'a> {
    Literal(&'a str),
    /// `is_ours` if it is written in angle brackets; `length` with its signs.
    Placeholder {
        name: &'a str,
        is_ours: bool,
        length: usize,
    },
}

/// What opens and closes a placeholder, the longest first.
const BRACKETS: [(&str, &str); 6] =
    [("{{", "}}"), ("${", "}"), ("#{", "}"), ("{", "}"), ("<", ">"), ("[", "]")];

/// Takes a segment apart; an error is the offset of a bracket without its counterpart.
pub(super) fn parts(segment: &str) -> Result<Vec<Part<'_>>, usize> {
    // Without brackets a placeholder is the whole segment; a `*` alone is a wildcard.
    if let Some(name) = segment.strip_prefix([':', '*'])
        && (name_of(name).is_some_and(|found| {
            found == name.split('(').next().unwrap_or(name).trim_end_matches(['?', '*', '+'])
        }) || segment.trim_matches('*').is_empty())
    {
        return Ok(vec![Part::Placeholder { name, is_ours: false, length: segment.len() }]);
    }
    if let "%s" | "%d" | "%i" | "%u" = segment {
        return Ok(vec![Part::Placeholder { name: "", is_ours: false, length: segment.len() }]);
    }
    // As in `(?P<id>[0-9]+)`.
    if let Some((_, after)) = segment.strip_prefix("(?").and_then(|rest| rest.split_once('<'))
        && let Some((name, _)) = after.split_once('>')
    {
        return Ok(vec![Part::Placeholder { name, is_ours: false, length: segment.len() }]);
    }
    let mut parts = Vec::new();
    let mut rest = segment;
    while !rest.is_empty() {
        let begin = segment.len() - rest.len();
        let Some(at) = rest.find(['<', '>', '{', '}', '[', ']']) else {
            parts.push(Part::Literal(rest));
            break;
        };
        // `$` and `#` come before the bracket.
        let at = if rest[..at].ends_with(['$', '#']) && rest[at..].starts_with('{') {
            at - 1
        } else {
            at
        };
        if at > 0 {
            parts.push(Part::Literal(&rest[..at]));
        }
        let Some((open, close)) = BRACKETS.iter().find(|(open, _)| rest[at..].starts_with(open))
        else {
            return Err(begin + at);
        };
        let inside = &rest[at + open.len()..];
        let end = inside.find(close).ok_or(begin + at)?;
        let name = &inside[..end];
        if name.contains(['<', '{']) {
            return Err(begin + at);
        }
        let length = open.len() + end + close.len();
        parts.push(Part::Placeholder { name, is_ours: *open == "<" && !is_typed(name), length });
        rest = &rest[at + length..];
    }
    Ok(parts)
}

/// Whether a name carries a type, an expression or a wildcard, or is optional, as in `int:id`,
/// `id:[0-9]+`, `path..` and `id?`.
fn is_typed(name: &str) -> bool {
    name.contains([':', '*', '+']) || name.ends_with("..") || name.ends_with('?')
}

/// The types that come before a name elsewhere.
const TYPES: [&str; 14] = [
    "int", "str", "string", "path", "uuid", "float", "String", "u8", "u16", "u32", "u64", "i32",
    "i64", "usize",
];

/// The name that was most likely meant, in camel case unless it is a name as it is.
pub(super) fn name_of(written: &str) -> Option<String> {
    let mut parts = written.split(':');
    let (first, second) = (parts.next().unwrap_or_default(), parts.next());
    // `<int:id>` has the type before the name, `{id:[0-9]+}` behind it, and `:id` none.
    let name = match second {
        Some(second) if first.is_empty() || TYPES.contains(&first) => second,
        _ => first,
    };
    // As in `:id(\\d+)`.
    let name = match name.find('(') {
        Some(at) if at > 0 => &name[..at],
        _ => name,
    };
    let name = name.strip_prefix("self.").or_else(|| name.strip_prefix("r#")).unwrap_or(name);
    // A guess at what a name in another script is in ASCII would be none.
    if name.contains(|c: char| c.is_alphanumeric() && !c.is_ascii()) {
        return None;
    }
    let name = name.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    if is_name(name) {
        return Some(name.to_owned());
    }
    let words: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    Some(Case::Camel.apply(&words)).filter(|name| is_name(name))
}

/// Whether a placeholder can have the name.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}
