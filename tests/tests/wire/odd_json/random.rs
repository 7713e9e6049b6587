//! Odd values at random.

use enkash_core::{from_json, from_untrusted_json};
use enkash_tests::random::Random;

use super::{Outer, Payment, each_way};

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
