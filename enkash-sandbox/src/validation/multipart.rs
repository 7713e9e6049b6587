//! Multipart bodies turned into objects: one field per part.

use serde_json::{Map, Value};

/// The parts by name; a part's value is its content as a string, bytes that are no UTF-8 replaced.
///
/// `None` where the body does not match `content_type`.
pub(super) fn parts(content_type: &str, body: &[u8]) -> Option<Map<String, Value>> {
    let boundary = parameter(content_type, "boundary").filter(|text| !text.is_empty())?;
    let delimiter = format!("\r\n--{boundary}");
    // The first delimiter has no line before it.
    let mut rest = body.strip_prefix(delimiter.trim_start().as_bytes())?;
    let mut members = Map::new();
    while !rest.starts_with(b"--") {
        let part = rest.strip_prefix(b"\r\n")?;
        let end = find(part, delimiter.as_bytes())?;
        let (part, after) = part.split_at_checked(end)?;
        rest = after.strip_prefix(delimiter.as_bytes())?;
        let split = find(part, b"\r\n\r\n")?;
        let (head, content) = part.split_at_checked(split)?;
        let content = content.strip_prefix(b"\r\n\r\n")?;
        let name = name(&String::from_utf8_lossy(head))?;
        members.insert(name, Value::String(String::from_utf8_lossy(content).into_owned()));
    }
    Some(members)
}

fn name(head: &str) -> Option<String> {
    let disposition = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    parameter(disposition, "name")
}

/// A parameter of a header such as `multipart/form-data; boundary="x"`.
fn parameter(header: &str, wanted: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let value = value.trim().trim_matches('"');
        name.trim().eq_ignore_ascii_case(wanted).then(|| value.to_owned())
    })
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=\"XX\"";

    #[test]
    fn parts_become_fields() {
        let body = "--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\
                    Content-Type: text/csv\r\n\r\na,b\r\n1,2\r\n--XX\r\n\
                    content-disposition: form-data; name=note\r\n\r\n\r\n--XX--\r\n";
        let members = parts(TYPE, body.as_bytes()).unwrap();
        assert_eq!(members["file"], "a,b\r\n1,2");
        assert_eq!(members["note"], "");
        assert_eq!(parts(TYPE, b"--XX--\r\n").unwrap().len(), 0);
    }

    #[test]
    fn broken_bodies() {
        for body in
            ["", "--YY\r\n", "--XX\r\n", "--XX\r\nno head\r\n--XX--", "--XX\r\n\r\n\r\n--XX--"]
        {
            assert_eq!(parts(TYPE, body.as_bytes()), None, "{body:?}");
        }
        assert_eq!(parts("multipart/form-data", b"--XX--"), None);
    }
}
