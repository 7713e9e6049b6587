//! Builds a client, and reports errors in its settings.

use std::collections::HashMap;
#[cfg(feature = "token-store")]
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};
use zeroize::Zeroizing;

use super::{Client, ClientBuilder};
#[cfg(feature = "token-store")]
use crate::auth::SharedStore;
use crate::auth::setting_text;
use crate::auth::{Store, Stores, sensitive_header};
use crate::base::secret::Secret;
use crate::call::engine::Engine;
use crate::call::products::{ProductSettings, Products};
use crate::error::{ConfigError, Error};
use crate::intercept::Interceptors;
use crate::message::BaseUrl;
use crate::product::{Product, Setting};
use crate::retry::Jitter;
use crate::transport::reqwest::HttpTransport;
use crate::transport::{AnyTransport, ClientRuntime, Settings, Transport};
use crate::wire::given_header::checked_header;

/// Whether the default transport supports HTTPS.
const HAS_TLS: bool = cfg!(any(feature = "rustls", feature = "native-tls"));

impl ClientBuilder {
    /// Builds the client.
    ///
    /// # Errors
    /// Returns [`Error::Config`] with the name of the setting that is wrong, without its value:
    ///
    /// - a secret or name that is empty, contains a control character, or starts or ends with white
    ///   space or an invisible character;
    /// - a base URL with `https` in a build without TLS (features `rustls` and `native-tls`) and
    ///   without a custom transport;
    /// - credentials for a product that does not accept them;
    /// - two different products with one name;
    /// - a reserved header in [`default_header`](Self::default_header);
    /// - settings of [`http`](Self::http) that reqwest refuses.
    pub fn build(mut self) -> Result<Client, Error> {
        check_limits(&self)?;
        let user_agent = user_agent(std::mem::take(&mut self.user_agent))?;
        let settings = Settings {
            call_timeout: self.call_timeout,
            attempt_timeout: self.attempt_timeout,
            token_suspension: self.token_suspension,
            retry: self.retry,
            max_response_bytes: self.max_response_bytes,
            user_agent,
            default_headers: default_headers(&self.default_headers)?,
        };
        let transport = self.transport.take();
        let product_settings = self.product_settings(&settings, HAS_TLS || transport.is_some())?;
        let mut products = Products::new(product_settings);
        let named = self.base_urls.iter().chain(&self.token_base_urls).map(|(product, _)| *product);
        let mut listed = self.products.clone();
        listed.extend(named);
        listed.extend(self.credentials_for.iter().map(|(product, _)| *product));
        for product in listed {
            products.get(product)?;
        }
        if let Some(stores) = self.stores(transport.as_ref().is_none_or(Transport::is_remote))? {
            products.keep_accounts_in(stores);
        }
        for credentials in self.credentials {
            products.set_credentials(credentials)?;
        }
        for (product, credentials) in self.credentials_for {
            products.set_credentials_for(product, credentials)?;
        }
        let transport = match transport {
            Some(transport) => AnyTransport::custom(transport, &self.wraps),
            None => {
                let http = HttpTransport::with(self.connections);
                http.prepare_for(&products.hosts())?;
                AnyTransport::http(http, self.wraps.into())
            }
        };
        let jitter = self.jitter_seed.map_or_else(Jitter::random, Jitter::seeded);
        let interceptors = Interceptors::new(self.interceptors);
        Ok(Client {
            engine: Engine::new(
                products,
                ClientRuntime::new(settings, jitter, transport),
                interceptors,
            ),
        })
    }

    fn product_settings(
        &self,
        settings: &Settings,
        has_tls: bool,
    ) -> Result<ProductSettings, ConfigError> {
        if let Some(secret) = &self.encryption_secret {
            setting_text::check("`encryption_secret`", secret.expose())?;
        }
        Ok(ProductSettings {
            environment: self.environment,
            base_urls: base_urls(&self.base_urls, "base_url")?,
            token_base_urls: base_urls(&self.token_base_urls, "token_base_url")?,
            user_agent: settings.user_agent.clone(),
            default_headers: settings.default_headers.clone(),
            values: values(&self.settings)?,
            encryption_secret: self.encryption_secret.clone(),
            without_bearer: self.without_bearer.iter().map(|product| product.name()).collect(),
            env_prefix: self.env_prefix.clone(),
            is_mock: self.is_mock,
            has_tls,
        })
    }

    /// Returns the stores of account records, if they are not in the client.
    fn stores(&mut self, is_remote: bool) -> Result<Option<Stores>, ConfigError> {
        #[cfg(feature = "token-store")]
        if let Some((store, key)) = self.token_store.take() {
            setting_text::check("the key of `token_store`", key.expose())?;
            let store = Arc::new(Store::Shared(Box::new(SharedStore::new(store, &key)?)));
            return Ok(Some(Stores { remote: Arc::clone(&store), local: store }));
        }
        // The process shares them, so that a client built for each job does not start counting
        // again. Accounts at hosts on this machine or behind a custom transport cannot be locked by
        // a platform.
        Ok(is_remote
            .then(|| Stores { remote: Store::of_the_process(), local: Store::of_one_client() }))
    }
}

fn check_limits(builder: &ClientBuilder) -> Result<(), ConfigError> {
    let is_zero = |limit: Duration, name: &str, why: &str| {
        if limit.is_zero() {
            Err(ConfigError::new(format!("`{name}` is zero, so {why}; set a longer one")))
        } else {
            Ok(())
        }
    };
    const NO_TIME: &str = "no call could succeed";
    builder.connections.check()?;
    is_zero(builder.attempt_timeout, "attempt_timeout", NO_TIME)?;
    is_zero(builder.call_timeout, "timeout", NO_TIME)?;
    is_zero(
        builder.token_suspension,
        "token_suspension",
        "failed token requests would lock the account",
    )
}

fn base_urls(
    given: &[(&'static Product, String)],
    setting: &str,
) -> Result<HashMap<&'static str, BaseUrl>, ConfigError> {
    let parse = |(product, url): &(&'static Product, String)| match url.parse() {
        Ok(base) => Ok((product.name(), base)),
        Err(error) => {
            Err(ConfigError::new(format!("the `{setting}` of {product} is invalid: {error}")))
        }
    };
    given.iter().map(parse).collect()
}

/// Returns the values of client-level settings by name.
fn values(given: &[(Setting, Secret)]) -> Result<HashMap<&'static str, HeaderValue>, ConfigError> {
    let header = |(setting, value): &(Setting, Secret)| {
        let what = format!("`{}`", setting.name());
        setting_text::check(&what, value.expose())?;
        Ok((setting.name(), sensitive_header(Zeroizing::new(value.expose().to_owned()), &what)?))
    };
    given.iter().map(header).collect()
}

fn default_headers(given: &[(String, Secret)]) -> Result<HeaderMap, ConfigError> {
    let mut headers = HeaderMap::new();
    for (name, value) in given {
        let (name, mut value) = checked_header("default_header", name, value.expose())?;
        value.set_sensitive(true);
        headers.insert(name, value);
    }
    Ok(headers)
}

fn user_agent(name: String) -> Result<HeaderValue, ConfigError> {
    setting_text::check("`user_agent`", &name)?;
    HeaderValue::try_from(name)
        .map_err(|_| ConfigError::new("`user_agent` is not valid in a header"))
}
