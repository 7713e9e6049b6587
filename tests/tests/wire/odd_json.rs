//! JSON that is not what the API reference shows: no reply and no webhook event is lost by one odd
//! field.

use std::collections::BTreeMap;

use enkash_core::{
    AsText, Empty, Error, ErrorKind, FromJsonError, Json, JsonMap, Lenient, Money, MoneyText,
    Outcome, Patch, Text, endpoint, from_json, from_untrusted_json, model, pattern,
};
use enkash_tests::random::Random;
use jiff::civil::Date;

use super::{PRODUCT, send};

#[pattern(r"^\d{1,40}$")]
pub struct Rrn;

#[model]
pub enum State {
    Paid,
}

#[model]
pub struct Line {
    pub id: Option<String>,
    pub amount: Option<Money>,
}

#[model]
pub struct Payment {
    pub id: Option<String>,
    pub rrn: Option<Rrn>,
    pub state: Option<State>,
    pub reference: Option<AsText<String>>,
    pub amount: Option<Money>,
    pub fee: Option<Lenient<MoneyText>>,
    pub count: Option<Lenient<u32>>,
    pub on: Option<Lenient<Date>>,
    #[format("yyyyMMdd")]
    pub due: Option<Lenient<Date>>,
    pub line: Option<Line>,
    pub lines: Vec<Line>,
    pub names: Vec<String>,
    pub patch: Patch<Line>,
    pub any: Option<Json>,
    pub map: Option<JsonMap>,
    #[extra]
    pub more: JsonMap,
}

#[endpoint(GET, "/payment", response = Payment)]
pub struct GetPayment;

#[endpoint(GET, "/payments", response = Vec<Payment>)]
pub struct ListPayments;

#[endpoint(GET, "/json", response = Json)]
pub struct GetJson;

#[endpoint(GET, "/text", response = Text)]
pub struct GetText;

#[endpoint(GET, "/amount", response = Money)]
pub struct GetAmount;

#[endpoint(GET, "/empty", response = Empty)]
pub struct GetEmpty;

const LONG: &str = "12345678901234567890123";

/// A payment with these fields: in a reply, in a list of a reply, in a webhook event, and read by
/// serde_json itself, which does not repair.
async fn each_way(fields: &str) -> Vec<Payment> {
    let one =
        send(GetPayment, 200, format!(r#"{{"response_code":0,"payload":{{{fields}}}}}"#)).await;
    let list =
        send(ListPayments, 200, format!(r#"{{"response_code":0,"payload":[{{{fields}}}]}}"#)).await;
    let object = format!("{{{fields}}}");
    let webhook =
        from_untrusted_json(object.as_bytes()).unwrap_or_else(|error| panic!("{error}: {object}"));
    let mut read = vec![
        one.unwrap().into_payload().unwrap(),
        list.unwrap().into_payload().unwrap().remove(0),
        webhook,
    ];
    if !fields.contains(r"\ud83d") && !fields.contains(r"\ude00") {
        read.push(serde_json::from_str(&object).unwrap());
    }
    read
}

#[tokio::test]
async fn long_numbers_keep_their_digits_in_declared_fields() {
    let fields = format!(
        r#""id":{LONG},"rrn":{LONG},"state":{LONG},"reference":{LONG},"amount":12345678901234567.89,
           "fee":0.12345678901234567890,"count":{LONG},"on":{LONG},"due":{LONG},
           "line":{{"id":{LONG},"amount":1.0000000000000000001}},
           "lines":[{{"id":{LONG},"amount":12345678901234567890.5}}],"names":[{LONG}],"patch":{{"id":{LONG}}}"#
    );
    for payment in each_way(&fields).await {
        assert_eq!(payment.id.as_deref(), Some(LONG));
        assert_eq!(payment.rrn.as_ref().map(|rrn| rrn.as_str()), Some(LONG));
        assert_eq!(payment.state, Some(State::Unknown(LONG.to_owned())));
        assert_eq!(payment.reference.as_ref().map(|text| text.as_str()), Some(LONG));
        assert_eq!(payment.amount.unwrap().to_string(), "12345678901234567.89");
        let fee = payment.fee.clone().and_then(Lenient::into_value).unwrap();
        assert_eq!(fee.to_string(), "0.12345678901234567890");
        assert_eq!(payment.count, Some(Lenient::Other(LONG.to_owned())));
        assert_eq!(payment.on, Some(Lenient::Other(LONG.to_owned())));
        assert_eq!(payment.due, Some(Lenient::Other(LONG.to_owned())));
        let line = payment.line.clone().unwrap();
        assert_eq!(line.id.as_deref(), Some(LONG));
        assert_eq!(line.amount.unwrap().to_string(), "1.0000000000000000001");
        assert_eq!(payment.lines[0].id.as_deref(), Some(LONG));
        assert_eq!(payment.lines[0].amount.unwrap().to_string(), "12345678901234567890.5");
        assert_eq!(payment.names, [LONG]);
        assert_eq!(payment.patch.value().unwrap().id.as_deref(), Some(LONG));
        // What is sent has the digits that came.
        let written = serde_json::to_value(&payment).unwrap();
        for name in ["id", "rrn", "state", "reference", "count", "on", "due"] {
            assert_eq!(written[name], LONG, "{name}");
        }
    }
}

#[model]
pub struct Outer {
    pub name: Option<String>,
    #[serde(flatten)]
    pub payment: Line,
}

#[model]
pub struct Amounts {
    #[extra]
    pub by_day: BTreeMap<String, Money>,
}

#[test]
fn fields_of_a_flattened_model_are_read_as_they_came() {
    let json = format!(r#"{{"id":{LONG},"x\"\n":[1],"name":"N","amount":123456789012345678.9}}"#);
    for outer in
        [from_json::<Outer>(json.as_bytes()).unwrap(), serde_json::from_str(&json).unwrap()]
    {
        assert_eq!((outer.payment.id.as_deref(), outer.name.as_deref()), (Some(LONG), Some("N")));
        assert_eq!(outer.payment.amount.unwrap().to_string(), "123456789012345678.9");
    }
    let amounts: Amounts = from_json(br#"{"1":10.5,"2":"1e2"}"#).unwrap();
    assert_eq!(amounts.by_day["1"], Money::from_paise(1050));
    assert_eq!(amounts.by_day["2"], Money::from_rupees(100));
}

#[tokio::test]
async fn a_number_of_any_json_has_serde_jsons_precision() {
    for payment in
        each_way(&format!(r#""any":{LONG},"map":{{"a":{LONG}}},"x":[{LONG}],"y":1e999"#)).await
    {
        // All of its digits, if some crate has switched on `arbitrary_precision`.
        let double: Json = serde_json::from_str(LONG).unwrap();
        assert_eq!(payment.any, Some(double.clone()));
        assert_eq!(payment.map.unwrap()["a"], double);
        assert_eq!(payment.more["x"][0], double);
        // It is no double at all.
        assert_eq!(payment.more["y"].to_string().trim_matches('"'), "1e999");
    }
}

#[tokio::test]
async fn what_is_nested_too_deeply_is_a_string_and_loses_nothing() {
    for (levels, is_tree) in [(64, true), (65, false), (127, false), (200, false), (100_000, false)]
    {
        for (open, close) in [("[", "]"), (r#"{"a":"#, "}")] {
            let deep = format!("{}{}{}", open.repeat(levels), 1, close.repeat(levels));
            let fields =
                format!(r#""x":{deep},"id":"P1","any":{deep},"map":{{"a":{deep}}},"on":{deep}"#);
            for payment in each_way(&fields).await {
                assert_eq!(payment.id.as_deref(), Some("P1"), "{levels} {open}");
                assert_eq!(payment.on, Some(Lenient::Other(deep.clone())));
                for json in [
                    &payment.more["x"],
                    payment.any.as_ref().unwrap(),
                    &payment.map.as_ref().unwrap()["a"],
                ] {
                    assert_eq!(json == deep.as_str(), !is_tree, "{levels} {open}");
                    assert_eq!(json.is_array() || json.is_object(), is_tree, "{levels} {open}");
                }
            }
            let body = format!(r#"{{"response_code":0,"payload":{deep}}}"#);
            let json = send(GetJson, 200, body).await.unwrap().into_payload().unwrap();
            assert_eq!(json == deep.as_str(), !is_tree, "{levels} {open}");
        }
    }
}

#[tokio::test]
async fn a_value_that_is_too_large_as_a_tree_is_a_string_and_the_others_are_read() {
    let rows = |count| format!("[{}]", vec![r#"{"a":0}"#; count].join(","));
    let fields = |rows: &str| format!(r#""id":{LONG},"x":{rows},"y":[1]"#);
    let (some, many) = (rows(20_000), rows(100_000));
    let webhook =
        from_untrusted_json::<Payment>(format!("{{{}}}", fields(&some)).as_bytes()).unwrap();
    let body = format!(r#"{{"response_code":0,"payload":{{{}}}}}"#, fields(&many));
    let reply = send(GetPayment, 200, body).await.unwrap().into_payload().unwrap();
    for (payment, rows) in [(webhook, some), (reply, many)] {
        assert_eq!(payment.id.as_deref(), Some(LONG));
        assert!(payment.more["x"] == rows.as_str());
        assert_eq!(payment.more["y"], serde_json::json!([1]));
    }
    // Ordinary rows of undeclared fields are a tree, however many there are.
    let row = r#"{"transactionId":"EK00000001","orderStatus":"PAID","amount":100.5,"mobileNumber":"9000000000"}"#;
    let rows = format!("[{}]", vec![row; 50_000].join(","));
    let payment: Payment = from_json(format!(r#"{{"x":{rows}}}"#).as_bytes()).unwrap();
    assert_eq!(payment.more["x"].as_array().unwrap().len(), 50_000);
}

#[test]
fn a_list_of_an_unknown_sender_is_limited_by_the_length_of_its_json() {
    let lines = |count: usize| format!(r#"{{"lines":[{}]}}"#, vec!["{}"; count].join(","));
    let count = |read: Result<Payment, FromJsonError>| read.map(|payment| payment.lines.len());
    assert_eq!(count(from_untrusted_json(lines(10_000).as_bytes())), Ok(10_000));
    let body = lines(200_000);
    let error = count(from_untrusted_json(body.as_bytes())).unwrap_err();
    assert!(error.is_json() && error.path().starts_with("lines["), "{error}");
    assert_eq!(count(from_json(body.as_bytes())), Ok(200_000));
}

#[tokio::test]
async fn what_servers_write_for_a_payload_that_is_not_there_is_none() {
    for (payload, is_list) in [
        ("null", None),
        (r#""""#, None),
        ("false", None),
        ("0", None),
        ("{}", Some(0)),
        ("[]", Some(0)),
        (r#"[null,{},""]"#, Some(1)),
    ] {
        let body = format!(r#"{{"payload":{payload},"response_code":0}}"#);
        let list = send(ListPayments, 200, body.clone()).await.unwrap().payload;
        assert_eq!(list.map(|list| list.len()), is_list, "{payload}");
        if is_list != Some(1) {
            let one = send(GetPayment, 200, body).await.unwrap().payload;
            assert_eq!(one.is_some(), payload == "{}", "{payload}");
        }
        // A payload that is not there is no evidence of a success.
        if is_list.is_none() {
            for result in [
                send(ListPayments, 200, format!(r#"{{"payload":{payload}}}"#)).await.map(|_| ()),
                send(GetPayment, 200, format!(r#"{{"payload":{payload}}}"#)).await.map(|_| ()),
            ] {
                assert_eq!(result.unwrap_err().outcome(), Outcome::Unknown, "{payload}");
            }
        }
    }
    let amount = send(GetAmount, 200, r#"{"payload":"1e2","code":0}"#)
        .await
        .unwrap()
        .into_payload()
        .unwrap();
    assert_eq!(amount, Money::from_rupees(100));
    let text = send(GetText, 200, format!(r#"{{"payload":{LONG},"code":0}}"#)).await.unwrap();
    assert_eq!(text.into_payload().unwrap(), LONG);
    assert!(send(GetEmpty, 200, r#"{"payload":[],"code":0}"#).await.unwrap().payload.is_some());
}

#[tokio::test]
async fn content_of_another_kind_is_an_error() {
    for payload in [r#""no records""#, "true", "7", r#"{"id":"P1"}"#, r#"["P1"]"#] {
        let body = format!(r#"{{"payload":{payload},"response_code":0}}"#);
        let error = send(ListPayments, 200, body).await.unwrap_err();
        assert_eq!(
            (error.kind(), error.outcome()),
            (ErrorKind::Decode, Outcome::Unknown),
            "{payload}"
        );
    }
    for payload in [r#""no record""#, "true", "7", r#"[{"id":"P1"}]"#] {
        let body = format!(r#"{{"payload":{payload},"response_code":0}}"#);
        assert!(matches!(send(GetPayment, 200, body).await, Err(Error::Decode(_))), "{payload}");
    }
}

/// Also if some crate has switched on `arbitrary_precision`, and a number comes as a map.
#[tokio::test]
async fn a_number_is_no_object_and_no_list() {
    for (number, is_absent) in
        [("0", true), ("0.0", true), ("5", false), ("1e999", false), (LONG, false)]
    {
        for name in ["line", "lines", "patch", "map"] {
            let fields = format!(r#"{{"id":"P1","{name}":{number}}}"#);
            let body = format!(r#"{{"response_code":0,"payload":{fields}}}"#);
            let payload =
                send(GetPayment, 200, body).await.map(|reply| reply.into_payload().unwrap());
            let read = from_json::<Payment>(fields.as_bytes());
            let by_serde = serde_json::from_str::<Payment>(&fields).ok();
            assert_eq!(
                (payload.is_ok(), read.is_ok(), by_serde.is_some()),
                (is_absent, is_absent, is_absent),
                "{fields}"
            );
            for payment in payload.into_iter().chain(read).chain(by_serde) {
                assert!(
                    payment.line.is_none() && payment.lines.is_empty() && payment.map.is_none(),
                    "{fields}"
                );
                assert!(matches!(payment.patch, Patch::Absent), "{fields}");
            }
        }
    }
}

#[tokio::test]
async fn only_null_clears_a_field_of_a_partial_update() {
    for (fields, patch) in [
        ("", Patch::<()>::Absent),
        (r#""patch":null"#, Patch::Null),
        (r#""patch":"""#, Patch::Absent),
        (r#""patch":[]"#, Patch::Absent),
    ] {
        for payment in each_way(fields).await {
            assert_eq!(
                (payment.patch.value().is_some(), matches!(payment.patch, Patch::Null)),
                (patch.value().is_some(), matches!(patch, Patch::Null)),
                "{fields}"
            );
        }
    }
}

#[test]
fn numbers_in_strings_are_decimal_and_nothing_else() {
    let read = |value: &str| {
        let json = format!(r#"{{"amount":"{value}"}}"#);
        serde_json::from_str::<Line>(&json)
            .ok()
            .and_then(|line| line.amount)
            .map(|amount| amount.to_string())
    };
    for (text, amount) in [
        ("1250.50", Some("1250.50")),
        (" 10 ", Some("10")),
        ("+10", Some("10")),
        ("-10", Some("-10")),
        ("1e2", Some("100")),
        ("1.5E+2", Some("150")),
        ("1500e-2", Some("15.00")),
        (".5", Some("0.5")),
        ("1_000", None),
        ("1_0e2", None),
        ("1e0_1", None),
        ("1,000", None),
        ("1 000", None),
        ("0x10", None),
        ("NaN", None),
        ("inf", None),
        ("1e", None),
        ("e1", None),
        ("--1", None),
        ("\u{0661}", None),
        ("₹10", None),
        ("", None),
        // It would be rounded.
        ("0.12345678901234567890123456789012", None),
        ("1.2345678901234567890123456789012e1", None),
    ] {
        assert_eq!(read(text).as_deref(), amount, "{text}");
        assert_eq!(
            text.parse::<Money>().ok().map(|money| money.to_string()).as_deref(),
            amount,
            "{text}"
        );
    }
    for text in ["1_000", "1,000", "0x10", "NaN", "inf", "1 0", "", "\u{0661}"] {
        let json = format!("\"{text}\"");
        let count: Lenient<u32> =
            serde_json::from_str::<Count>(&format!(r#"{{"count":{json}}}"#)).unwrap().count;
        assert_eq!(count, Lenient::Other(text.to_owned()));
        let json = format!(r#"{{"share":{json}}}"#);
        assert!(serde_json::from_str::<Share>(&json).is_err(), "{json}");
    }
    for (text, count) in [("+7", 7), (" 7 ", 7), ("7.0", 7), ("7e1", 70)] {
        let count_read: Count = serde_json::from_str(&format!(r#"{{"count":"{text}"}}"#)).unwrap();
        assert_eq!(count_read.count, Lenient::Value(count), "{text}");
    }
}

#[model]
pub struct Count {
    pub count: Lenient<u32>,
}

#[model]
pub struct Share {
    pub share: f64,
}

/// Any JSON, odd on purpose.
fn odd(random: &mut Random, levels: u64) -> String {
    const ODD: [&str; 20] = [
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.50",
        "1e999",
        "-1e-999",
        "12345678901234567890123",
        "\"\"",
        "\"x\"",
        r#""\ud83d""#,
        r#""\ude00\"\\""#,
        "[]",
        "{}",
        "[null]",
        r#"{"":""}"#,
        "\"1_000\"",
        "[[[[[[]]]]]]",
        "0.1234567890123456789",
    ];
    match random.below(if levels == 0 { 4 } else { 6 }) {
        4 => {
            let elements: Vec<_> = (0..random.below(4)).map(|_| odd(random, levels - 1)).collect();
            format!("[{}]", elements.join(","))
        }
        5 => {
            let members: Vec<_> = (0..random.below(4))
                .map(|n| format!(r#""m{n}":{}"#, odd(random, levels - 1)))
                .collect();
            format!("{{{}}}", members.join(","))
        }
        3 => {
            let levels = random.below(300) as usize;
            format!("{}{}", "[".repeat(levels + 1), "]".repeat(levels + 1))
        }
        _ => ODD[random.below(ODD.len() as u64) as usize].to_owned(),
    }
}

#[tokio::test]
async fn no_odd_value_in_a_field_that_takes_any_loses_a_reply() {
    let mut random = Random::seeded(22);
    for _ in 0..300 {
        let value = odd(&mut random, 4);
        for name in ["id", "state", "reference", "fee", "count", "on", "due", "any", "undeclared"] {
            let fields = format!(r#""rrn":"77","{name}":{value},"line":{{"id":"L1"}}"#);
            for payment in each_way(&fields).await {
                assert_eq!(
                    payment.rrn.as_ref().map(|rrn| rrn.as_str()),
                    Some("77"),
                    "{name}: {value}"
                );
                assert_eq!(
                    payment.line.as_ref().unwrap().id.as_deref(),
                    Some("L1"),
                    "{name}: {value}"
                );
            }
        }
    }
}

#[test]
fn reading_never_panics() {
    let mut random = Random::seeded(7);
    let body = br#"{"id":"P1","rrn":12345678901234567890123,"amount":10.5,"lines":[{"id":1,"amount":"2"}],"names":["a","\ud83d\ude00"],"more":{"a":[1,2,{"b":null}]},"map":{"x":1e5},"on":"2026-01-31","patch":null}"#;
    for _ in 0..20_000 {
        let mut body = body.to_vec();
        for _ in 0..=random.below(4) {
            let position = random.below(body.len() as u64) as usize;
            match random.below(3) {
                0 => body[position] = random.below(256) as u8,
                1 => drop(body.remove(position)),
                _ => body.insert(position, b"{}[]\",:0e-\\u"[random.below(12) as usize]),
            }
        }
        let read = from_untrusted_json::<Payment>(&body);
        if let Err(error) = read {
            assert!(error.to_string().len() < 1000, "{error}");
        }
        let _ = from_json::<Vec<Outer>>(&body);
        let _ = from_json::<Outer>(&body);
    }
}

#[tokio::test]
async fn a_blank_string_for_an_amount_is_an_absent_one() {
    for blank in ["\"\"", "\"  \"", "null"] {
        for payment in
            each_way(&format!(r#""id":"P1","amount":{blank},"line":{{"amount":{blank}}}"#)).await
        {
            assert_eq!((payment.id.as_deref(), payment.amount), (Some("P1"), None), "{blank}");
            assert_eq!(payment.line.unwrap().amount, None, "{blank}");
        }
    }
    let wrong = from_json::<Payment>(br#"{"amount":"much"}"#).unwrap_err();
    assert_eq!(wrong.path(), "amount");
}

#[model]
pub struct Node {
    pub id: Option<String>,
    #[serde(flatten)]
    pub links: Links,
}

#[model]
pub struct Links {
    pub child: Option<Box<Node>>,
}

/// serde_json counts its levels anew for each flattened model.
#[test]
fn a_flattened_model_inside_itself_ends_before_the_stack_does() {
    let nested =
        |levels: usize| format!("{}null{}", r#"{"child":"#.repeat(levels), "}".repeat(levels));
    assert!(from_untrusted_json::<Node>(nested(5).as_bytes()).is_ok());
    assert!(from_untrusted_json::<Node>(nested(50_000).as_bytes()).is_err());
}

#[model]
pub struct Labelled {
    pub id: Option<String>,
    #[extra]
    pub labels: BTreeMap<String, String>,
}

#[test]
fn a_field_that_the_extra_map_cannot_hold_is_left_out() {
    let read: Labelled =
        from_json(br#"{"id":"1","a":"x","b":{"c":[1]},"d":null,"e":"y"}"#).unwrap();
    assert_eq!(read.id.as_deref(), Some("1"));
    assert_eq!(read.labels.keys().collect::<Vec<_>>(), ["a", "e"]);
}
