//! A product with the settings of one client.

use std::collections::HashMap;
use std::sync::Arc;

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderName, HeaderValue};

use crate::auth::{GivenCredentials, ProductCredentials, missing};
use crate::base::secret::Secret;
use crate::error::ConfigError;
use crate::message::BaseUrl;
use crate::product::{Environment, Product, Setting};
use crate::rules::reserved_headers::RESERVED_HEADERS;
use crate::transport::accept_json;

/// What the caller set up that concerns products. Names stand for products, since they identify
/// them.
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
    /// The prefix of the environment variables that the client was set up from.
    pub(crate) env_prefix: Option<String>,
    /// Stands in for what the caller did not give: a mock serves every product.
    pub(crate) is_mock: bool,
    /// Whether base URLs with `https` can be reached.
    pub(crate) has_tls: bool,
}

/// A product as a client calls it. It is replaced as a whole when its credentials are.
pub(crate) struct ResolvedProduct {
    pub(super) product: &'static Product,
    pub(super) base: Option<BaseUrl>,
    pub(super) token_base: Option<BaseUrl>,
    /// The headers of every call, except those that authorise it.
    headers: HeaderMap,
    /// Settings that the client was not given, though calls require them.
    missing_settings: Vec<(&'static Setting, HeaderName)>,
    pub(super) credentials: ProductCredentials,
}

impl ProductSettings {
    /// `given` are the credentials that serve it.
    ///
    /// # Errors
    /// A setting is wrong for it.
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
                "the base URL of {product} is https, and enkash was built without TLS: enable the feature `rustls` or \
                 `native-tls`, or give the client a `.transport(…)` of its own"
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
        // A value that was given for the product's own setting wins over a header for all products.
        for (name, value) in &self.default_headers {
            headers.entry(name).or_insert_with(|| value.clone());
        }
        headers.entry(USER_AGENT).or_insert_with(|| self.user_agent.clone());
        accept_json(&mut headers);
        let credentials = self.credentials(product, token_base.as_ref(), given)?;
        Ok(ResolvedProduct { product, base, token_base, headers, missing_settings, credentials })
    }

    /// The base URLs of calls and of token requests. The product's own token host counts only
    /// beside its own base URL: whoever moves a product's calls elsewhere means its token requests,
    /// too.
    fn bases(&self, product: &Product) -> Result<(Option<BaseUrl>, Option<BaseUrl>), ConfigError> {
        let name = product.name();
        let parse = |url: Option<&'static str>, what: &str| {
            url.map(str::parse).transpose().map_err(|error| {
                ConfigError::new(format!("the {what} of the product {name} is wrong: {error}"))
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

    /// The header of a client-level setting.
    fn header_name(product: &Product, setting: &Setting) -> Result<HeaderName, ConfigError> {
        HeaderName::try_from(setting.header())
            .ok()
            .filter(|name| !RESERVED_HEADERS.contains(&name.as_str()))
            .ok_or_else(|| {
                ConfigError::new(format!(
                    "the product {product} names no header that can carry the setting `{}`: {:?}",
                    setting.name(),
                    setting.header()
                ))
            })
    }

    /// The given credentials as the product takes them.
    ///
    /// # Errors
    /// A part of them is not fit for a header.
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
            // There is no placeholder for what only a crate's own provider adds.
            None if product.auth.is_none() || self.is_mock => Ok(ProductCredentials::NotRequired),
            None => Ok(ProductCredentials::Missing),
        }
    }

    /// Why the product has no base URL.
    pub(super) fn no_base(&self, product: &Product) -> ConfigError {
        let why = match self.environment {
            None => "there is neither an environment nor a base URL",
            Some(Environment::Test) => "no test base URL is known",
            Some(Environment::Live) => "no live base URL is known",
        };
        let variable = format!("BASE_URL_{}", product.variable_name());
        ConfigError::new(format!(
            "{why} for {product}: ask its provider, and give it to the client with `.base_url(…)`{}",
            self.or_variable(&variable)
        ))
    }

    /// The variable that a client can be given a setting with as well.
    pub(super) fn or_variable(&self, name: &str) -> String {
        self.env_prefix.as_ref().map(|prefix| format!(" or {prefix}_{name}")).unwrap_or_default()
    }
}

/// Names stand in environment variables, and in the host names of a mock.
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
        "a product has the name {name:?}: give it one of lower-case letters, digits and hyphens, such as `acme-orders`"
    )))
}

impl ResolvedProduct {
    /// Refuses another product of the same name.
    pub(super) fn checked(
        self: &Arc<Self>,
        product: &'static Product,
    ) -> Result<Arc<Self>, ConfigError> {
        if std::ptr::eq(self.product, product) || self.product.same_content(product) {
            return Ok(Arc::clone(self));
        }
        Err(ConfigError::new(format!(
            "two different products have the name `{product}`; give one of them another name"
        )))
    }

    /// The same with other credentials.
    pub(super) fn with(&self, credentials: ProductCredentials) -> Self {
        ResolvedProduct {
            product: self.product,
            base: self.base.clone(),
            token_base: self.token_base.clone(),
            headers: self.headers.clone(),
            missing_settings: self.missing_settings.clone(),
            credentials,
        }
    }

    /// The headers of every call, except those that authorise it.
    pub(crate) fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// A setting that a call with these headers lacks.
    pub(crate) fn missing_setting(&self, headers: &HeaderMap) -> Option<&'static Setting> {
        let mut missing = self.missing_settings.iter();
        missing.find_map(|(setting, name)| (!headers.contains_key(name)).then_some(*setting))
    }

    pub(crate) fn credentials(&self) -> &ProductCredentials {
        &self.credentials
    }

    /// Why the client has no credentials for it.
    pub(crate) fn missing(&self) -> ConfigError {
        missing(self.product)
    }
}
