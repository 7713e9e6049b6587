//! Resolves a product with the settings of a client.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::auth::{GivenCredentials, ProductCredentials, missing};
use crate::base::secret::Secret;
use crate::error::ConfigError;
use crate::message::BaseUrl;
use crate::product::{Environment, Product, Setting};
use crate::rules::reserved_headers::RESERVED_HEADERS;
use crate::transport::accept_json;

/// The settings of a client that concern products. Maps have the names of products as keys.
pub(crate) struct ProductSettings {
    pub(crate) environment: Option<Environment>,
    pub(crate) base_urls: HashMap<&'static str, BaseUrl>,
    pub(crate) token_base_urls: HashMap<&'static str, BaseUrl>,
    pub(crate) user_agent: HeaderValue,
    pub(crate) default_headers: HeaderMap,
    /// Client-level settings by name.
    pub(crate) values: HashMap<&'static str, HeaderValue>,
    pub(crate) encryption_secret: Option<Secret>,
    pub(crate) without_bearer: Vec<&'static str>,
    /// The prefix of the environment variables that the client was configured from.
    pub(crate) env_prefix: Option<String>,
    /// Whether missing settings are filled in: a mock serves every product.
    pub(crate) is_mock: bool,
    /// Whether base URLs with `https` are supported.
    pub(crate) has_tls: bool,
}

/// A product with the settings of a client. It is replaced as a whole when its credentials change.
pub(crate) struct ResolvedProduct {
    pub(super) product: &'static Product,
    pub(super) base: Option<BaseUrl>,
    pub(super) token_base: Option<BaseUrl>,
    /// The headers of every call, except those that authenticate it.
    headers: HeaderMap,
    /// Required settings that the client does not have.
    missing_settings: Vec<(&'static Setting, HeaderName)>,
    pub(super) credentials: ProductCredentials,
    is_replaced: AtomicBool,
}

impl ProductSettings {
    /// Resolves a product with the credentials that serve it.
    ///
    /// # Errors
    /// Returns an error if a setting is wrong for the product.
    pub(super) fn resolve(
        &self,
        product: &'static Product,
        given: Option<&GivenCredentials>,
    ) -> Result<ResolvedProduct, ConfigError> {
        check_name(product)?;
        let (base, token_base) = self.bases(product)?;
        let needs_tls = [&base, &token_base].into_iter().flatten().any(|base| !base.is_plain());
        if needs_tls && !self.has_tls {
            return Err(ConfigError::new(format!(
                "the base URL of {product} is https, but enkash was built without TLS; enable the cargo feature `rustls` \
                 or `native-tls`, or set a `.transport(…)`"
            )));
        }
        let mut headers = HeaderMap::with_capacity(8);
        let mut missing_settings = Vec::new();
        for setting in product.settings {
            let name = Self::header_name(product, setting)?;
            match self.values.get(setting.name()) {
                Some(value) => drop(headers.entry(name).or_insert_with(|| value.clone())),
                None if setting.required && self.is_mock => {
                    headers.insert(name, HeaderValue::from_static("mock"));
                }
                None if setting.required => missing_settings.push((setting, name)),
                None => {}
            }
        }
        // The value of a product's setting takes precedence over a default header.
        for (name, value) in &self.default_headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        headers.entry(USER_AGENT).or_insert_with(|| self.user_agent.clone());
        accept_json(&mut headers);
        let credentials = self.credentials(product, token_base.as_ref(), given)?;
        Ok(ResolvedProduct {
            product,
            base,
            token_base,
            headers,
            missing_settings,
            credentials,
            is_replaced: AtomicBool::new(false),
        })
    }

    /// Returns the base URLs of calls and of token requests. The product's token host is used only
    /// with the product's own base URL: a client that moves the calls elsewhere moves their token
    /// requests as well.
    fn bases(&self, product: &Product) -> Result<(Option<BaseUrl>, Option<BaseUrl>), ConfigError> {
        let name = product.name();
        let parse = |url: Option<&'static str>, what: &str| {
            url.map(str::parse).transpose().map_err(|error| {
                ConfigError::new(format!("the {what} of the product {name} is invalid: {error}"))
            })
        };
        let given = self.base_urls.get(name).cloned();
        let token_given = self.token_base_urls.get(name).cloned();
        if self.is_mock && given.is_none() {
            let base: Option<BaseUrl> = format!("https://{name}.invalid").parse().ok();
            return Ok((base.clone(), token_given.or(base)));
        }
        let is_moved = given.is_some();
        let base = match given {
            Some(base) => Some(base),
            None => parse(product.base_urls.get(self.environment), "base URL")?,
        };
        let own_token = product.token_base_urls.get(self.environment).filter(|_| !is_moved);
        let token_base = match token_given {
            Some(base) => Some(base),
            None => parse(own_token, "token base URL")?.or_else(|| base.clone()),
        };
        Ok((base, token_base))
    }

    /// Returns the header of a client-level setting.
    fn header_name(product: &Product, setting: &Setting) -> Result<HeaderName, ConfigError> {
        HeaderName::try_from(setting.header())
            .ok()
            .filter(|name| !RESERVED_HEADERS.contains(&name.as_str()))
            .ok_or_else(|| {
                ConfigError::new(format!(
                    "the product {product} has an invalid header name for the setting `{}`: {:?}",
                    setting.name(),
                    setting.header()
                ))
            })
    }

    /// Returns credentials in the form that the product needs.
    ///
    /// # Errors
    /// Returns an error if a part of them is not valid in a header.
    pub(super) fn credentials(
        &self,
        product: &'static Product,
        token_base: Option<&BaseUrl>,
        given: Option<&GivenCredentials>,
    ) -> Result<ProductCredentials, ConfigError> {
        match given {
            Some(given) => given.for_product(
                product,
                token_base,
                self.without_bearer.contains(&product.name()),
            ),
            // A mock has no placeholder for a custom provider.
            None if product.auth.is_none() || self.is_mock => Ok(ProductCredentials::NotRequired),
            None => Ok(ProductCredentials::Missing),
        }
    }

    /// Returns the error for a product without a base URL.
    pub(super) fn no_base(&self, product: &Product) -> ConfigError {
        let why = match self.environment {
            None => "no environment and no base URL is set",
            Some(Environment::Test) => "no test base URL is known",
            Some(Environment::Live) => "no live base URL is known",
        };
        let variable = format!("BASE_URL_{}", product.variable_name());
        ConfigError::new(format!(
            "{why} for {product}; ask its provider for the URL, and set it with `.base_url(…)`{}",
            self.or_variable(&variable)
        ))
    }

    /// Returns the environment variable for a setting, as an alternative in a message.
    pub(super) fn or_variable(&self, name: &str) -> String {
        self.env_prefix.as_ref().map(|prefix| format!(" or {prefix}_{name}")).unwrap_or_default()
    }
}

/// Checks the name of a product. It is part of environment variables and of the host names of a
/// mock.
fn check_name(product: &Product) -> Result<(), ConfigError> {
    let name = product.name();
    let is_fit = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !name.is_empty()
        && name.bytes().all(is_fit)
        && !name.starts_with('-')
        && !name.ends_with('-')
    {
        return Ok(());
    }
    Err(ConfigError::new(format!(
        "the product name {name:?} is invalid; use lower-case letters, digits and hyphens, such as `acme-orders`"
    )))
}

impl ResolvedProduct {
    /// Returns an error if another product has the same name.
    pub(super) fn checked(
        self: &Arc<Self>,
        product: &'static Product,
    ) -> Result<Arc<Self>, ConfigError> {
        if std::ptr::eq(self.product, product) || self.product.same_content(product) {
            return Ok(Arc::clone(self));
        }
        Err(ConfigError::new(format!(
            "two different products have the name `{product}`; rename one of them"
        )))
    }

    /// Returns the product with other credentials.
    pub(super) fn with(&self, credentials: ProductCredentials) -> Self {
        ResolvedProduct {
            product: self.product,
            base: self.base.clone(),
            token_base: self.token_base.clone(),
            headers: self.headers.clone(),
            missing_settings: self.missing_settings.clone(),
            credentials,
            is_replaced: AtomicBool::new(false),
        }
    }

    /// Marks it as replaced by one with other credentials.
    pub(super) fn replace(&self) {
        self.is_replaced.store(true, Ordering::Release);
    }

    /// Returns whether its credentials are the current ones.
    pub(crate) fn is_current(&self) -> bool {
        !self.is_replaced.load(Ordering::Acquire)
    }

    /// Returns the headers of every call, except those that authenticate it.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns a required setting that a call with these headers lacks.
    pub(crate) fn missing_setting(&self, headers: &HeaderMap) -> Option<&'static Setting> {
        let mut missing = self.missing_settings.iter();
        missing.find_map(|(setting, name)| (!headers.contains_key(name)).then_some(*setting))
    }

    pub(crate) fn credentials(&self) -> &ProductCredentials {
        &self.credentials
    }

    /// Returns the error for a product without credentials.
    pub(crate) fn missing(&self) -> ConfigError {
        missing(self.product)
    }
}
