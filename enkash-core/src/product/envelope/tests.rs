use super::*;

const NAMES: &EnvelopeNames = &crate::testing::ENVELOPE;

fn read(json: &str) -> Envelope<crate::Text> {
    <crate::Text as crate::Payload>::read(&json.to_owned().into(), Some(NAMES)).unwrap()
}

fn codes(meta: &EnvelopeMeta) -> Vec<Code> {
    meta.codes().collect()
}

fn meta(json: &str) -> EnvelopeMeta {
    read_meta(json.as_bytes(), NAMES, &[]).0
}

#[test]
fn every_documented_name_is_read() {
    for json in [
        r#"{"payload":"done","response_code":0,"response_message":"Success"}"#,
        r#"{"data":"done","code":0,"message":"Success"}"#,
        r#"{"response_message":"Success","paylod":"done","response_code":"0","errorResponse":null}"#,
        r#"{"errorResponse":{},"x":[1],"payload":"done","code":" 0 ","message":"Success"}"#,
        r#"{"Payload":"done","Response_Code":0.0,"MESSAGE":"Success"}"#,
    ] {
        let envelope = read(json);
        assert_eq!(envelope.payload.as_deref(), Some("done"), "{json}");
        assert_eq!(codes(&envelope.meta), [Code::Number(0)], "{json}");
        assert_eq!(envelope.meta.message.as_deref(), Some("Success"), "{json}");
        assert_eq!(envelope.meta.word, Some(Word::Success), "{json}");
        assert!(envelope.meta.error_response.is_none() && envelope.meta.is_recognised(), "{json}");
    }
}

#[test]
fn a_code_is_a_whole_number_a_word_or_something_else() {
    for (json, expected, word) in [
        ("0", vec![Code::Number(0)], None),
        ("\"0.0\"", vec![Code::Number(0)], None),
        ("200.0", vec![Code::Number(200)], None),
        ("2e2", vec![Code::Number(200)], None),
        ("1e999", vec![Code::Other], None),
        ("\"inf\"", vec![Code::Other], None),
        ("\" 38 \"", vec![Code::Number(38)], None),
        ("1.5", vec![Code::Other], None),
        ("\"E1\"", vec![Code::Other], None),
        ("{\"x\":1}", vec![Code::Other], None),
        ("true", vec![Code::Other], None),
        ("99999999999999999999", vec![Code::Other], None),
        ("null", vec![], None),
        ("\" \"", vec![], None),
        ("\"success\"", vec![], Some(Word::Success)),
        ("\" FAILED \"", vec![], Some(Word::Failure)),
    ] {
        let meta = meta(&format!(r#"{{"code":{json}}}"#));
        assert_eq!((codes(&meta), meta.word), (expected, word), "{json}");
    }
    assert_eq!(codes(&meta(r#"{"resultCode":500}"#)), []);
    assert_eq!(codes(&meta(r#"{"code":0,"response_code":5}"#)), [Code::Number(0), Code::Number(5)]);
}

#[test]
fn fields_of_any_type_are_read() {
    let envelope = read(
        r#"{"payload":null,"code":{"x":1},"message":["a"],"errorResponse":"no such thing","success":[]}"#,
    );
    assert!(envelope.payload.is_none());
    assert_eq!(envelope.meta.message.as_deref(), Some(r#"["a"]"#));
    assert_eq!(envelope.meta.error_response.unwrap().message.as_deref(), Some("no such thing"));
    assert!(envelope.meta.success.is_none());
    assert!(!read("{}").meta.is_recognised());
}

#[test]
fn a_character_that_cannot_be_read_hides_nothing() {
    for body in [
        &b"\xef\xbb\xbf{\"success\":false}"[..],
        b"{\"message\":\"caf\xe9\",\"success\":false}",
        br#"{"message":"cut \ud83d","success":"FALSE"}"#,
        br#"{"message":1e999,"success":false}"#,
    ] {
        let (meta, kind) = read_meta(body, NAMES, &[]);
        assert!(kind.is_ok());
        assert_eq!(meta.success, Some(false), "{}", body.escape_ascii());
    }
}

#[test]
fn a_failure_is_not_hidden_by_a_later_field() {
    let meta = meta(
        r#"{"errorResponse":{"errorMessage":"no"},"errorResponse":null,"message":"FAILED","response_message":"Success",
            "success":false,"success":true}"#,
    );
    assert!(meta.error_response.is_some() && meta.success == Some(false));
    assert_eq!(meta.word, Some(Word::Failure));
}

#[test]
fn the_top_level_alone_counts() {
    let meta =
        meta(r#"{"payload":{"success":false,"errorResponse":{"errorMessage":"no"},"code":1}}"#);
    assert!(
        meta.has_payload()
            && meta.error_response.is_none()
            && meta.success.is_none()
            && meta.codes().next().is_none()
    );
}

/// A payload is read fast, with what is beside it; a failure is looked for with care.
#[test]
fn what_is_read_fast_and_with_care_reports_the_same() {
    let values = [
        "null",
        "true",
        "0",
        "-1",
        "0.0",
        "2e2",
        "1e999",
        "99999999999999999999",
        r#""""#,
        r#"" 0 ""#,
        r#""success""#,
        r#"" Failed ""#,
        r#""a\"b""#,
        r#""cut \ud83d""#,
        "[]",
        r#"[null, 1.50]"#,
        "{}",
        r#"{"errorMessage": "no", "ERRORTYPE": 7, "requestId": "r-1"}"#,
        r#"{"timestamp": "now", "details": {"a": [1e999]}}"#,
        &format!("{}{}", "[".repeat(200), "]".repeat(200)),
    ];
    let names =
        ["code", "Response_Code", "message", "errorResponse", "errors", "success", "status", "x"];
    for (name, value) in names.iter().flat_map(|name| values.map(|value| (name, value))) {
        let json = format!(r#"{{"{name}":{value},"payload":"P","{name}":{value}}}"#);
        let read = <crate::Text as crate::Payload>::read(&json.clone().into(), Some(NAMES));
        let fast = match read {
            Ok(envelope) => envelope.meta,
            // The call repairs the body, and reads it again.
            Err(_) => read_repaired(&json),
        };
        assert_eq!(shown(&fast), shown(&meta(&json)), "{json}");
    }
}

/// What counts in a response with the envelope.
fn shown(meta: &EnvelopeMeta) -> String {
    let EnvelopeMeta { message, word, success, error_response, error, .. } = meta;
    let fields = [meta.has_payload(), meta.has_content(), meta.is_enveloped()];
    let codes = codes(meta);
    format!("{codes:?} {message:?} {word:?} {success:?} {error_response:?} {error:?} {fields:?}")
}

fn read_repaired(json: &str) -> EnvelopeMeta {
    let repaired = repair(json.as_bytes()).unwrap_or_else(|| panic!("not read: {json}"));
    read(str::from_utf8(&repaired).unwrap()).meta
}
