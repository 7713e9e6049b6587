//! What counts as absent, and what is content of another kind.

use std::collections::BTreeMap;

use enkash_core::{Error, ErrorKind, Money, Outcome, Patch, from_json, model};

use super::{GetAmount, GetEmpty, GetPayment, GetText, LONG, ListPayments, Payment, each_way};
use crate::send;

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
