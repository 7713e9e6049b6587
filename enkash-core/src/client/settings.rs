//! What a client knows besides credentials and base URLs.

use std::time::Duration;

use http::HeaderValue;

use crate::error::ConfigError;
use crate::product::{Environment, Product};
use crate::retry::RetryPolicy;

pub(crate) struct Settings {
    pub(crate) environment: Option<Environment>,
    /// From the start of a call to its end, waits and token calls included.
    pub(crate) call_timeout: Duration,
    /// From the start of an attempt to the last byte of its answer.
    pub(crate) attempt_timeout: Duration,
    /// How long an account is left alone after doubtful token requests.
    pub(crate) token_suspension: Duration,
    /// Whether the gateway's token is sent without `Bearer `.
    pub(crate) merchant_token_without_bearer: bool,
    pub(crate) retry: RetryPolicy,
    pub(crate) max_response_bytes: usize,
    pub(crate) user_agent: HeaderValue,
    pub(crate) partner_id: Option<HeaderValue>,
    /// Whether bodies are sealed where the product asks for it. A mock reads and writes them plain.
    pub(crate) seals: bool,
}

impl Settings {
    /// Why there is no base URL for a product.
    pub(crate) fn no_base(&self, product: Product) -> ConfigError {
        let why = match self.environment {
            None => "there is neither an environment nor a base URL",
            Some(Environment::Test) => "the documents give no test base URL",
            Some(Environment::Live) => "the documents give no live base URL",
        };
        let variable = variable_of(product);
        ConfigError::new(format!(
            "{why} for {product}: ask EnKash for it and tell the client with `.base_url(Product::{product:?}, …)` or \
             ENKASH_BASE_URL_{variable}"
        ))
    }
}

/// The product's name in the environment's variables, such as `ACCOUNTS_RECEIVABLE`.
pub(crate) fn variable_of(product: Product) -> String {
    product.name().replace('-', "_").to_ascii_uppercase()
}
