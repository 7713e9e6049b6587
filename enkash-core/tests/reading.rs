//! Models are deserialised from responses that differ from the declaration.
#![allow(clippy::unwrap_used, missing_docs, reason = "what fails here fails the test")]

use enkash_core::{JsonMap, from_json, model};

#[model]
struct Address {
    city: Option<String>,
}

#[model]
struct Customer {
    name: Option<String>,
    address: Option<Address>,
    boxed: Option<Box<Address>>,
    tags: Option<Vec<String>>,
    #[rename("numbers")]
    amounts: Vec<i64>,
    orders: Vec<Address>,
    map: Option<JsonMap>,
    sparse: Option<Vec<Option<i64>>>,
}

fn read(json: &str) -> Customer {
    from_json(json.as_bytes()).unwrap_or_else(|error| panic!("{json}: {error}"))
}

#[test]
fn what_servers_write_for_a_field_that_is_not_there_is_absent() {
    for odd in ["[]", r#""""#, r#"" ""#, "false", "0", "0.0", "null"] {
        let customer =
            read(&format!(r#"{{"address":{odd},"boxed":{odd},"map":{odd},"name":"N"}}"#));
        assert!(
            customer.address.is_none() && customer.boxed.is_none() && customer.map.is_none(),
            "{odd}"
        );
        assert_eq!(customer.name.as_deref(), Some("N"));
    }
    for odd in [r#""""#, "false", "0", "null"] {
        let customer = read(&format!(r#"{{"tags":{odd},"sparse":{odd},"name":"N"}}"#));
        assert!(customer.tags.is_none() && customer.sparse.is_none(), "{odd}");
    }
    for empty in ["{}", r#""""#, r#"" ""#, "null", "[]"] {
        let customer = read(&format!(r#"{{"numbers":{empty},"orders":{empty},"name":"N"}}"#));
        assert!(customer.amounts.is_empty() && customer.orders.is_empty(), "{empty}");
    }
}

/// An order that reads as "no orders" would be a reason to order again.
#[test]
fn what_has_content_is_not_lost_unseen() {
    for odd in [
        r#"{"address":"not found"}"#,
        r#"{"address":[1]}"#,
        r#"{"address":true}"#,
        r#"{"address":7}"#,
        r#"{"tags":"a,b"}"#,
        r#"{"tags":{"a":1}}"#,
        r#"{"numbers":{"a":1}}"#,
        r#"{"numbers":"1,2"}"#,
        r#"{"orders":["TXN1"]}"#,
        r#"{"orders":[[{"city":"Pune"}]]}"#,
    ] {
        assert!(from_json::<Customer>(odd.as_bytes()).is_err(), "{odd}");
    }
    let customer = read(r#"{"orders":{"city":"Pune"}}"#);
    assert_eq!(
        customer.orders[0].city.as_deref(),
        Some("Pune"),
        "a list of one, as converters from XML write it"
    );
}

#[test]
fn an_element_that_is_not_there_is_left_out_of_a_list() {
    let customer = read(
        r#"{"numbers":[1,null,"2"],"orders":[null,{"city":"Pune"},"",[]],"tags":["a",null],"sparse":[1,null]}"#,
    );
    assert_eq!(customer.amounts, [1, 2]);
    let cities: Vec<_> = customer.orders.iter().map(|order| order.city.as_deref()).collect();
    assert_eq!(cities, [Some("Pune")]);
    assert_eq!(customer.tags.unwrap(), ["a"]);
    assert_eq!(customer.sparse.unwrap(), [Some(1), None], "who asks for gaps gets them");
}

#[test]
fn an_object_is_read_as_before() {
    let customer =
        read(r#"{"address":{"city":"Pune"},"boxed":{"city":"Agra"},"tags":[],"more":{"a":[]}}"#);
    assert_eq!(customer.address.unwrap().city.as_deref(), Some("Pune"));
    assert_eq!(customer.boxed.unwrap().city.as_deref(), Some("Agra"));
    assert!(customer.tags.unwrap().is_empty());
}

#[test]
fn a_character_that_cannot_be_read_loses_nothing_else() {
    for json in [
        &b"\xef\xbb\xbf{\"name\":\"N\"}"[..],
        b"{\"name\":\"N\",\"zz\":\"caf\xe9\"}",
        b"{\"name\":\"N\",\"zz\":\"cut \\ud83d\"}",
        b"{\"name\":\"N\",\"zz\":1e999}",
    ] {
        let customer: Customer =
            from_json(json).unwrap_or_else(|error| panic!("{}: {error}", json.escape_ascii()));
        assert_eq!(customer.name.as_deref(), Some("N"));
    }
}

#[test]
fn an_error_repeats_little_of_what_was_sent_and_no_control_characters() {
    let json =
        format!("{{\"more\":{{}},\"numbers\":[\"\u{1b}x\"],\"{}\\n\":1}}", "z".repeat(1 << 20));
    let error = from_json::<Customer>(json.as_bytes()).unwrap_err().to_string();
    assert!(error.len() < 1000 && !error.contains('\u{1b}'), "{}", error.len());
}
