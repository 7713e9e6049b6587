//! Reads the settings of a client from environment variables.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;

use super::ClientBuilder;
use crate::auth::setting_text;
use crate::auth::{ApiKey, BasicCredentials, BearerToken, Credentials, KeyPair, OAuthCredentials};
use crate::error::{ConfigError, Error};
use crate::message::BaseUrl;
use crate::product::{AuthScheme, Environment, Product};

impl ClientBuilder {
    /// Creates a builder for these products, with the settings in the environment variables that
    /// start with `PREFIX_`. Further settings can be added.
    ///
    /// | variable | meaning |
    /// |---|---|
    /// | `PREFIX_ENVIRONMENT` | `test` or `live`; required unless a product has a base URL without |
    /// | `PREFIX_BASE_URL` | the base URL of all products |
    /// | `PREFIX_BASE_URL_<PRODUCT>` | the base URL of one product, named in capitals with underscores |
    /// | `PREFIX_TOKEN_BASE_URL_<PRODUCT>` | the base URL of its token requests, if it differs |
    /// | `PREFIX_USERNAME`, `_PASSWORD`, `_CLIENT_ID`, `_CLIENT_SECRET` | [`OAuthCredentials`] |
    /// | `PREFIX_ACCESS_KEY`, `PREFIX_SECRET_KEY` | a [`KeyPair`] |
    /// | `PREFIX_API_KEY` | an [`ApiKey`] |
    /// | `PREFIX_BASIC_USERNAME`, `PREFIX_BASIC_PASSWORD` | [`BasicCredentials`] |
    /// | `PREFIX_BEARER_TOKEN` | a [`BearerToken`], for products without credentials above |
    /// | `PREFIX_TOKEN_WITHOUT_BEARER_<PRODUCT>` | `true` or `false`; see [`token_without_bearer`](Self::token_without_bearer) |
    /// | `PREFIX_ENCRYPTION_SECRET` | see [`encryption_secret`](Self::encryption_secret) |
    /// | `PREFIX_<SETTING>` | a client-level [`Setting`](crate::Setting) of a product, or a setting of a [`CustomScheme`](crate::CustomScheme), which the caller reads |
    ///
    /// Credentials with `_<PRODUCT>` at the end of each variable are for one product. Only
    /// variables that a product can use are accepted: credentials of its scheme, and its settings.
    ///
    /// An empty variable counts as absent. A variable that starts or ends with white space or an
    /// invisible character is an error. So is an unknown variable with the prefix, since a misspelt
    /// name would otherwise go unnoticed; variables that Kubernetes sets for a service with that
    /// name (`PREFIX_SERVICE_HOST`, `PREFIX_PORT…`) are ignored. The prefix consists of capital
    /// letters, digits and underscores.
    ///
    /// # Errors
    /// Returns [`Error::Config`] with the name of the variable that is missing, wrong or unknown,
    /// without its value.
    pub fn from_env(prefix: &str, products: &[&'static Product]) -> Result<Self, Error> {
        let is_fit = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_';
        if prefix.is_empty() || prefix.ends_with('_') || !prefix.bytes().all(is_fit) {
            return Err(ConfigError::new(format!(
                "the prefix {prefix:?} of environment variables is invalid; use capital letters, digits and `_`"
            ))
            .into());
        }
        let start = format!("{prefix}_");
        let with_prefix = std::env::vars_os().filter_map(|(name, value)| {
            let mut name = name.into_string().ok()?;
            if cfg!(windows) {
                name.make_ascii_uppercase();
            }
            name.starts_with(&start).then_some((name, value))
        });
        read(Variables::new(prefix, with_prefix.collect()), products).map_err(Error::from)
    }
}

/// The variables with a prefix, and those of them that were read.
struct Variables<'a> {
    prefix: &'a str,
    values: BTreeMap<String, OsString>,
    known: BTreeSet<String>,
}

impl<'a> Variables<'a> {
    fn new(prefix: &'a str, values: BTreeMap<String, OsString>) -> Self {
        Variables { prefix, values, known: BTreeSet::new() }
    }

    /// Returns the value of a setting; `suffix` is empty, or `_` and the product's name. An empty
    /// variable counts as absent.
    fn get(&mut self, setting: &str, suffix: &str) -> Result<Option<String>, ConfigError> {
        let name = self.name(setting, suffix);
        let value =
            self.values.get(&name).filter(|value| !value.is_empty()).map(|value| value.to_str());
        let text = match value {
            None => None,
            Some(None) => {
                return Err(ConfigError::new(format!("{name} (`{setting}`) is not Unicode")));
            }
            Some(Some(text)) => Some(text.to_owned()),
        };
        if let Some(text) = &text {
            setting_text::check(format_args!("{name} (`{setting}`)"), text)?;
        }
        self.known.insert(name);
        Ok(text)
    }

    fn url(&mut self, setting: &str, suffix: &str) -> Result<Option<String>, ConfigError> {
        let url = self.get(setting, suffix)?;
        match url.as_deref().and_then(|url| url.parse::<BaseUrl>().err()) {
            None => Ok(url),
            Some(error) => {
                let name = self.name(setting, suffix);
                Err(ConfigError::new(format!("{name} (`{setting}`) is invalid: {error}")))
            }
        }
    }

    fn truth(&mut self, setting: &str, suffix: &str) -> Result<bool, ConfigError> {
        match self.get(setting, suffix)?.as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(ConfigError::new(format!(
                "{} is neither `true` nor `false`",
                self.name(setting, suffix)
            ))),
        }
    }

    /// Returns the values of settings that belong together; `None` if none is set, an error if only
    /// some are.
    fn all<const N: usize>(
        &mut self,
        settings: [&str; N],
        suffix: &str,
    ) -> Result<Option<[String; N]>, ConfigError> {
        let mut texts = [const { None }; N];
        for (text, setting) in texts.iter_mut().zip(settings) {
            *text = self.get(setting, suffix)?;
        }
        let Some(present) = texts.iter().position(Option::is_some) else { return Ok(None) };
        if let Some(missing) = texts.iter().position(Option::is_none) {
            let [missing, present] =
                [missing, present].map(|index| self.name(settings[index], suffix));
            return Err(ConfigError::new(format!("{missing} is not set, but {present} is")));
        }
        Ok(Some(texts.map(Option::unwrap_or_default)))
    }

    fn name(&self, setting: &str, suffix: &str) -> String {
        format!("{}_{}{suffix}", self.prefix, setting.to_ascii_uppercase())
    }

    /// Returns an error for variables that were not read.
    fn check_unknown(&self) -> Result<(), ConfigError> {
        let without_prefix = |name: &str| name.strip_prefix(self.prefix).unwrap_or(name).to_owned();
        let is_unknown =
            |name: &str| !self.known.contains(name) && !is_service_link(&without_prefix(name));
        let set = self.values.iter().filter(|(_, value)| !value.is_empty());
        let unknown: Vec<&str> =
            set.map(|(name, _)| name.as_str()).filter(|name| is_unknown(name)).collect();
        let (verb, noun) =
            if unknown.len() == 1 { ("is", "a setting") } else { ("are", "settings") };
        if unknown.is_empty() {
            return Ok(());
        }
        Err(ConfigError::new(format!(
            "{} {verb} not {noun} of this client's products; correct the name, remove it, or enable the cargo feature of \
             its product",
            unknown.join(", ")
        )))
    }
}

/// Returns whether it is a variable that Kubernetes sets for each service, such as
/// `ACME_SERVICE_HOST` and `ACME_PORT_8080_TCP_ADDR` for one named `acme`; without the prefix.
fn is_service_link(name: &str) -> bool {
    let is_link_of = |port: &str| {
        let mut parts = port.split('_').skip(1);
        let is_port =
            parts.next().is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        is_port && matches!(parts.next(), Some("TCP" | "UDP"))
    };
    name.ends_with("_SERVICE_HOST")
        || name.contains("_SERVICE_PORT")
        || name.ends_with("_PORT")
        || name.rsplit_once("_PORT").is_some_and(|(_, port)| is_link_of(port))
        || name.split_once("_PORT").is_some_and(|(_, port)| is_link_of(port))
}

fn read(
    mut variables: Variables<'_>,
    products: &[&'static Product],
) -> Result<ClientBuilder, ConfigError> {
    let mut builder = ClientBuilder::new().products(products);
    builder.env_prefix = Some(variables.prefix.to_owned());
    let everywhere = variables.url("base_url", "")?;
    let environment = match variables.get("environment", "")?.as_deref() {
        Some("test") => Some(Environment::Test),
        Some("live") => Some(Environment::Live),
        Some(_) => {
            let name = variables.name("environment", "");
            return Err(ConfigError::new(format!("{name} is neither `test` nor `live`")));
        }
        None => None,
    };
    builder.environment = environment;
    let mut is_reachable = environment.is_some();
    let suffixes: Vec<(&'static Product, String)> = products
        .iter()
        .map(|product| (*product, format!("_{}", product.variable_name())))
        .collect();
    for (product, suffix) in &suffixes {
        is_reachable |= product.default_base_url(environment).is_some();
        if let Some(url) = variables.url("base_url", suffix)?.or_else(|| everywhere.clone()) {
            builder = builder.base_url(product, url);
            is_reachable = true;
        }
        if let Some(url) = variables.url("token_base_url", suffix)? {
            builder = builder.token_base_url(product, url);
        }
        if variables.truth("token_without_bearer", suffix)? {
            builder = builder.token_without_bearer(product, true);
        }
        if let Some(AuthScheme::Custom(scheme)) = product.auth {
            for setting in scheme.settings {
                variables.get(setting, "")?;
            }
        }
        for setting in product.settings {
            // Several products can have the same setting.
            builder.settings.retain(|(other, _)| other.name() != setting.name());
            if let Some(value) = variables.get(setting.name(), "")? {
                builder = builder.setting(*setting, value);
            }
        }
    }
    if !is_reachable {
        let [environment, base] =
            ["environment", "base_url"].map(|setting| variables.name(setting, ""));
        return Err(ConfigError::new(format!(
            "neither {environment} (`test` or `live`) nor {base} is set; set one of them"
        )));
    }
    let schemes: Vec<&AuthScheme> = products.iter().filter_map(|product| product.auth).collect();
    for credentials in credentials(&mut variables, &schemes, "")? {
        builder = builder.credentials(credentials);
    }
    for (product, suffix) in &suffixes {
        let schemes: Vec<&AuthScheme> = product.auth.into_iter().collect();
        if let Some(credentials) = credentials(&mut variables, &schemes, suffix)?.pop() {
            builder = builder.credentials_for(product, credentials);
        }
    }
    if let Some(secret) = variables.get("encryption_secret", "")? {
        builder = builder.encryption_secret(secret);
    }
    variables.check_unknown()?;
    // The caller adds a provider to the builder afterwards.
    let needs_credentials = schemes.iter().any(|scheme| !matches!(scheme, AuthScheme::Custom(_)));
    if builder.credentials.is_empty() && builder.credentials_for.is_empty() && needs_credentials {
        return Err(no_credentials(&variables, &schemes));
    }
    Ok(builder)
}

/// Returns the credentials that these schemes accept. A bearer token is first, so that others take
/// precedence.
fn credentials(
    variables: &mut Variables<'_>,
    schemes: &[&AuthScheme],
    suffix: &str,
) -> Result<Vec<Credentials>, ConfigError> {
    let mut found: Vec<Credentials> = Vec::new();
    let takes_bearer = |scheme: &AuthScheme| {
        matches!(
            scheme,
            AuthScheme::Bearer | AuthScheme::PasswordGrant(_) | AuthScheme::KeyPairToken(_)
        )
    };
    if schemes.iter().any(|scheme| takes_bearer(scheme))
        && let Some(token) = variables.get("bearer_token", suffix)?
    {
        found.push(BearerToken::new(token).into());
    }
    if schemes.iter().any(|scheme| matches!(scheme, AuthScheme::Basic))
        && let Some([username, password]) =
            variables.all(["basic_username", "basic_password"], suffix)?
    {
        found
            .push(BasicCredentials { username: username.into(), password: password.into() }.into());
    }
    if schemes.iter().any(|scheme| matches!(scheme, AuthScheme::ApiKey(_)))
        && let Some(key) = variables.get("api_key", suffix)?
    {
        found.push(ApiKey::new(key).into());
    }
    if schemes.iter().any(|scheme| matches!(scheme, AuthScheme::KeyPairToken(_)))
        && let Some([access_key, secret_key]) =
            variables.all(["access_key", "secret_key"], suffix)?
    {
        found.push(KeyPair { access_key: access_key.into(), secret_key: secret_key.into() }.into());
    }
    if schemes.iter().any(|scheme| matches!(scheme, AuthScheme::PasswordGrant(_)))
        && let Some([username, password, client_id, client_secret]) =
            variables.all(["username", "password", "client_id", "client_secret"], suffix)?
    {
        let credentials = OAuthCredentials {
            username: username.into(),
            password: password.into(),
            client_id,
            client_secret: client_secret.into(),
        };
        found.push(credentials.into());
    }
    Ok(found)
}

fn no_credentials(variables: &Variables<'_>, schemes: &[&AuthScheme]) -> ConfigError {
    let mut ways: Vec<String> = Vec::new();
    for scheme in schemes {
        let settings: &[&str] = match scheme {
            AuthScheme::PasswordGrant(_) => &["username", "password", "client_id", "client_secret"],
            AuthScheme::KeyPairToken(_) => &["access_key", "secret_key"],
            AuthScheme::ApiKey(_) => &["api_key"],
            AuthScheme::Bearer => &["bearer_token"],
            AuthScheme::Basic => &["basic_username", "basic_password"],
            AuthScheme::Custom(_) => continue,
        };
        let names: Vec<String> =
            settings.iter().map(|setting| variables.name(setting, "")).collect();
        let way = names.join(", ");
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ConfigError::new(format!("no credentials configured; set {}", ways.join("; or ")))
}

#[cfg(test)]
mod tests;
