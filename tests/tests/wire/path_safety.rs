//! A value in a path never changes the route: for any string, either the URL that is sent
//! has the template's segments, with the string as exactly one of them, or nothing is sent.

use std::sync::LazyLock;

use enkash_core::{Client, ErrorKind, Method, Outcome, Rule, endpoint};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::PRODUCT;

#[endpoint(GET, "/api/v0/customer/<customerId>/invoice/<invoiceId>")]
pub struct GetCustomerInvoice {
    /// Declared before the customer, so that the order of fields is not the template's.
    pub invoice_id: String,
    pub customer_id: String,
    pub filter: Option<String>,
    pub tag: Vec<String>,
}

/// A template that begins with a placeholder.
#[endpoint(GET, "/<companyId>/<customerId>")]
pub struct GetFirst<'a> {
    pub company_id: &'a str,
    pub customer_id: &'a str,
}

fn client(base: &str) -> Client {
    Client::builder().base_url(&PRODUCT, base).build().expect("the base URL is a proper one")
}

/// Clients for base URLs with all sorts of prefixes. A client loads root certificates, so each is
/// made once.
static CLIENTS: LazyLock<Vec<(&str, Client)>> = LazyLock::new(|| {
    ["", "/", "/gw", "/a/b/"]
        .map(|prefix| (prefix, client(&format!("https://api.example.com{prefix}"))))
        .to_vec()
});

/// Strings that servers, proxies and URL parsers are known to trip over, and any others.
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
        "..;",
        "%3b",
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

/// What Tomcat makes of a path, by its documentation and `CoyoteAdapter`: it cuts every segment off
/// at a bare `;`, decodes what is left, and resolves empty and dot segments. `None` where it
/// refuses the path: an encoded `/`, a `\`, a NUL.
fn tomcat(path: &str) -> Option<Vec<String>> {
    let mut route: Vec<String> = Vec::new();
    for segment in path.split('/') {
        let segment = segment.split(';').next().unwrap_or_default();
        if segment.to_ascii_lowercase().contains("%2f") {
            return None;
        }
        match decoded(segment) {
            segment if segment.contains(['\\', '\0']) => return None,
            segment if segment.is_empty() || segment == "." => {}
            segment if segment == ".." => drop(route.pop()?),
            segment => route.push(segment),
        }
    }
    Some(route)
}

/// A proxy that decodes a path once and passes on what it has decoded, but for what cannot be in
/// a path.
fn decoded_by_a_proxy(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        let mut segment = decoded(segment);
        for (character, encoded) in
            [("%", "%25"), ("/", "%2F"), ("\\", "%5C"), ("\0", "%00"), ("?", "%3F")]
        {
            segment = segment.replace(character, encoded);
        }
        segment
    });
    segments.collect::<Vec<_>>().join("/")
}

/// What a strict reader makes of a segment.
fn decoded(segment: &str) -> String {
    percent_encoding::percent_decode_str(segment)
        .decode_utf8()
        .expect("segments are UTF-8")
        .into_owned()
}

proptest! {
    // The same cases on every run; a failure shows its values, so none is kept in a file.
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
        let prepared = match client.prepare(&request) {
            Ok(prepared) => prepared,
            Err(error) => {
                prop_assert_eq!(error.outcome(), Outcome::NotSent);
                for violation in error.violations().expect("nothing else can be wrong") {
                    prop_assert_eq!(&violation.rule, &Rule::PathSegment);
                }
                return Ok(());
            }
        };
        // As the transport's URL type reads it, and as another parser of the whole string does.
        for url in [prepared.url(), url::Url::parse(prepared.url().as_str()).expect("a URL")] {
            prop_assert_eq!(url.host_str(), Some("api.example.com"));
            prop_assert_eq!(url.fragment(), None);
            let segments: Vec<String> = url.path_segments().expect("a path").map(decoded).collect();
            let own: Vec<&str> = prefix.split('/').filter(|part| !part.is_empty()).collect();
            let mut expected: Vec<&str> = own;
            expected.extend(["api", "v0", "customer", &request.customer_id, "invoice", &request.invoice_id]);
            prop_assert_eq!(&segments, &expected);
            if let Some(route) = tomcat(url.path()) {
                prop_assert_eq!(&route, &expected);
            }
            // Behind such a proxy a value may lose what follows a `;`, and nothing else of the
            // route changes.
            if let Some(route) = tomcat(&decoded_by_a_proxy(url.path())) {
                let expected: Vec<&str> = expected.iter().map(|part| part.split(';').next().unwrap_or("")).collect();
                prop_assert_eq!(&route, &expected);
            }
            let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            let mut wanted: Vec<(String, String)> = Vec::new();
            wanted.extend(request.filter.iter().map(|value| ("filter".to_owned(), value.clone())));
            wanted.extend(request.tag.iter().map(|value| ("tag".to_owned(), value.clone())));
            prop_assert_eq!(pairs, wanted);
        }
        // What the wire carries is what was written: nobody has normalised it on the way.
        let url = prepared.url();
        prop_assert_eq!(url.path(), prepared.path());
        prop_assert!(prepared.target.bytes().all(|byte| byte.is_ascii_graphic()));
    }
}

#[test]
fn dot_segments_in_every_form_are_refused_and_other_strings_are_encoded() {
    let client = client("https://api.example.com/gw");
    let prepare = |customer_id: &str| {
        client.prepare(&GetCustomerInvoice {
            invoice_id: "I1".to_owned(),
            customer_id: customer_id.to_owned(),
            filter: None,
            tag: Vec::new(),
        })
    };
    for refused in [
        "",
        ".",
        "..",
        "%2e%2e",
        ".%2E",
        "%252e%252e",
        ".\t.",
        "\n..",
        "\r",
        "%2e\t%2e",
        "\u{7f}",
        "..;",
        "..;x",
        ".;a",
        ";",
        ";/x",
        "%3b",
        "..%3B",
        "..%253Ba",
        ".%2e;v=1",
        "\t..;",
        "..;/../admin",
        "../admin",
        "a/../../admin",
        "..\\..\\admin",
        "x/.",
        "T1;jsessionid=x/..;/admin",
        "a%2f..%252fb",
    ] {
        let error = prepare(refused).expect_err(refused);
        assert_eq!(error.outcome(), Outcome::NotSent, "{refused:?}");
        assert_eq!(error.violations().map(enkash_core::Violations::len), Some(1), "{refused:?}");
    }
    for (value, segment) in [
        ("INV/2026/01", "INV%2F2026%2F01"),
        ("a/b?x=1#f", "a%2Fb%3Fx=1%23f"),
        ("100%", "100%25"),
        ("a\tb\r\nX: y", "a%09b%0D%0AX:%20y"),
        ("%2F", "%252F"),
        ("T1;1", "T1%3B1"),
        ("//evil.example", "%2F%2Fevil.example"),
        ("a\u{0}", "a%00"),
        ("{orderId}<x>", "%7BorderId%7D%3Cx%3E"),
        ("oidc-github", "oidc-github"),
        ("a+b c", "a+b%20c"),
    ] {
        let prepared = prepare(value).expect(value);
        assert_eq!(prepared.path(), format!("/gw/api/v0/customer/{segment}/invoice/I1"));
    }
}

#[test]
fn a_first_value_never_becomes_the_host_and_no_value_is_filled_in_again() {
    let client = client("https://api.example.com");
    for (company_id, customer_id, path) in [
        ("", "evil.example", None),
        ("/", "evil.example", Some("/%2F/evil.example")),
        ("\\evil.example", "x", Some("/%5Cevil.example/x")),
        ("/evil.example", "x", Some("/%2Fevil.example/x")),
        ("\t", "evil.example", None),
        ("<customerId>", "secret", Some("/%3CcustomerId%3E/secret")),
        ("{customerId}", "secret", Some("/%7BcustomerId%7D/secret")),
        ("x", "<companyId>", Some("/x/%3CcompanyId%3E")),
    ] {
        let prepared = client.prepare(&GetFirst { company_id, customer_id });
        assert_eq!(
            prepared.as_ref().ok().map(enkash_core::PreparedRequest::path),
            path,
            "{company_id}"
        );
        if let Ok(prepared) = prepared {
            assert_eq!(
                prepared.url().as_str(),
                format!("https://api.example.com{}", prepared.path())
            );
        }
    }
}

#[tokio::test]
async fn a_url_that_servers_refuse_is_a_violation_that_names_the_field() {
    let origin = "https://api.example.com";
    let get = |client: &Client, customer_id: usize, filter: usize, tags: usize| {
        let prepared = client.prepare(&GetCustomerInvoice {
            invoice_id: "I".to_owned(),
            customer_id: "C".repeat(customer_id),
            filter: (filter > 0).then(|| "\u{20b9}".repeat(filter)),
            tag: vec!["t".to_owned(); tags],
        });
        prepared.map(|prepared| prepared.url().as_str().len()).map_err(|error| {
            assert_eq!(error.outcome(), Outcome::NotSent);
            error.to_string()
        })
    };
    let own = client(origin);
    let fixed = format!("{origin}/api/v0/customer//invoice/I").len();
    assert_eq!(get(&own, 8000 - fixed, 0, 0), Ok(8000));
    for (customer_id, filter, tags, name) in [
        (8001 - fixed, 0, 0, "customerId"),
        (3000, 1000, 0, "filter"),
        (1, 100_000, 0, "filter"),
        (1, 10, 2000, "tag"),
    ] {
        let wrong = format!(
            "the request was not sent: `{name}` must be shorter: the whole URL may have no more than 8000 bytes"
        );
        assert_eq!(get(&own, customer_id, filter, tags), Err(wrong));
    }
    // The base counts as well.
    let long = client(&format!("{origin}/{}", "gw/".repeat(600)));
    assert!(get(&long, 6200 - fixed, 0, 0).is_ok() && get(&long, 6201 - fixed, 0, 0).is_err());

    let raw = || own.raw(&PRODUCT, Method::GET, "/x");
    for (call, name) in [
        (raw().query("q", "x".repeat(66_000)), "query"),
        (raw().query("x".repeat(66_000), ""), "query"),
        (raw().segment("x".repeat(8000)), "path"),
    ] {
        let error = call.send().await.expect_err("the URL is too long");
        assert_eq!(
            (error.kind(), error.outcome(), error.attempts()),
            (ErrorKind::Invalid, Outcome::NotSent, 0)
        );
        assert!(error.to_string().contains(&format!("`{name}` must be shorter")), "{error}");
    }
}
