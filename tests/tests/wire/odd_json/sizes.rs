//! JSON that is nested deeply or very long.

use enkash_core::{FromJsonError, Lenient, from_json, from_untrusted_json, model};

use super::{GetJson, GetPayment, LONG, Payment, each_way};
use crate::send;

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
