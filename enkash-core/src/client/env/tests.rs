use super::*;
use crate::mock::Mock;
use crate::testing::{EXPENSE, GATEWAY, INVOICES, PAYOUTS, PRODUCTS};
use crate::{ErrorKind, Setting};

fn from(variables: &[(&str, &str)]) -> Result<ClientBuilder, ConfigError> {
    let values = variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(*value)));
    read(Variables::new("ACME", values.collect()), &PRODUCTS)
}

const OAUTH: [(&str, &str); 4] = [
    ("ACME_USERNAME", "planted-user"),
    ("ACME_PASSWORD", "planted-password"),
    ("ACME_CLIENT_ID", "planted-id"),
    ("ACME_CLIENT_SECRET", "planted-secret"),
];

const TEST: (&str, &str) = ("ACME_ENVIRONMENT", "test");

#[test]
fn everything_is_taken_from_its_variable() {
    let mut variables = OAUTH.to_vec();
    variables.extend([
        ("ACME_BASE_URL", "http://127.0.0.1:1/all"),
        ("ACME_BASE_URL_PETTY_CASH", "http://127.0.0.1:2/own"),
        ("ACME_TOKEN_BASE_URL_CARDS", "http://127.0.0.1:3/token"),
        ("ACME_ACCESS_KEY", "AK0"),
        ("ACME_SECRET_KEY", "SK0"),
        ("ACME_PARTNER", "P0"),
        ("ACME_BEARER_TOKEN", ""),
        ("ACME_ENCRYPTION_SECRET", "E0"),
        ("ACME_TOKEN_WITHOUT_BEARER_GATEWAY", "true"),
    ]);
    let client = from(&variables).unwrap().build().unwrap();
    assert_eq!(client.base_url(&crate::testing::PETTY_CASH).unwrap().prefix(), "/own");
    assert_eq!(client.base_url(&GATEWAY).unwrap().prefix(), "/all");
}

#[tokio::test]
async fn credentials_of_one_product_come_before_those_of_all_and_a_bearer_token_after() {
    let mock = Mock::new();
    mock.on_any().payload(&"done");
    let mut variables = OAUTH.to_vec();
    variables.extend([
        TEST,
        ("ACME_BEARER_TOKEN", "general"),
        ("ACME_BEARER_TOKEN_EXPENSE", "own"),
    ]);
    let client = from(&variables).unwrap().transport(mock.clone()).build().unwrap();
    for (product, authorization) in
        [(&PAYOUTS, "Bearer mock-token"), (&EXPENSE, "Bearer own"), (&GATEWAY, "Bearer general")]
    {
        client.raw(product, http::Method::GET, "/x").send().await.unwrap();
        assert_eq!(
            mock.received().last().unwrap().header("authorization"),
            Some(authorization),
            "{product}"
        );
    }
}

#[test]
fn what_is_missing_is_named_and_no_value_is_shown() {
    for (variables, message) in [
        (
            vec![],
            "neither ACME_ENVIRONMENT (`test` or `live`) nor ACME_BASE_URL is set; set one of them",
        ),
        (vec![("ACME_ENVIRONMENT", "planted")], "ACME_ENVIRONMENT is neither `test` nor `live`"),
        (
            vec![TEST, ("ACME_TOKEN_WITHOUT_BEARER_GATEWAY", "planted")],
            "ACME_TOKEN_WITHOUT_BEARER_GATEWAY is neither `true` nor `false`",
        ),
        (
            vec![TEST, OAUTH[0], OAUTH[1], OAUTH[3]],
            "ACME_CLIENT_ID is not set, but ACME_USERNAME is",
        ),
        (
            vec![TEST, ("ACME_SECRET_KEY", "planted")],
            "ACME_ACCESS_KEY is not set, but ACME_SECRET_KEY is",
        ),
        (
            vec![TEST, ("ACME_PASSWORD_CARDS", "planted")],
            "ACME_USERNAME_CARDS is not set, but ACME_PASSWORD_CARDS is",
        ),
        (
            vec![TEST],
            "no credentials configured; set ACME_USERNAME, ACME_PASSWORD, ACME_CLIENT_ID, ACME_CLIENT_SECRET; or \
             ACME_ACCESS_KEY, ACME_SECRET_KEY",
        ),
    ] {
        assert_eq!(from(&variables).err().unwrap().to_string(), message);
    }
}

#[test]
fn a_variable_without_a_meaning_is_an_error() {
    for (unknown, what) in [
        (vec!["ACME_USERNAM"], "ACME_USERNAM is not a setting"),
        (
            vec!["ACME_BASE_URL_CARD", "ACME_API_KEY"],
            "ACME_API_KEY, ACME_BASE_URL_CARD are not settings",
        ),
        // The gateway needs a pair of keys.
        (vec!["ACME_USERNAME_GATEWAY"], "ACME_USERNAME_GATEWAY is not a setting"),
    ] {
        let mut variables = OAUTH.to_vec();
        variables.push(TEST);
        variables.extend(unknown.iter().map(|name| (*name, "planted")));
        let message = from(&variables).err().unwrap().to_string();
        assert!(message.starts_with(what) && !message.contains("planted"), "{message}");
    }
}

#[test]
fn what_others_set_under_the_prefix_is_left_alone() {
    let mut variables = OAUTH.to_vec();
    variables.push(TEST);
    variables.extend([
        ("ACME_SERVICE_HOST", "10.0.0.7"),
        ("ACME_SANDBOX_SERVICE_PORT_HTTP", "80"),
        ("ACME_PORT", "tcp://10.0.0.7:80"),
        ("ACME_PORT_80_TCP_ADDR", "10.0.0.7"),
        ("ACME_SOMETHING_ELSE", ""),
    ]);
    assert!(from(&variables).is_ok());
    for prefix in ["", "acme", "A-B"] {
        let error = ClientBuilder::from_env(prefix, &PRODUCTS).err().unwrap().to_string();
        assert!(error.starts_with("the prefix"), "{error}");
    }
}

#[test]
fn a_wrong_text_names_variable_and_setting() {
    for (variable, value, setting) in [
        ("ACME_ENVIRONMENT", "test\n", "environment"),
        ("ACME_BASE_URL", "https://planted.example\n", "base_url"),
        ("ACME_BASE_URL_CARDS", "https:planted.example", "base_url"),
        ("ACME_TOKEN_BASE_URL_CARDS", "planted", "token_base_url"),
        ("ACME_USERNAME", "planted\u{a0}", "username"),
        ("ACME_PASSWORD", "\tplanted", "password"),
        ("ACME_CLIENT_ID_PAYOUTS", "planted ", "client_id"),
        ("ACME_CLIENT_SECRET", "planted\n", "client_secret"),
        ("ACME_ACCESS_KEY", "\u{feff}planted", "access_key"),
        ("ACME_SECRET_KEY", "planted\r", "secret_key"),
        ("ACME_BEARER_TOKEN", " ", "bearer_token"),
        ("ACME_PARTNER", "planted ", "partner"),
        ("ACME_ENCRYPTION_SECRET", "planted\0", "encryption_secret"),
    ] {
        let mut variables = vec![TEST];
        variables.extend(OAUTH);
        variables.push((variable, value));
        let message = from(&variables).expect_err(variable).to_string();
        assert!(message.starts_with(&format!("{variable} (`{setting}`) ")), "{message}");
        assert!(!message.contains("planted"), "{message}");
    }
}

#[test]
fn a_base_url_that_nobody_knows_is_asked_for() {
    let mut variables = OAUTH.to_vec();
    variables.push(TEST);
    let client = from(&variables).unwrap().transport(Mock::new()).build().unwrap();
    assert!(client.base_url(&PAYOUTS).is_ok());
    assert_eq!(
        client.base_url(&INVOICES).unwrap_err().to_string(),
        "no test base URL is known for invoices; ask its provider for the URL, and set it with `.base_url(…)` or \
         ACME_BASE_URL_INVOICES"
    );
}

/// An API may need no environment, and its client accepts no credentials that its products cannot
/// use.
#[test]
fn only_what_the_products_need_has_to_be_set() {
    const TENANT: Setting = Setting::new("tenant", "x-tenant");
    const OPEN: Product =
        Product::new("open").base_url("https://api.example.com").settings(&[TENANT.required()]);
    let read = |name: &str| {
        let values = [(name.to_owned(), OsString::from("t-1"))];
        read(Variables::new("OPEN", values.into()), &[&OPEN])
    };
    assert!(read("OPEN_TENANT").unwrap().transport(Mock::new()).build().is_ok());
    assert_eq!(Error::from(read("OPEN_USERNAME").unwrap_err()).kind(), ErrorKind::Config);
    assert!(
        from(&[("ACME_BEARER_TOKEN", "t"), ("ACME_BASE_URL_CARDS", "https://x.example")]).is_ok()
    );
}
