//! What a customer's browser brings back from the checkout: any of it is read, and none of it is
//! believed.

use enkash_endpoints::payment_gateway::webhooks::PaymentReturn;
use enkash_endpoints::webhook::Unverified;
use serde_json::{json, to_value};

fn read(query: &str) -> PaymentReturn {
    Unverified::<PaymentReturn>::from_query(query).expect("it is short enough").into_unverified()
}

#[test]
fn each_parameter_has_its_field() {
    let all = PaymentReturn::builder()
        .order_id("v")
        .order_status("v")
        .status("v")
        .transaction_status("v")
        .transaction_id("v")
        .unique_transaction_id("v")
        .amount("v")
        .final_amount("v")
        .transaction_amount("v")
        .currency("v")
        .payment_mode("v")
        .txn_date("v")
        .txn_message("v")
        .transaction_message("v")
        .checksum("v")
        .reason("v")
        .build();
    let all = to_value(all).expect("JSON");
    for name in all.as_object().expect("an object").keys() {
        let claim = read(&format!("{name}=v"));
        assert!(claim.more.is_empty(), "{name} is not read as a field");
        assert_eq!(to_value(claim).expect("JSON"), json!({name: "v"}));
    }
}

#[test]
fn any_query_is_read() {
    for (query, expected) in [
        ("", json!({})),
        ("?", json!({})),
        ("&&=&", json!({"": ""})),
        ("?status=SUCCESS", json!({"status": "SUCCESS"})),
        ("status", json!({"status": ""})),
        ("status=", json!({"status": ""})),
        ("Status=SUCCESS", json!({"Status": "SUCCESS"})),
        // Of what comes twice the last one counts, in a field as in the rest.
        ("orderId=mine&a=1&orderId=ORD1&a=2", json!({"orderId": "ORD1", "a": "2"})),
        ("txnDate=2026-11-28+10%3A15%3A00", json!({"txnDate": "2026-11-28 10:15:00"})),
        (
            "amount=1=2&currency=INR?&x[]=1",
            json!({"amount": "1=2", "currency": "INR?", "x[]": "1"}),
        ),
        ("st%61tus=%53", json!({"status": "S"})),
        (
            "status=%&amount=%4&checksum=%zz",
            json!({"status": "%", "amount": "%4", "checksum": "%zz"}),
        ),
        ("status=%ff%00\u{e9}", json!({"status": "\u{fffd}\0\u{e9}"})),
        ("amount=1e9;status=SUCCESS", json!({"amount": "1e9;status=SUCCESS"})),
        ("__proto__=1&more=2", json!({"__proto__": "1", "more": "2"})),
    ] {
        assert_eq!(to_value(read(query)).expect("JSON"), expected, "{query}");
    }
}

#[test]
fn a_query_beyond_8_kib_is_refused_and_not_repeated() {
    let longest = format!("a={}", "x".repeat(8190));
    assert_eq!(read(&longest).more["a"].as_str().map(str::len), Some(8190));
    let error = Unverified::<PaymentReturn>::from_query(&format!("{longest}x"))
        .expect_err("it is too long");
    assert_eq!(error.to_string(), "the query has 8193 bytes, and no more than 8192 are read");
}

#[test]
fn parameters_of_unknown_content_are_not_printed() {
    let query = "status=FAILED&reason=checkout_unavailable&email=planted%40example.com";
    let printed = format!("{:?}", Unverified::<PaymentReturn>::from_query(query));
    assert!(printed.contains("checkout_unavailable") && !printed.contains("planted"), "{printed}");
}
