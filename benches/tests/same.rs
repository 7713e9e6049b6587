//! Whether all subjects make the same requests and read the same responses. What is not the same is
//! not compared.

use enkash_benches::responses::{ERROR, LARGE, SMALL};
use enkash_benches::subjects::identifiers::{
    CUSTOMER_ID, Checked, CustomerId, IFSC, Ifsc, PAN, Pan,
};
use enkash_benches::subjects::{BASE, CUSTOMER, bare, by_hand, enkash, http, plain, ruma, rustify};

/// Method, URL and body.
type Plain = (String, String, String);

fn of_reqwest(request: &reqwest::Request) -> Plain {
    let body = request.body().and_then(reqwest::Body::as_bytes).unwrap_or_default();
    (request.method().to_string(), request.url().to_string(), text(body))
}

/// reqwest cannot show the body of the request that enkash makes for it.
fn of_enkash<E: enkash_core::Endpoint>(client: &enkash_core::Client, request: &E) -> Plain {
    let prepared = client.prepare(request).unwrap();
    let (method, url, _) = of_reqwest(&enkash::to_reqwest(client, request).unwrap());
    (method, url, text(&prepared.body))
}

fn of_http(request: &::http::Request<Vec<u8>>) -> Plain {
    (request.method().to_string(), request.uri().to_string(), text(request.body()))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn all_subjects_activate_alike() {
    let (client, http) = (enkash::idle(), http());
    let expected = of_reqwest(&bare::activation(&http, BASE, CUSTOMER).unwrap());
    assert_eq!(expected.1, "https://api.example.com/gw/api/v0/customer/activate/KC0123456789ABCD");
    let rustify = rustify::Activate { customer: CUSTOMER.to_owned() };
    assert_eq!(of_enkash(&client, &enkash::activation()), expected);
    assert_eq!(of_reqwest(&by_hand::activation(&http, BASE, CUSTOMER).unwrap()), expected);
    assert_eq!(of_reqwest(&rustify::to_reqwest(&rustify, BASE).unwrap()), expected);
    // Ruma sends an empty object where there is no member.
    let (method, url, _) = of_http(&ruma::to_http(ruma::activate::Request::sample()).unwrap());
    assert_eq!((method, url), (expected.0, expected.1));
}

#[test]
fn all_subjects_create_alike() {
    let (client, http) = (enkash::idle(), http());
    let small =
        of_reqwest(&bare::creation(&http, BASE, "contact", &plain::Contact::sample()).unwrap());
    let large =
        of_reqwest(&bare::creation(&http, BASE, "company", &plain::Company::sample()).unwrap());
    assert!(small.2.len() > 100 && large.2.len() > 300);
    assert_eq!(of_enkash(&client, &enkash::CreateContact::sample()), small);
    assert_eq!(of_enkash(&client, &enkash::CreateCompany::sample()), large);
    assert_eq!(
        of_reqwest(&rustify::to_reqwest(&rustify::CreateContact::sample(), BASE).unwrap()),
        small
    );
    assert_eq!(
        of_reqwest(&rustify::to_reqwest(&rustify::CreateCompany::sample(), BASE).unwrap()),
        large
    );
    assert_eq!(of_http(&ruma::to_http(ruma::create_contact::Request::sample()).unwrap()), small);
    assert_eq!(of_http(&ruma::to_http(ruma::create_company::Request::sample()).unwrap()), large);
}

#[test]
fn all_checks_agree() {
    fn agree<T: Checked>(
        engines: &enkash_benches::subjects::identifiers::Engines,
        texts: &[(&str, bool)],
    ) {
        for (text, fits) in texts {
            assert_eq!(T::PATTERN.is_match(text), *fits, "{text}");
            assert_eq!(T::by_hand(text.as_bytes()), *fits, "{text}");
            assert_eq!(engines.regex.is_match(text), *fits, "{text}");
            assert_eq!(engines.regex_lite.is_match(text), *fits, "{text}");
        }
    }
    agree::<Pan>(
        &PAN,
        &[("ABCDE1234F", true), ("ABCDE12345", false), ("", false), ("ABCDE1234FG", false)],
    );
    agree::<Ifsc>(&IFSC, &[("HDFC0001234", true), ("HDFC1001234", false), ("HDFC000123", false)]);
    agree::<CustomerId>(
        &CUSTOMER_ID,
        &[(CUSTOMER, true), ("KC0123456789ABC", false), ("kc0123456789ABCD", false)],
    );
}

#[test]
fn responses_have_the_sizes_in_the_tables() {
    assert_eq!(SMALL.len(), 159);
    assert!((95_000..110_000).contains(&LARGE.len()), "{}", LARGE.len());
    assert!(
        serde_json::from_str::<plain::Envelope<plain::Customer>>(ERROR).unwrap().error.is_some()
    );
}
