//! Settings that a builder or a live client refuses.

use super::*;
use crate::mock::Mock;
use crate::testing::{
    CARDS, GATEWAY, INVOICES, PARTNER, PAYOUTS, builder, credentials, done, mock_with,
};
use crate::{
    ApiKey, AuthScheme, BasicCredentials, BearerToken, Environment, ErrorKind, KeyPair,
    OAuthCredentials, Setting,
};

fn oauth(change: fn(&mut OAuthCredentials)) -> OAuthCredentials {
    let mut credentials = credentials();
    change(&mut credentials);
    credentials
}

fn keys(access_key: &str, secret_key: &str) -> KeyPair {
    KeyPair { access_key: access_key.into(), secret_key: secret_key.into() }
}

#[test]
fn a_wrong_setting_is_refused_by_name_and_not_shown() {
    const BASE: &str = "https://planted.example\n";
    let wrong_oauth: [(&str, OAuthCredentials); 7] = [
        ("`username`", oauth(|it| it.username = "planted\n".into())),
        ("`username`", oauth(|it| it.username = "".into())),
        ("`client_id`", oauth(|it| it.client_id = "".into())),
        ("`client_id`", oauth(|it| it.client_id = "planted:1".into())),
        ("`password`", oauth(|it| it.password = "\u{a0}planted".into())),
        ("`client_id`", oauth(|it| it.client_id = "planted ".into())),
        ("`client_secret`", oauth(|it| it.client_secret = "planted\r\n".into())),
    ];
    let wrong_keys = [
        ("`access_key`", keys("planted\t", "SK0")),
        ("`secret_key`", keys("AK0", "\u{feff}planted")),
        ("`secret_key`", keys("AK0", "")),
    ];
    let mut built = vec![
        ("`bearer_token`", builder().credentials(BearerToken::new("planted\n"))),
        ("`bearer_token`", builder().credentials(BearerToken::new("Bearer planted"))),
        ("`partner`", builder().setting(PARTNER, "planted ")),
        ("`encryption_secret`", builder().encryption_secret("planted\0")),
        ("`encryption_secret`", builder().encryption_secret("")),
        ("`user_agent`", builder().user_agent("planted ")),
        ("the `base_url` of cards", builder().base_url(&CARDS, BASE)),
        ("the `token_base_url` of cards", builder().token_base_url(&CARDS, BASE)),
    ];
    let live = builder()
        .credentials(credentials())
        .credentials_for(&PAYOUTS, credentials())
        .credentials(keys("AK0", "SK0"))
        .transport(Mock::new())
        .build()
        .unwrap();
    let mut results = Vec::new();
    for (name, wrong) in wrong_oauth {
        built.push((name, builder().credentials(wrong.clone())));
        built.push((name, builder().credentials_for(&PAYOUTS, wrong.clone())));
        results.push((name, live.replace_credentials(wrong.clone())));
        results.push((name, live.replace_credentials_for(&PAYOUTS, wrong)));
    }
    for (name, wrong) in wrong_keys {
        built.push((name, builder().credentials(wrong.clone())));
        results.push((name, live.replace_credentials(wrong)));
    }
    results.extend(
        built
            .into_iter()
            .map(|(name, builder)| (name, builder.transport(Mock::new()).build().map(drop))),
    );
    for (name, result) in results {
        let error = result.expect_err(name);
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        let message = error.to_string();
        assert!(message.contains(name), "{name}: {message}");
        assert!(
            !message.contains("planted") && !format!("{error:?}").contains("planted"),
            "{message}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_replacement_leaves_the_credentials_as_they_were() {
    let mock = mock_with([done()]);
    let live = builder().credentials(credentials()).transport(mock.clone()).build().unwrap();
    assert!(live.replace_credentials(oauth(|it| it.client_secret = "planted\n".into())).is_err());
    live.raw(&INVOICES, Method::GET, "/x").send().await.unwrap();
    assert_eq!(
        mock.token_requests()[0].header("authorization"),
        Some("Basic Q0VLMFRFU1QwMTpzZGstdGVzdC1zZWNyZXQtMDAwMQ==")
    );
}

/// `.ci/run` also runs it in a build without TLS, for which it was written.
#[test]
fn without_tls_an_https_base_url_needs_another_transport() {
    const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));
    let loopback = || {
        Client::builder().base_url(&CARDS, "http://127.0.0.1:1").credentials(BearerToken::new("t"))
    };
    let https = "https://api.example.com";
    assert!(loopback().build().is_ok());
    for builder in [
        loopback().base_url(&PAYOUTS, https),
        loopback().token_base_url(&PAYOUTS, https),
        loopback().products(&[&PAYOUTS]).environment(Environment::Test),
    ] {
        let error = builder.build().err().map(|error| error.to_string());
        assert_eq!(error.is_none(), HAS_TLS, "{error:?}");
        assert!(error.is_none_or(|error| error.contains("feature `rustls`")));
    }
    assert!(loopback().base_url(&PAYOUTS, https).transport(Mock::new()).build().is_ok());
}

#[test]
fn a_product_that_contradicts_a_client_is_refused_by_name() {
    const OTHER: Product = Product::new("cards").base_url("https://other.invalid");
    const SAME: Product = CARDS;
    const SPACED: Product = Product::new("Acme orders");
    const NAMELESS: Product = Product::new("");
    const BAD_HEADER: Product =
        Product::new("bad").settings(&[Setting::new("tenant", "authorization")]);
    const BAD_URL: Product = Product::new("bad").base_url("api.example.com");
    const KEYED: Product = Product::new("keyed").auth(&AuthScheme::ApiKey("content-type"));
    let build = |builder: ClientBuilder| builder.transport(Mock::new()).build();
    assert!(build(builder().products(&[&SAME])).is_ok());
    for (wrong, what) in [
        (builder().products(&[&SPACED]), "the product name \"Acme orders\""),
        (builder().products(&[&NAMELESS]), "the product name"),
        (builder().products(&[&OTHER]), "two different products have the name `cards`"),
        (builder().products(&[&BAD_HEADER]), "invalid header name for the setting `tenant`"),
        (builder().products(&[&BAD_URL]), "the base URL of the product bad is invalid"),
        (builder().credentials_for(&KEYED, ApiKey::new("k")), "cannot carry a key"),
        (
            builder().credentials_for(&GATEWAY, credentials()),
            "gateway does not accept `OAuthCredentials`",
        ),
    ] {
        let error = build(wrong).expect_err(what).to_string();
        assert!(error.contains(what), "{what}: {error}");
    }
    let client = build(builder()).unwrap();
    assert_eq!(client.base_url(&OTHER).unwrap_err().kind(), ErrorKind::Config);
}

#[tokio::test]
async fn a_mock_grants_tokens_under_the_names_of_each_scheme() {
    const JWT: AuthScheme = AuthScheme::PasswordGrant(crate::PasswordGrant {
        path: "/login",
        client_id_field: None,
        response: &crate::TokenResponseNames {
            token: &["jwt"],
            ..crate::TokenResponseNames::OAUTH
        },
    });
    const PRODUCT: Product = Product::new("jwt").auth(&JWT);
    let mock = Mock::new();
    mock.on_any().payload(&["done"]);
    mock.client().unwrap().raw(&PRODUCT, Method::GET, "/x").send().await.unwrap();
    assert_eq!(mock.received()[0].header("authorization"), Some("Bearer mock-token"));
}

#[tokio::test(start_paused = true)]
async fn each_scheme_sends_what_it_asks_for() {
    const KEYED: Product = Product::new("keyed").auth(&AuthScheme::ApiKey("x-api-key"));
    const BASIC: Product = Product::new("basic").auth(&AuthScheme::Basic);
    const BEARER: Product = Product::new("bearer").auth(&AuthScheme::Bearer);
    const OPEN: Product = Product::new("open");
    let mock = Mock::new();
    mock.on_any().payload(&["done"]);
    let client = mock
        .client_builder()
        .credentials(ApiKey::new("k"))
        .credentials(BasicCredentials { username: "u".into(), password: "p:q".into() })
        .credentials(BearerToken::new("t"))
        .build()
        .unwrap();
    for product in [&KEYED, &BASIC, &BEARER, &OPEN] {
        client.raw(product, Method::GET, "/x").send().await.unwrap();
    }
    let seen: Vec<_> = mock
        .received()
        .iter()
        .map(|seen| {
            let header = |name| seen.header(name).map(str::to_owned);
            (header("x-api-key"), header("authorization"))
        })
        .collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        seen,
        [(some("k"), None), (None, some("Basic dTpwOnE=")), (None, some("Bearer t")), (None, None)]
    );
    for header in ["x-api-key", "authorization"] {
        let values =
            mock.received().into_iter().filter_map(|seen| seen.headers().get(header).cloned());
        assert!(values.into_iter().all(|value| value.is_sensitive()));
    }
}
