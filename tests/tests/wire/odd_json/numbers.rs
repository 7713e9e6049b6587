//! Numbers: their digits, their precision, and what is none.

use std::collections::BTreeMap;

use enkash_core::{Json, Lenient, Money, Patch, from_json, model};

use super::{GetPayment, LONG, Line, Outer, Payment, State, each_way};
use crate::send;

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
        // It is no double at all. With `arbitrary_precision`, serde_json writes the sign.
        let digits = payment.more["y"].to_string().replace(['"', '+'], "");
        assert_eq!(digits, "1e999");
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
