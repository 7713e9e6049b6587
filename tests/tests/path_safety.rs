//! A value in a path never changes the route: for any text, either the URL that leaves has the template's segments, with
//! the text as exactly one of them, or nothing leaves.
#![allow(missing_docs)]

use std::sync::LazyLock;

use enkash_core::{Client, Outcome, Product, Rule, endpoint};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

#[endpoint(GET, "/api/v0/customer/<customerId>/invoice/<invoiceId>")]
pub struct GetCustomerInvoice {
    /// Declared before the customer, so that the order of fields is not the template's.
    pub invoice_id: String,
    pub customer_id: String,
    pub filter: Option<String>,
    pub tag: Vec<String>,
}

fn client(base: &str) -> Client {
    Client::builder()
        .base_url(Product::AccountsReceivable, base)
        .bearer("not-a-real-token")
        .build()
        .expect("the base URL is a proper one")
}

/// Clients for base URLs with all sorts of prefixes. A client loads root certificates, so each is made once.
static CLIENTS: LazyLock<Vec<(&str, Client)>> = LazyLock::new(|| {
    ["", "/", "/gw", "/a/b/"]
        .map(|prefix| (prefix, client(&format!("https://api.example.com{prefix}"))))
        .to_vec()
});

/// Texts that servers, proxies and URL parsers are known to trip over, and any others.
fn text() -> impl Strategy<Value = String> {
    let tricky = prop::sample::select(vec![
        ".",
        "..",
        "/",
        "\\",
        "%",
        "%2e",
        "%2E",
        "%2f",
        "%252e",
        "?",
        "#",
        ";",
        "&",
        "=",
        "\t",
        "\n",
        "\r",
        "\0",
        " ",
        "\u{7f}",
        "@",
        ":",
        "//",
        "http:",
        "[",
        "]",
        "a",
        "Z",
        "0",
        "\u{20b9}",
        "\u{200b}",
        "\u{feff}",
        "\u{1f600}",
    ]);
    prop_oneof![
        prop::collection::vec(tricky, 0..6).prop_map(|parts| parts.concat()),
        any::<String>(),
        "[A-Z0-9]{1,20}",
    ]
}

/// What a strict reader makes of a segment.
fn decoded(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment).decode_utf8().expect("segments are UTF-8").into_owned()
}

proptest! {
    // The same cases on every run; a failure says its values, so none is kept in a file.
    #![proptest_config(ProptestConfig {
        cases: 4000,
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_path_value_is_one_segment_or_nothing_leaves(
        customer_id in text(),
        invoice_id in text(),
        filter in prop::option::of(text()),
        tag in prop::collection::vec(text(), 0..3),
        (prefix, client) in prop::sample::select(&**CLIENTS),
    ) {
        let request = GetCustomerInvoice { invoice_id, customer_id, filter, tag };
        let outgoing = match client.prepare(&request) {
            Ok(outgoing) => outgoing,
            Err(error) => {
                prop_assert_eq!(error.outcome(), Outcome::NotSent);
                for violation in error.violations().expect("nothing else can be wrong") {
                    prop_assert_eq!(&violation.rule, &Rule::PathSegment);
                }
                return Ok(());
            }
        };
        // As the transport's URL type reads it, and as another parser of the whole text does.
        for url in [outgoing.url(), url::Url::parse(outgoing.url().as_str()).expect("a URL")] {
            prop_assert_eq!(url.host_str(), Some("api.example.com"));
            prop_assert_eq!(url.fragment(), None);
            let segments: Vec<String> = url.path_segments().expect("a path").map(decoded).collect();
            let own: Vec<&str> = prefix.split('/').filter(|part| !part.is_empty()).collect();
            let mut expected: Vec<&str> = own;
            expected.extend(["api", "v0", "customer", &request.customer_id, "invoice", &request.invoice_id]);
            prop_assert_eq!(segments, expected);
            let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            let mut wanted: Vec<(String, String)> = Vec::new();
            wanted.extend(request.filter.iter().map(|value| ("filter".to_owned(), value.clone())));
            wanted.extend(request.tag.iter().map(|value| ("tag".to_owned(), value.clone())));
            prop_assert_eq!(pairs, wanted);
        }
        // What the wire carries is what was written: nobody has normalised it on the way.
        let url = outgoing.url();
        prop_assert_eq!(url.path(), outgoing.path());
        prop_assert!(outgoing.target.bytes().all(|byte| byte.is_ascii_graphic()));
    }
}

#[test]
fn dot_segments_in_every_spelling_are_refused_and_other_texts_are_encoded() {
    let client = client("https://api.example.com/gw");
    let prepare = |customer_id: &str| {
        client.prepare(&GetCustomerInvoice {
            invoice_id: "I1".to_owned(),
            customer_id: customer_id.to_owned(),
            filter: None,
            tag: Vec::new(),
        })
    };
    for refused in ["", ".", "..", "%2e%2e", ".%2E", "%252e%252e", ".\t.", "\n..", "\r", "%2e\t%2e", "\u{7f}"]
    {
        let error = prepare(refused).expect_err(refused);
        assert_eq!(error.outcome(), Outcome::NotSent, "{refused:?}");
        assert_eq!(error.violations().map(enkash_core::Violations::len), Some(1), "{refused:?}");
    }
    for (value, segment) in [
        ("../admin", "..%2Fadmin"),
        ("a/b?x=1#f", "a%2Fb%3Fx=1%23f"),
        ("..\\..\\admin", "..%5C..%5Cadmin"),
        ("100%", "100%25"),
        ("a\tb\r\nX: y", "a%09b%0D%0AX:%20y"),
        ("%2F", "%252F"),
        ("oidc-github", "oidc-github"),
        ("a+b c", "a+b%20c"),
    ] {
        let outgoing = prepare(value).expect(value);
        assert_eq!(outgoing.path(), format!("/gw/api/v0/customer/{segment}/invoice/I1"));
    }
}
