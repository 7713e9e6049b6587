//! Returns the path of the value at which a JSON reader failed.

use crate::base::quoted::{Quoted, cut};

/// Returns the path of the value at a line and column (both from 1, the column in bytes, as
/// serde_json counts), such as `payload.invoices[3].dueDate`; empty at the root. Names come from
/// the sender: they are escaped, and the path is truncated to 200 characters.
///
/// Only errors need it, so it scans the JSON again instead of tracking the path on every success.
pub(crate) fn json_path(text: &[u8], line: usize, column: usize) -> String {
    let before = text
        .split_inclusive(|byte| *byte == b'\n')
        .take(line.saturating_sub(1))
        .map(<[u8]>::len)
        .sum::<usize>();
    let end = (before + column).min(text.len());
    let mut stack: Vec<Level> = Vec::new();
    let mut position = 0;
    while position < end {
        match text[position] {
            b'{' => stack.push(Level::Object(None)),
            b'[' => stack.push(Level::Array(0)),
            // If the position is a closing bracket, the error is about the value that ends there.
            b'}' | b']' if position + 1 < end => {
                stack.pop();
            }
            b',' if position + 1 < end => match stack.last_mut() {
                Some(Level::Array(index)) => *index += 1,
                Some(Level::Object(name)) => *name = None,
                None => {}
            },
            b'"' => {
                let close = closing_quote(text, position + 1);
                if let Some(Level::Object(name @ None)) = stack.last_mut() {
                    *name = Some(String::from_utf8_lossy(&text[position + 1..close]).into_owned());
                }
                position = close;
            }
            _ => {}
        }
        position += 1;
    }
    let mut path = String::new();
    for level in stack {
        match level {
            Level::Object(Some(name)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&Quoted(&name).to_string());
            }
            Level::Object(None) => {}
            Level::Array(index) => path.push_str(&format!("[{index}]")),
        }
    }
    cut(path)
}

enum Level {
    Object(Option<String>),
    Array(usize),
}

/// Returns the end of the string that starts at `position`, or the end of the input if it is
/// unterminated.
fn closing_quote(text: &[u8], mut position: usize) -> usize {
    while position < text.len() && text[position] != b'"' {
        position += if text[position] == b'\\' { 2 } else { 1 };
    }
    position.min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only the place of the error matters")]
    struct Outer {
        list: Vec<Inner>,
        last: Option<u8>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only the place of the error matters")]
    struct Inner {
        name: String,
        count: u8,
    }

    fn path_of(json: &str) -> String {
        let error = serde_json::from_str::<Outer>(json).unwrap_err();
        json_path(json.as_bytes(), error.line(), error.column())
    }

    #[test]
    fn the_path_leads_to_the_value_that_did_not_fit() {
        assert_eq!(
            path_of(r#"{"list":[{"name":"a","count":1},{"name":"b","count":"x"}]}"#),
            "list[1].count"
        );
        assert_eq!(
            path_of("{\"list\": [\n  {\"name\": \"a\",\n \"count\": 300}]}"),
            "list[0].count"
        );
        assert_eq!(path_of(r#"{"list":[{"name":"q\"]}","count":1},{"name":7}]}"#), "list[1].name");
        assert_eq!(path_of(r#"{"list":[],"last":{"a":[1,2]}}"#), "last");
        assert_eq!(path_of(r#"{"list":[{"name":"a"}]}"#), "list[0].name");
        assert_eq!(path_of(r#"[]"#), "[0]");
    }

    #[test]
    fn the_path_is_escaped_and_bounded() {
        let json = format!("{{\"a\u{1b}{}\":{{\"b\":x", "n".repeat(1 << 20));
        let path = json_path(json.as_bytes(), 1, json.len());
        assert!(
            path.starts_with(r"a\u{1b}nnn") && path.ends_with('…') && path.chars().count() == 201,
            "{path}"
        );
    }

    #[test]
    fn any_place_in_any_text_is_borne() {
        for text in ["", "\"", "{\"a", "]]}}", "\"\\", "\n\n[1,"] {
            for line in 0..4 {
                for column in 0..8 {
                    json_path(text.as_bytes(), line, column);
                }
            }
        }
    }
}
