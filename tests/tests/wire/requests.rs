//! Where each field goes, and how it is written there.

use std::collections::BTreeMap;

#[path = "../../../enkash-core/src/rules/reserved_headers.rs"]
mod reserved_by_core;
#[path = "../../../enkash-macros/src/reserved_headers.rs"]
mod reserved_by_the_macros;

use enkash_core::{
    Client, Error, FilePart, Json, JsonMap, Money, Patch, PreparedRequest, Violations, endpoint,
    model, pattern,
};
use jiff::civil::{Date, DateTime, Time, date};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::PRODUCT;

fn client() -> Client {
    let client = Client::builder().base_url(&PRODUCT, "https://api.example.com/gw");
    client.build().expect("these settings are complete")
}

fn body(prepared: &PreparedRequest) -> String {
    String::from_utf8(prepared.body.to_vec()).expect("the body is UTF-8")
}

fn violations(error: &Error) -> String {
    error.violations().expect("the request breaks rules").to_string()
}

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");

#[endpoint(POST, "/orders/<orderId>/<customerId>", idempotent = true, unique = reference)]
pub struct Everywhere {
    pub customer_id: CustomerId,
    pub order_id: u32,
    #[query]
    pub page: Option<u32>,
    #[query]
    pub tag: Vec<String>,
    #[query]
    #[format("dd/MM/yyyy")]
    pub from: Option<Date>,
    #[header("X-Trace")]
    pub trace: Option<String>,
    #[rename("ref")]
    pub reference: String,
    pub r#type: Option<bool>,
    #[range(0.01..=200000)]
    #[decimals(2)]
    pub amount: Money,
    pub nothing: Option<String>,
    #[format("yyyy-MM-dd HH:mm:ss")]
    pub at: DateTime,
    #[format("HH:mm")]
    pub times: Vec<Time>,
    #[extra]
    pub rest: JsonMap,
}

fn everywhere() -> Everywhere {
    Everywhere {
        customer_id: ID,
        order_id: 7,
        page: Some(2),
        tag: vec!["a&b".to_owned(), "c d".to_owned()],
        from: Some(date(2026, 1, 31)),
        trace: Some("t-1".to_owned()),
        reference: "R1".to_owned(),
        r#type: Some(true),
        amount: Money::from_paise(1050),
        nothing: None,
        at: date(2026, 1, 31).at(10, 15, 0, 0),
        times: vec![jiff::civil::time(9, 30, 0, 0)],
        rest: JsonMap::from_iter([("further".to_owned(), Json::from(1))]),
    }
}

#[test]
fn each_field_goes_to_its_place() {
    let prepared = client().prepare(&everywhere()).unwrap();
    assert_eq!(prepared.method, "POST");
    assert_eq!(prepared.path(), "/gw/orders/7/KC0123456789ABCD");
    assert_eq!(prepared.query(), Some("page=2&tag=a%26b&tag=c%20d&from=31%2F01%2F2026"));
    assert_eq!(prepared.headers["x-trace"], "t-1");
    assert_eq!(prepared.headers["content-type"], "application/json");
    assert_eq!(
        body(&prepared),
        r#"{"ref":"R1","type":true,"amount":10.5,"at":"2026-01-31 10:15:00","times":["09:30"],"further":1}"#
    );
}

#[test]
fn all_rules_are_checked_at_once() {
    let mut request = everywhere();
    request.amount = "200000.001".parse().unwrap();
    request.trace = Some("line\r\nbreak".to_owned());
    request.rest.insert("amount".to_owned(), Json::from(9));
    let error = client().prepare(&request).unwrap_err();
    assert_eq!(
        violations(&error),
        "`X-Trace` must contain only visible ASCII and spaces, as it is sent in a header; `amount` must have no more than 2 decimals; \
         `amount` must be at least 0.01 and at most 200000; `amount` must not repeat the name of another field"
    );
}

#[endpoint(POST, "/oauth/token", body = form, auth = basic, bare, rename_all = "snake_case")]
pub struct Form {
    pub grant_type: String,
    pub user_name: Option<String>,
    pub scope: Vec<String>,
}

#[test]
fn a_form_is_encoded() {
    let request = Form::builder().grant_type("pass word&").scope(["a", "b"]).build();
    let prepared = client().prepare(&request).unwrap();
    assert_eq!(prepared.headers["content-type"], "application/x-www-form-urlencoded");
    assert_eq!(body(&prepared), "grant_type=pass%20word%26&scope=a&scope=b");
}

#[endpoint(POST, "/customer/bulk", body = multipart)]
pub struct Upload {
    #[query]
    pub company_id: String,
    pub note: Option<String>,
    pub file: Option<FilePart>,
}

#[test]
fn files_travel_in_parts() {
    let file = FilePart::new("customers.csv", "text/csv", "a,b\r\n");
    let request = Upload::builder().company_id("CEK0123456").note("first").file(file).build();
    let prepared = client().prepare(&request).unwrap();
    let media_type = prepared.headers["content-type"].to_str().unwrap();
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let body = body(&prepared);
    assert_eq!(body.matches(boundary).count(), 3);
    assert!(body.contains(
        "name=\"file\"; filename=\"customers.csv\"\r\nContent-Type: text/csv\r\n\r\na,b\r\n\r\n"
    ));
    assert_eq!(prepared.query(), Some("companyId=CEK0123456"));
}

#[model]
pub struct Row {
    #[length(1..=3)]
    pub name: String,
}

#[endpoint(POST, "/rows")]
pub struct Rows {
    #[query]
    pub dry: Option<bool>,
    #[body]
    #[items(1..=2)]
    pub rows: Vec<Row>,
}

#[test]
fn one_field_can_be_the_whole_body() {
    let row = |name: &str| Row { name: name.to_owned() };
    let prepared = client().prepare(&Rows { dry: None, rows: vec![row("a"), row("b")] }).unwrap();
    assert_eq!(body(&prepared), r#"[{"name":"a"},{"name":"b"}]"#);
    let error = client()
        .prepare(&Rows { dry: Some(true), rows: vec![row("a"), row(""), row("long")] })
        .unwrap_err();
    assert_eq!(
        violations(&error),
        "the request must have 1 to 2 elements; `[1].name` must have 1 to 3 characters; `[2].name` must have 1 to 3 \
         characters"
    );
}

#[model]
pub enum Mode {
    Imps,
    #[rename("Upi")]
    Upi,
}

#[model(validate = Self::account_or_vpa)]
pub struct Payee {
    #[pattern(r"^\d{9,18}$")]
    pub account: Option<String>,
    pub vpa: Option<String>,
}

impl Payee {
    fn account_or_vpa(&self, found: &mut Violations) {
        if self.account.is_some() == self.vpa.is_some() {
            found.add("account", "stand there, or `vpa`, but not both");
        }
    }
}

#[endpoint(PATCH, "/nested", validate = check_total)]
pub struct Nested {
    pub payees: Vec<Payee>,
    pub mode: Mode,
    pub address: Patch<String>,
    pub limit: Patch<Money>,
    #[length(1..=2)]
    pub codes: Patch<Vec<String>>,
    #[serde(flatten)]
    pub more: More,
    #[serde(with = "as_text")]
    pub count: u32,
    pub table: Option<Box<Row>>,
}

fn check_total(request: &Nested, found: &mut Violations) {
    if request.count == 0 {
        found.add("count", "be more than nothing");
    }
}

#[model]
pub struct More {
    #[length(1..)]
    pub remarks: String,
}

mod as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(count: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("n{count}"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        u32::deserialize(deserializer)
    }
}

fn nested() -> Nested {
    Nested {
        payees: vec![Payee { account: Some("123456789".to_owned()), vpa: None }],
        mode: Mode::Upi,
        address: Patch::Null,
        limit: Patch::Absent,
        codes: Patch::Value(vec!["a".to_owned()]),
        more: More { remarks: "r".to_owned() },
        count: 3,
        table: None,
    }
}

#[test]
fn nested_models_patches_and_serde_attributes_are_written() {
    let prepared = client().prepare(&nested()).unwrap();
    assert_eq!(
        body(&prepared),
        r#"{"payees":[{"account":"123456789"}],"mode":"Upi","address":null,"codes":["a"],"remarks":"r","count":"n3"}"#
    );
}

#[test]
fn nested_models_are_checked_with_their_path_on_the_wire() {
    let mut request = nested();
    request.payees.push(Payee { account: Some("12".to_owned()), vpa: Some("a@b".to_owned()) });
    request.mode = Mode::Unknown("NEFT".to_owned());
    request.codes = Patch::Value(vec![String::new(), "abc".to_owned()]);
    request.more.remarks.clear();
    request.count = 0;
    let error = client().prepare(&request).unwrap_err();
    let lines: Vec<String> = error.violations().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        [
            r"`payees[1].account` must match `^\d{9,18}$`",
            "`payees[1].account` must stand there, or `vpa`, but not both",
            "`mode` must be one of `IMPS`, `Upi`",
            "`codes[0]` must have 1 to 2 characters",
            "`codes[1]` must have 1 to 2 characters",
            "`remarks` must have at least 1 character",
            "`count` must be more than nothing",
        ]
    );
}

#[endpoint(GET, "/unwritable")]
pub struct NoBody;

#[endpoint(POST, "/keys")]
pub struct Keys {
    #[extra]
    pub rest: BTreeMap<String, f64>,
}

#[test]
fn without_body_fields_there_is_no_body() {
    let prepared = client().prepare(&NoBody).unwrap();
    assert!(prepared.body.is_empty() && !prepared.headers.contains_key("content-type"));
    let empty = client().prepare(&Keys { rest: BTreeMap::new() }).unwrap();
    assert_eq!(body(&empty), "{}");
}

#[endpoint(POST, "/pay")]
pub struct Pay {
    pub amount: Money,
}

proptest! {
    // The same cases on every run; a failure shows its values, so none is kept in a file.
    #![proptest_config(ProptestConfig {
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_amount_loses_a_paisa_on_the_wire(paise in -100_000_000_000_000_i64..=100_000_000_000_000) {
        let amount = Money::from_paise(paise);
        let prepared = client_once().prepare(&Pay { amount }).unwrap();
        let json = body(&prepared);
        let number = json.strip_prefix("{\"amount\":").unwrap().strip_suffix('}').unwrap();
        // The string on the wire, read as an exact decimal, is the amount.
        prop_assert_eq!(number.parse::<Money>().unwrap(), amount);
        prop_assert_eq!(serde_json::from_str::<Money>(number).unwrap(), amount);
    }
}

/// A client loads root certificates, so the property has one for all its cases.
fn client_once() -> &'static Client {
    static CLIENT: std::sync::LazyLock<Client> = std::sync::LazyLock::new(client);
    &CLIENT
}

#[endpoint(POST, "/bookings", unique = reference)]
pub struct Book {
    pub reference: Option<String>,
    pub amount: u32,
}

#[test]
fn an_optional_id_protects_a_call_only_where_it_is_set() {
    let carries = |reference: Option<&str>| {
        let request = Book { reference: reference.map(str::to_owned), amount: 1 };
        client().prepare(&request).unwrap().carries_unique_id
    };
    assert!(carries(Some("MINE-1")) && !carries(None));
}

#[endpoint(POST, "/files", body = multipart, unique = reference)]
pub struct SendFile {
    pub reference: Option<String>,
    pub file: FilePart,
}

#[test]
fn an_id_beside_a_file_protects_a_call_as_well() {
    let carries = |reference: Option<&str>| {
        let file = FilePart::new("a.csv", "text/csv", "a");
        let request = SendFile { reference: reference.map(str::to_owned), file };
        client().prepare(&request).unwrap().carries_unique_id
    };
    assert!(carries(Some("MINE-1")) && !carries(None));
}

#[endpoint(GET, "/limits/<least>")]
pub struct Limits {
    #[decimals(2)]
    pub least: Money,
    #[decimals(2)]
    pub most: Money,
}

#[test]
fn an_amount_is_written_with_the_decimals_that_were_checked() {
    let amount = |text: &str| text.parse().unwrap();
    let prepared =
        client().prepare(&Limits { least: amount("1.5000"), most: amount("100.00") }).unwrap();
    assert_eq!((prepared.path(), prepared.query()), ("/gw/limits/1.5", Some("most=100")));
}

#[endpoint(GET, "/branches/<branchId>")]
pub struct OfTwoKinds {
    #[cfg(any())]
    pub branch_id: Absent,
    #[cfg(not(any()))]
    pub branch_id: u32,
}

#[test]
fn a_placeholder_is_filled_by_the_field_that_is_compiled() {
    let prepared = client().prepare(&OfTwoKinds { branch_id: 7 }).unwrap();
    assert_eq!((prepared.path(), prepared.query()), ("/gw/branches/7", None));
}

#[test]
fn fields_and_calls_are_refused_the_same_headers() {
    assert_eq!(reserved_by_the_macros::RESERVED_HEADERS, reserved_by_core::RESERVED_HEADERS);
}
