//! What a path may contain, and what is meant by what it may not.

use super::notation::name_of;
use crate::case::Case;

/// Where the query or the fragment begins. The `?` of a placeholder that is meant to be optional,
/// as in `<id?>` and `/:id?`, begins none.
pub(super) fn query_or_fragment(template: &str) -> Option<usize> {
    // `{?page,size}` of RFC 6570.
    let in_braces = template.find("{?").or_else(|| template.find("{&"));
    let plain = template.match_indices(['?', '#']).map(|(at, _)| at).find(|at| {
        let (before, after) = (&template[..*at], &template[at + 1..]);
        let segment = before.rsplit('/').next().unwrap_or_default();
        let is_in_brackets = after.starts_with(['>', '}', ']']);
        let ends_segment = after.is_empty() || after.starts_with('/');
        // As in `(?P<id>[0-9]+)`.
        let is_group = before.ends_with('(');
        let is_optional = is_group || is_in_brackets || (segment.starts_with(':') && ends_segment);
        // `<r#type>` has the name of a raw identifier.
        template[*at..].starts_with('#') && !after.starts_with('{') && !segment.ends_with("<r")
            || template[*at..].starts_with('?') && !is_optional
    });
    // `/orders&page=<page>` has no `?`.
    let without_sign = || {
        let at = template.find('&')?;
        ["=<", "={", "=:"].iter().any(|value| template[at..].contains(value)).then_some(at)
    };
    in_braces.or(plain).or_else(without_sign)
}

/// Whether the first segment is a host, as in `api.example.com/a`, `localhost:80/a` and
/// `{{base_url}}/a`.
pub(super) fn starts_with_host(path: &str) -> bool {
    let Some((host, _)) = path.split_once('/') else { return false };
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
    let is_domain = host.rsplit_once('.').is_some_and(|(_, last)| is_word(last));
    let has_port = host.rsplit_once(':').is_some_and(|(name, port)| {
        !name.is_empty() && !port.is_empty() && port.chars().all(|c| c.is_ascii_digit())
    });
    let is_variable = host.starts_with(['{', '$', '<'])
        && ["url", "host", "base"].iter().any(|word| host.to_lowercase().contains(word));
    is_domain || has_port || is_variable
}

/// A path without its dot segments.
pub(super) fn resolved(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.trim_start_matches('/').split('/') {
        match &*segment.to_ascii_lowercase().replace("%2e", ".") {
            "." => {}
            ".." => drop(segments.pop()),
            _ => segments.push(segment),
        }
    }
    format!("/{}", segments.join("/"))
}

/// The parameters of a query, for a message.
pub(super) fn parameters(query: &str) -> String {
    let names = query[1..]
        .trim_matches(['{', '?', '&', '}'])
        .split(['&', ','])
        .filter_map(|pair| name_of(pair.split('=').next()?));
    let names: Vec<String> = names.map(|name| format!("`{}`", Case::Snake.apply(&name))).collect();
    match &names[..] {
        [] => "a field".to_owned(),
        [one] => format!("the field {one}"),
        several => format!("the fields {}", several.join(", ")),
    }
}

/// What RFC 3986 allows in a segment, and `%` of an encoded one.
pub(super) fn is_path_character(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@%".contains(character)
}

/// A segment with what is not allowed percent-encoded.
pub(super) fn encoded(segment: &str) -> String {
    let mut out = String::new();
    for character in segment.chars() {
        if is_path_character(character) {
            out.push(character);
        } else {
            let mut bytes = [0; 4];
            character
                .encode_utf8(&mut bytes)
                .bytes()
                .for_each(|byte| out.push_str(&format!("%{byte:02X}")));
        }
    }
    out
}

/// The offset of a `%` that begins no encoded byte.
pub(super) fn bad_percent(segment: &str) -> Option<usize> {
    let encoded = |at: usize| {
        segment
            .as_bytes()
            .get(at + 1..at + 3)
            .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    };
    segment.match_indices('%').map(|(at, _)| at).find(|at| !encoded(*at))
}

/// Whether a segment is `.` or `..`, also where its dots are encoded.
pub(super) fn is_dots(segment: &str) -> bool {
    matches!(&*segment.to_ascii_lowercase().replace("%2e", "."), "." | "..")
}
