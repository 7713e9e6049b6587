//! Finds planted values in strings, in whatever form they got there.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The forms in which a value can appear: as it is, escaped, percent-encoded, Base64 alone
/// or inside of something longer, hexadecimal, and as a list of bytes.
#[must_use]
pub fn forms(value: &str) -> Vec<String> {
    let percent = utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
    let bytes = value.as_bytes();
    let mut forms = vec![
        value.to_owned(),
        value.escape_default().to_string(),
        value.escape_debug().to_string(),
        percent.to_lowercase(),
        value.replace(' ', "+"),
        percent.replace("%20", "+"),
        // As most encoders leave it: unreserved characters stay.
        percent.replace("%2D", "-").replace("%2E", ".").replace("%5F", "_").replace("%7E", "~"),
        percent,
        hex(bytes),
        hex(bytes).to_uppercase(),
        bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(", "),
    ];
    for engine in [STANDARD, URL_SAFE] {
        for shift in 0..3 {
            forms.push(inside_base64(&engine, bytes, shift));
        }
    }
    forms.sort();
    forms.dedup();
    forms
}

/// The part of a longer string's Base64 that depends on `bytes` alone, where they begin `shift`
/// bytes behind a multiple of three.
fn inside_base64(engine: &impl Engine, bytes: &[u8], shift: usize) -> String {
    let mut padded = vec![0; shift];
    padded.extend_from_slice(bytes);
    let encoded = engine.encode(&padded);
    let begin = if shift == 0 { 0 } else { shift + 1 };
    let end = padded.len() * 8 / 6;
    encoded[begin..end].to_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where one of the values appears in a string: the value, the form, and its surroundings.
#[must_use]
pub fn find(text: &str, values: &[&str]) -> Option<String> {
    for value in values {
        for form in forms(value) {
            if let Some(at) = text.find(&form) {
                let begin = text.floor_char_boundary(at.saturating_sub(120));
                let end = text.ceil_char_boundary((at + form.len() + 120).min(text.len()));
                return Some(format!("`{value}` as `{form}` in …{}…", &text[begin..end]));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_found() {
        let value = "planted p@ss/w\u{f6}rd+1";
        let longer = |before: &str| format!("{before}{value}-and-more");
        for text in [
            longer("x"),
            format!("{:?}", longer("")),
            format!("{:?}", longer("").as_bytes()),
            STANDARD.encode(longer("")),
            STANDARD.encode(longer("x")),
            STANDARD.encode(longer("xy")),
            URL_SAFE.encode(longer("xyz")),
            "planted%20p%40ss%2Fw%C3%B6rd%2B1".to_owned(),
            "planted+p%40ss%2Fw%C3%B6rd%2B1".to_owned(),
            "planted%20p%40ss%2fw%c3%b6rd%2b1".to_owned(),
            hex(longer("").as_bytes()),
        ] {
            assert!(find(&text, &["other", value]).is_some(), "{text}");
        }
        assert_eq!(find("planted", &[value]), None);
    }
}
