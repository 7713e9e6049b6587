//! What a builder and a live client refuse.

use super::*;
use crate::mock::Mock;
use crate::testing::{builder, credentials, done, mock_with};
use crate::{Environment, ErrorKind};

fn oauth(change: fn(&mut OAuthCredentials)) -> OAuthCredentials {
    let mut credentials = credentials();
    change(&mut credentials);
    credentials
}

fn keys(access_key: &str, secret_key: &str) -> MerchantKeys {
    MerchantKeys { access_key: access_key.into(), secret_key: secret_key.into() }
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
        ("`bearer`", builder().bearer("planted\n")),
        ("`bearer`", builder().bearer("Bearer planted")),
        ("`partner_id`", builder().partner_id("planted ")),
        ("`sealing_secret`", builder().sealing_secret("planted\0")),
        ("`sealing_secret`", builder().sealing_secret("")),
        ("`user_agent`", builder().user_agent("planted ")),
        ("the `base_url` of cards", builder().base_url(Product::Cards, BASE)),
        ("the `token_base_url` of cards", builder().token_base_url(Product::Cards, BASE)),
    ];
    let live = builder()
        .oauth(credentials())
        .oauth_for(Product::Payouts, credentials())
        .merchant_keys(keys("AK0", "SK0"))
        .transport(Mock::new())
        .build()
        .unwrap();
    let mut results = Vec::new();
    for (name, wrong) in wrong_oauth {
        built.push((name, builder().oauth(wrong.clone())));
        built.push((name, builder().oauth_for(Product::Payouts, wrong.clone())));
        results.push((name, live.replace_oauth(wrong.clone())));
        results.push((name, live.replace_oauth_for(Product::Payouts, wrong)));
    }
    for (name, wrong) in wrong_keys {
        built.push((name, builder().merchant_keys(wrong.clone())));
        results.push((name, live.replace_merchant_keys(wrong)));
    }
    results.extend(
        built.into_iter().map(|(name, builder)| (name, builder.transport(Mock::new()).build().map(drop))),
    );
    for (name, result) in results {
        let error = result.expect_err(name);
        assert_eq!(error.kind(), ErrorKind::Config, "{error}");
        let message = error.to_string();
        assert!(message.contains(name), "{name}: {message}");
        assert!(!message.contains("planted") && !format!("{error:?}").contains("planted"), "{message}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_refused_replacement_leaves_the_credentials_as_they_were() {
    let mock = mock_with([done()]);
    let live = builder().oauth(credentials()).transport(mock.clone()).build().unwrap();
    assert!(live.replace_oauth(oauth(|it| it.client_secret = "planted\n".into())).is_err());
    live.raw(Method::GET, "/x").send().await.unwrap();
    assert_eq!(
        mock.token_requests()[0].header("authorization"),
        Some("Basic Q0VLMFRFU1QwMTpzZGstdGVzdC1zZWNyZXQtMDAwMQ==")
    );
}

/// `.ci/run` runs it in a build without TLS, where it is of interest.
#[test]
fn without_tls_an_https_base_url_needs_another_transport() {
    const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));
    let loopback = || Client::builder().base_url(Product::Cards, "http://127.0.0.1:1").bearer("t");
    let https = "https://api.example.com";
    assert!(loopback().build().is_ok());
    for builder in [
        loopback().base_url(Product::Payouts, https),
        loopback().token_base_url(Product::Payouts, https),
        loopback().environment(Environment::Test),
    ] {
        let error = builder.build().err().map(|error| error.to_string());
        assert_eq!(error.is_none(), HAS_TLS, "{error:?}");
        assert!(error.is_none_or(|error| error.contains("enable the feature `rustls`")));
    }
    assert!(loopback().base_url(Product::Payouts, https).transport(Mock::new()).build().is_ok());
}
