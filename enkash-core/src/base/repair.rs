//! Repairs a body that is almost JSON: some servers truncate messages in the middle of a character,
//! or write a byte order mark or Latin-1. One such character must not lose a reply about money.

/// The hexadecimal digits of U+FFFD, the replacement character.
const REPLACEMENT: &[u8] = b"fffd";

/// Returns the body without a byte order mark, with U+FFFD for bytes that are not UTF-8 and for
/// unpaired surrogates; `None` if there is nothing to repair.
pub(crate) fn repair(body: &[u8]) -> Option<Vec<u8>> {
    let without_mark = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let mut repaired = String::from_utf8_lossy(without_mark).into_owned().into_bytes();
    replace_half_surrogates(&mut repaired);
    (repaired != body).then_some(repaired)
}

/// Replaces unpaired surrogates: one escape of a pair such as `\ud83d\ude00` is not a character.
fn replace_half_surrogates(json: &mut [u8]) {
    let mut position = 0;
    while position < json.len() {
        if json[position] != b'\\' {
            position += 1;
            continue;
        }
        match escaped_unit(&json[position..]) {
            Some(0xd800..0xdc00) if is_low(escaped_unit(&json[position + 6..])) => position += 12,
            Some(0xd800..0xe000) => {
                json[position + 2..position + 6].copy_from_slice(REPLACEMENT);
                position += 6;
            }
            Some(_) => position += 6,
            None => position += 2,
        }
    }
}

fn is_low(unit: Option<u16>) -> bool {
    matches!(unit, Some(0xdc00..0xe000))
}

/// Returns the UTF-16 code unit of an escape `\uXXXX` at the start of a string.
fn escaped_unit(text: &[u8]) -> Option<u16> {
    let digits = text.strip_prefix(b"\\u")?.get(..4)?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(body: &[u8]) -> Option<String> {
        repair(body).map(|body| String::from_utf8(body).unwrap())
    }

    #[test]
    fn what_cannot_be_read_is_replaced() {
        for (body, expected) in [
            (&b"\xef\xbb\xbf{}"[..], "{}"),
            (b"\"caf\xe9\"", "\"caf\u{fffd}\""),
            (br#""\ud83d""#, r#""\ufffd""#),
            (br#""\ude00\ud83d""#, r#""\ufffd\ufffd""#),
            (br#""\ud83dx\ud83d\ud83d\ude00""#, r#""\ufffdx\ufffd\ud83d\ude00""#),
            (br#""\\\ud83d""#, r#""\\\ufffd""#),
            (br#""\uD83D\n""#, r#""\ufffd\n""#),
        ] {
            assert_eq!(repaired(body).as_deref(), Some(expected));
        }
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for body in [
            r#"{"a":"\ud83d\ude00"}"#,
            r#""\\ud83d""#,
            r#""\u00e9""#,
            "\"\u{20b9}\"",
            "",
            "\\",
            r#""\u"#,
            r#""\ud8"#,
        ] {
            assert_eq!(repaired(body.as_bytes()), None, "{body}");
        }
    }
}
