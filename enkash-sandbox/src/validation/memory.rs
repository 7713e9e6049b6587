//! How much memory a body would take once it is read.
//!
//! A JSON object with one member takes some 660 bytes and can be written in seven. So a body is
//! judged before it is read, by the signs that begin a value.

/// A node of serde_json's map, which up to eleven members share.
const OBJECT: usize = 640;
/// The smallest list that a vector makes room for.
const ARRAY: usize = 128;
/// A value in a list, with the room that a growing vector keeps.
const ITEM: usize = 64;
/// What an allocation costs beside its content; each string has two quotes.
const QUOTE: usize = 16;

/// At least what serde_json takes for `body`, whether it is JSON or not.
pub(super) fn of_json(body: &[u8]) -> usize {
    let (mut total, mut in_string, mut escaped) = (body.len(), false, false);
    for byte in body {
        let cost = match byte {
            _ if escaped => {
                escaped = false;
                0
            }
            b'\\' => {
                escaped = in_string;
                0
            }
            b'"' => {
                in_string = !in_string;
                QUOTE
            }
            _ if in_string => 0,
            b'{' => OBJECT,
            b'[' => ARRAY,
            b',' => ITEM,
            _ => 0,
        };
        total = total.saturating_add(cost);
    }
    total
}

/// The same for a form: two strings and a place in a map for each pair.
pub(super) fn of_form(body: &[u8]) -> usize {
    let pairs = 1 + body.iter().filter(|byte| **byte == b'&').count();
    pairs.saturating_mul(3 * ITEM).saturating_add(body.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_values_are_what_costs() {
        let maps = format!("[{}{{}}]", r#"{"a":1},"#.repeat(1000));
        assert!(of_json(maps.as_bytes()) > 700_000);
        assert!(of_json("[1],".repeat(1000).as_bytes()) > 100_000);
        let text = format!("\"{}\"", r#"\"{[,"#.repeat(1000));
        assert!(of_json(text.as_bytes()) < 6_000);
        let transfer = r#"{"transactionId":"T1","transferAmount":1,"transferMode":"IMPS","beneficiaryId":"B1"},"#;
        assert!(of_json(transfer.as_bytes()) < 15 * transfer.len());
        assert!(of_form(b"a=&b=&c=") > 500);
    }
}
