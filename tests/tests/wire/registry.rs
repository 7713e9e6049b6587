//! The registry lists every declared endpoint, whoever declared it.

use enkash_core::{EndpointInfo, Field, Location, endpoint, endpoints, pattern};
use enkash_endpoints::payouts::PAYOUTS;

use super::PRODUCT;

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[endpoint(
    GET,
    "/api/v0/zoo/<animalId>",
    product = PAYOUTS,
    idempotent = false,
    unique = reference,
    docs = "https://docs.example.com/zoo"
)]
#[expect(dead_code, reason = "its description is what matters here")]
pub struct Visit<'a, T> {
    #[pattern("^[a-z]+$")]
    pub animal_id: &'a str,
    pub owner: Option<CustomerId>,
    #[header("X-Ticket")]
    #[sensitive]
    pub ticket: String,
    pub reference: T,
}

#[endpoint(POST, "/api/v0/zoo")]
pub struct Found {
    pub owner: CustomerId,
    pub helpers: Vec<CustomerId>,
    pub name: String,
}

fn find(name: &str) -> &'static EndpointInfo {
    endpoints().into_iter().find(|info| info.name() == name).expect("it is declared")
}

#[test]
fn endpoints_of_this_and_other_crates_are_listed_in_a_stable_order() {
    let listed: Vec<_> = endpoints()
        .iter()
        .map(|info| (info.product(), info.template(), info.method().as_str(), info.name()))
        .collect();
    assert!(listed.is_sorted(), "{listed:#?}");
    let names: Vec<_> = listed.iter().map(|(.., name)| *name).collect();
    for name in ["ActivateCustomer", "Visit", "Found"] {
        assert_eq!(
            names.iter().filter(|listed| **listed == name).count(),
            1,
            "{name} in {names:?}"
        );
    }
    // It is the declaration of the endpoints' crate, which this test otherwise has no use for.
    assert_eq!(find("ActivateCustomer").docs(), Some("https://docs.enkash.com/api-8990296"));
    let _ = enkash_endpoints::accounts_receivable::ActivateCustomer::builder;
}

#[test]
fn an_entry_has_the_facts_of_the_declaration() {
    let info = find("Visit");
    assert_eq!((info.method().as_str(), info.template()), ("GET", "/api/v0/zoo/<animalId>"));
    assert_eq!((info.product(), info.is_idempotent()), (&PAYOUTS, false));
    assert_eq!(
        (info.unique(), info.docs()),
        (Some("reference"), Some("https://docs.example.com/zoo"))
    );
    let summary = |field: &Field| {
        (
            field.name(),
            field.wire_name(),
            field.location(),
            field.is_required(),
            field.is_sensitive(),
        )
    };
    assert_eq!(
        info.fields().iter().map(summary).collect::<Vec<_>>(),
        [
            ("animal_id", "animalId", Location::Path, true, false),
            ("owner", "owner", Location::Query, false, false),
            ("ticket", "X-Ticket", Location::Header, true, true),
            ("reference", "reference", Location::Query, true, false),
        ]
    );
    let patterns: Vec<_> = info.fields().iter().map(Field::pattern).collect();
    assert_eq!(patterns, [Some("^[a-z]+$"), Some("^KC[A-Z0-9]{14}$"), None, None]);
}

#[test]
fn the_pattern_of_an_identifier_is_that_of_the_field() {
    let patterns: Vec<_> = find("Found").fields().iter().map(Field::pattern).collect();
    let id = Some("^KC[A-Z0-9]{14}$");
    assert_eq!(patterns, [id, id, None]);
}
