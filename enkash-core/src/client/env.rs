//! Reads a client's settings from the environment.

use super::ClientBuilder;
use super::settings::variable_of;
use crate::auth::{MerchantKeys, OAuthCredentials};
use crate::error::{ConfigError, Error};
use crate::outgoing::BaseUrl;
use crate::product::{AuthScheme, Environment, Product};
use crate::setting;

impl ClientBuilder {
    /// A builder with the settings of [`Client::from_env`](crate::Client::from_env), to which others can be added.
    ///
    /// # Errors
    /// [`Error::Config`] with the name of the variable that is missing or wrong, never with a value.
    pub fn from_env() -> Result<Self, Error> {
        read(&|name| match std::env::var(name) {
            Ok(text) => Ok(Some(text)),
            Err(std::env::VarError::NotPresent) => Ok(None),
            Err(std::env::VarError::NotUnicode(_)) => Err(ConfigError::new(format!("{name} is not Unicode"))),
        })
        .map_err(Error::from)
    }
}

type Lookup<'a> = &'a dyn Fn(&str) -> Result<Option<String>, ConfigError>;

/// Looks a setting up under its variable; `suffix` is empty, or `_` and the product's name. An empty variable counts as
/// absent.
fn get(lookup: Lookup<'_>, setting: &str, suffix: &str) -> Result<Option<String>, ConfigError> {
    let name = variable(setting, suffix);
    let Some(text) = lookup(&name)?.filter(|text| !text.is_empty()) else { return Ok(None) };
    setting::check(format_args!("{name} (`{setting}`)"), &text)?;
    Ok(Some(text))
}

fn get_url(lookup: Lookup<'_>, setting: &str, suffix: &str) -> Result<Option<String>, ConfigError> {
    let url = get(lookup, setting, suffix)?;
    if let Some(error) = url.as_deref().and_then(|url| url.parse::<BaseUrl>().err()) {
        return Err(ConfigError::new(format!(
            "{} (`{setting}`) is wrong: {error}",
            variable(setting, suffix)
        )));
    }
    Ok(url)
}

fn variable(setting: &str, suffix: &str) -> String {
    format!("ENKASH_{}{suffix}", setting.to_ascii_uppercase())
}

fn read(lookup: Lookup<'_>) -> Result<ClientBuilder, ConfigError> {
    let mut builder = ClientBuilder::new();
    let everywhere = get_url(lookup, "base_url", "")?;
    match get(lookup, "environment", "")?.as_deref() {
        Some("test") => builder = builder.environment(Environment::Test),
        Some("live") => builder = builder.environment(Environment::Live),
        Some(_) => return Err(ConfigError::new("ENKASH_ENVIRONMENT is neither `test` nor `live`")),
        None if everywhere.is_some() => {}
        None => {
            return Err(ConfigError::new(
                "neither ENKASH_ENVIRONMENT (`test` or `live`) nor ENKASH_BASE_URL is set",
            ));
        }
    }
    let mut authorised = false;
    for product in Product::ALL.iter().copied() {
        let suffix = format!("_{}", variable_of(product));
        if let Some(url) = get_url(lookup, "base_url", &suffix)?.or_else(|| everywhere.clone()) {
            builder = builder.base_url(product, url);
        }
        if let Some(url) = get_url(lookup, "token_base_url", &suffix)? {
            builder = builder.token_base_url(product, url);
        }
        if product.auth_scheme() == AuthScheme::OAuth
            && let Some(credentials) = oauth(lookup, &suffix)?
        {
            builder = builder.oauth_for(product, credentials);
            authorised = true;
        }
    }
    if let Some(credentials) = oauth(lookup, "")? {
        builder = builder.oauth(credentials);
        authorised = true;
    }
    if let Some([access_key, secret_key]) = all(lookup, ["access_key", "secret_key"], "")? {
        builder = builder
            .merchant_keys(MerchantKeys { access_key: access_key.into(), secret_key: secret_key.into() });
        authorised = true;
    }
    match get(lookup, "merchant_token_without_bearer", "")?.as_deref() {
        None => {}
        Some("true") => builder = builder.merchant_token_without_bearer(true),
        Some("false") => builder = builder.merchant_token_without_bearer(false),
        Some(_) => {
            return Err(ConfigError::new(
                "ENKASH_MERCHANT_TOKEN_WITHOUT_BEARER is neither `true` nor `false`",
            ));
        }
    }
    if let Some(token) = get(lookup, "bearer_token", "")? {
        builder = builder.bearer(token);
        authorised = true;
    }
    if let Some(id) = get(lookup, "partner_id", "")? {
        builder = builder.partner_id(id);
    }
    if let Some(secret) = get(lookup, "sealing_secret", "")? {
        builder = builder.sealing_secret(secret);
    }
    if !authorised {
        return Err(ConfigError::new(
            "there are no credentials: set ENKASH_USERNAME, ENKASH_PASSWORD, ENKASH_CLIENT_ID and ENKASH_CLIENT_SECRET, \
             or ENKASH_ACCESS_KEY and ENKASH_SECRET_KEY, or ENKASH_BEARER_TOKEN",
        ));
    }
    Ok(builder)
}

fn oauth(lookup: Lookup<'_>, suffix: &str) -> Result<Option<OAuthCredentials>, ConfigError> {
    let settings = ["username", "password", "client_id", "client_secret"];
    let texts = all(lookup, settings, suffix)?;
    Ok(texts.map(|[username, password, client_id, client_secret]| OAuthCredentials {
        username: username.into(),
        password: password.into(),
        client_id,
        client_secret: client_secret.into(),
    }))
}

/// The texts of settings that belong together; nothing where none is set, an error where some are.
fn all<const N: usize>(
    lookup: Lookup<'_>,
    settings: [&str; N],
    suffix: &str,
) -> Result<Option<[String; N]>, ConfigError> {
    let mut texts = [const { None }; N];
    for (text, setting) in texts.iter_mut().zip(settings) {
        *text = get(lookup, setting, suffix)?;
    }
    let Some(present) = texts.iter().position(Option::is_some) else { return Ok(None) };
    if let Some(missing) = texts.iter().position(Option::is_none) {
        let [missing, present] = [missing, present].map(|index| variable(settings[index], suffix));
        return Err(ConfigError::new(format!("{missing} is not set, but {present} is")));
    }
    Ok(Some(texts.map(Option::unwrap_or_default)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::Mock;

    fn from(variables: &[(&str, &str)]) -> Result<ClientBuilder, ConfigError> {
        read(&|name| Ok(variables.iter().find(|(key, _)| *key == name).map(|(_, text)| (*text).to_owned())))
    }

    const OAUTH: [(&str, &str); 4] = [
        ("ENKASH_USERNAME", "planted-user"),
        ("ENKASH_PASSWORD", "planted-password"),
        ("ENKASH_CLIENT_ID", "planted-id"),
        ("ENKASH_CLIENT_SECRET", "planted-secret"),
    ];

    #[test]
    fn everything_is_taken_from_its_variable() {
        let mut variables = OAUTH.to_vec();
        variables.extend([
            ("ENKASH_BASE_URL", "http://127.0.0.1:1/all"),
            ("ENKASH_BASE_URL_ACCOUNTS_RECEIVABLE", "http://127.0.0.1:2/own"),
            ("ENKASH_ACCESS_KEY", "AK0"),
            ("ENKASH_SECRET_KEY", "SK0"),
            ("ENKASH_PARTNER_ID", "CRM0"),
            ("ENKASH_BEARER_TOKEN", ""),
        ]);
        let client = from(&variables).unwrap().build().unwrap();
        assert_eq!(client.base_url(Product::AccountsReceivable).unwrap().prefix(), "/own");
        assert_eq!(client.base_url(Product::PaymentGateway).unwrap().prefix(), "/all");
    }

    #[test]
    fn what_is_missing_is_named_and_no_value_is_told() {
        let environment = ("ENKASH_ENVIRONMENT", "test");
        for (variables, message) in [
            (vec![], "neither ENKASH_ENVIRONMENT (`test` or `live`) nor ENKASH_BASE_URL is set"),
            (vec![("ENKASH_ENVIRONMENT", "planted")], "ENKASH_ENVIRONMENT is neither `test` nor `live`"),
            (
                vec![environment, ("ENKASH_MERCHANT_TOKEN_WITHOUT_BEARER", "planted")],
                "ENKASH_MERCHANT_TOKEN_WITHOUT_BEARER is neither `true` nor `false`",
            ),
            (
                vec![environment, OAUTH[0], OAUTH[1], OAUTH[3]],
                "ENKASH_CLIENT_ID is not set, but ENKASH_USERNAME is",
            ),
            (
                vec![environment, ("ENKASH_SECRET_KEY", "planted")],
                "ENKASH_ACCESS_KEY is not set, but ENKASH_SECRET_KEY is",
            ),
            (
                vec![environment, ("ENKASH_PASSWORD_CARDS", "planted")],
                "ENKASH_USERNAME_CARDS is not set, but ENKASH_PASSWORD_CARDS is",
            ),
        ] {
            assert_eq!(from(&variables).err().unwrap().to_string(), message);
        }
        let none = from(&[environment]).err().unwrap().to_string();
        assert!(none.starts_with("there are no credentials"), "{none}");
    }

    #[test]
    fn a_wrong_text_names_variable_and_setting() {
        let environment = ("ENKASH_ENVIRONMENT", "test");
        for (variable, value, setting) in [
            ("ENKASH_ENVIRONMENT", "test\n", "environment"),
            ("ENKASH_BASE_URL", "https://planted.example\n", "base_url"),
            ("ENKASH_BASE_URL_CARDS", "https:planted.example", "base_url"),
            ("ENKASH_TOKEN_BASE_URL_CARDS", "planted", "token_base_url"),
            ("ENKASH_USERNAME", "planted\u{a0}", "username"),
            ("ENKASH_PASSWORD", "\tplanted", "password"),
            ("ENKASH_CLIENT_ID_PAYOUTS", "planted ", "client_id"),
            ("ENKASH_CLIENT_SECRET", "planted\n", "client_secret"),
            ("ENKASH_ACCESS_KEY", "\u{feff}planted", "access_key"),
            ("ENKASH_SECRET_KEY", "planted\r", "secret_key"),
            ("ENKASH_BEARER_TOKEN", " ", "bearer_token"),
            ("ENKASH_PARTNER_ID", "planted ", "partner_id"),
            ("ENKASH_SEALING_SECRET", "planted\0", "sealing_secret"),
        ] {
            let mut variables = vec![(variable, value), environment];
            variables.extend(OAUTH);
            let message = from(&variables).expect_err(variable).to_string();
            assert!(message.starts_with(&format!("{variable} (`{setting}`) ")), "{message}");
            assert!(!message.contains("planted"), "{message}");
        }
    }

    #[test]
    fn an_undocumented_base_url_has_to_be_told() {
        let mut variables = OAUTH.to_vec();
        variables.push(("ENKASH_ENVIRONMENT", "test"));
        let client = from(&variables).unwrap().transport(Mock::new()).build().unwrap();
        assert!(client.base_url(Product::Payouts).is_ok());
        assert_eq!(
            client.base_url(Product::AccountsReceivable).unwrap_err().to_string(),
            "the documents give no test base URL for accounts-receivable: ask EnKash for it and tell the client with \
             `.base_url(Product::AccountsReceivable, …)` or ENKASH_BASE_URL_ACCOUNTS_RECEIVABLE"
        );
    }
}
