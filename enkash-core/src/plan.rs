//! How one call goes: everything that depends on the endpoint, its product, the client and the call's own options, decided
//! here and nowhere else. The executor and the decoder follow the plan and know no product.

use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use crate::auth::Authority;
use crate::client::Client;
use crate::endpoint::{CallAuth, EndpointInfo, ResponseFormat};
use crate::envelope::EnvelopeNames;
use crate::error::ConfigError;
use crate::outgoing::{BaseUrl, Outgoing};
use crate::product::{AuthScheme, PartnerId, Product, ResultCodes};
use crate::retry::{Resend, RetryPolicy};
use crate::seal::{Sealer, unencryptable};
use crate::transport::accept_json;

const PARTNER_ID: HeaderName = HeaderName::from_static("partnerid");
const MERCHANT_ACCESS_KEY: HeaderName = HeaderName::from_static("merchantaccesskey");

/// What one call asks for in place of the client's settings.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Options {
    pub(crate) timeout: Option<Duration>,
    pub(crate) attempt_timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
}

/// How one call goes.
///
/// A setting that is missing is an error of the step that needs it, so that a request can be shown without credentials.
pub(crate) struct Plan {
    /// The endpoint, if it is declared.
    pub(crate) endpoint: Option<&'static EndpointInfo>,
    pub(crate) base: BaseUrl,
    /// Headers of every attempt, which give way to those of the request.
    headers: Result<HeaderMap, ConfigError>,
    pub(crate) authority: Result<Authority, ConfigError>,
    /// A header beside `Authorization` that identifies the account.
    pub(crate) account_header: Option<(HeaderName, HeaderValue)>,
    /// Whether the account's memory of failed token requests holds for the call.
    pub(crate) requests_token: bool,
    encryption: Encryption,
    idempotent: bool,
    pub(crate) retry: RetryPolicy,
    pub(crate) call_timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_response_bytes: usize,
    pub(crate) response: ResponsePlan,
}

/// Whether bodies are encrypted.
enum Encryption {
    Off,
    On {
        /// Why the declared kind of body cannot be encrypted.
        unencryptable: Option<ConfigError>,
        /// None for a mock, which reads and writes plaintext.
        cipher: Result<Option<Arc<Sealer>>, ConfigError>,
    },
}

/// How the response of a call is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResponsePlan {
    pub(crate) format: ResponseFormat,
    pub(crate) names: &'static EnvelopeNames,
    pub(crate) codes: &'static ResultCodes,
}

impl Plan {
    /// Decides how a call goes.
    ///
    /// # Errors
    /// There is no base URL.
    pub(crate) fn new(
        client: &Client,
        info: &EndpointInfo,
        endpoint: Option<&'static EndpointInfo>,
        options: Options,
    ) -> Result<Plan, ConfigError> {
        let (settings, product) = (client.settings(), info.product);
        Ok(Plan {
            endpoint,
            base: client.base_for(product, info.requests_token())?.clone(),
            headers: headers(client, info),
            authority: client.auth().authority(product, info.auth),
            account_header: account_header(client, info),
            requests_token: info.requests_token(),
            encryption: encryption(client, info),
            idempotent: info.idempotent,
            retry: options.retry.unwrap_or(settings.retry),
            call_timeout: options.timeout.unwrap_or(settings.call_timeout),
            attempt_timeout: options.attempt_timeout.unwrap_or(settings.attempt_timeout),
            max_response_bytes: settings.max_response_bytes,
            response: ResponsePlan::new(info),
        })
    }

    /// What makes it safe to send the request again.
    pub(crate) fn retry_safety(&self, outgoing: &Outgoing) -> Resend {
        if self.idempotent {
            Resend::Always
        } else if outgoing.carries_unique_id {
            Resend::Unique
        } else {
            Resend::Unperformed
        }
    }

    /// Adds the headers of every attempt. Those that the request has stand.
    ///
    /// # Errors
    /// A setting is missing.
    pub(crate) fn add_headers(&mut self, outgoing: &mut Outgoing) -> Result<(), ConfigError> {
        let headers = std::mem::replace(&mut self.headers, Ok(HeaderMap::new()))?;
        for (name, value) in &headers {
            outgoing.headers.entry(name).or_insert_with(|| value.clone());
        }
        Ok(())
    }

    /// Encrypts the body, where the endpoint demands it. Returns what decrypts the response.
    ///
    /// # Errors
    /// The body cannot be encrypted, or the secret for it is missing.
    pub(crate) fn encrypt(&mut self, outgoing: &mut Outgoing) -> Result<Option<Arc<Sealer>>, ConfigError> {
        let cipher = match std::mem::replace(&mut self.encryption, Encryption::Off) {
            Encryption::Off => return Ok(None),
            Encryption::On { unencryptable: Some(error), .. } if !outgoing.body.is_empty() => {
                return Err(error);
            }
            Encryption::On { cipher, .. } => cipher?,
        };
        if let Some(cipher) = &cipher
            && !outgoing.body.is_empty()
        {
            outgoing.body = cipher.seal(&outgoing.body);
        }
        Ok(cipher)
    }

    /// Refuses a body that cannot be encrypted, where the endpoint demands it.
    ///
    /// # Errors
    /// Says what to do.
    pub(crate) fn check_encryptable(&mut self, outgoing: &Outgoing) -> Result<(), ConfigError> {
        match &mut self.encryption {
            Encryption::On { unencryptable, .. } if !outgoing.body.is_empty() => {
                unencryptable.take().map_or(Ok(()), Err)
            }
            _ => Ok(()),
        }
    }
}

impl ResponsePlan {
    pub(crate) fn new(info: &EndpointInfo) -> Self {
        ResponsePlan { format: info.response_format, ..ResponsePlan::of_product(info.product) }
    }

    /// That of a response which is no endpoint's, such as one to a token request.
    pub(crate) fn of_product(product: Product) -> Self {
        ResponsePlan {
            format: ResponseFormat::Enveloped,
            names: product.envelope(),
            codes: product.result_codes(),
        }
    }
}

fn encryption(client: &Client, info: &EndpointInfo) -> Encryption {
    if !info.is_sealed() {
        return Encryption::Off;
    }
    let cipher =
        if client.settings().seals { client.auth().sealer(info.product).map(Some) } else { Ok(None) };
    Encryption::On { unencryptable: unencryptable(info.product, info.body), cipher }
}

/// The headers of every attempt but the one that authorises it.
fn headers(client: &Client, info: &EndpointInfo) -> Result<HeaderMap, ConfigError> {
    let (settings, product) = (client.settings(), info.product);
    let mut headers = HeaderMap::with_capacity(8);
    headers.insert(USER_AGENT, settings.user_agent.clone());
    accept_json(&mut headers);
    match (product.partner_id(), &settings.partner_id) {
        (PartnerId::Never, _) => {}
        (_, Some(id)) => {
            headers.insert(PARTNER_ID, id.clone());
        }
        // The API reference does not name it for token requests.
        (PartnerId::IfSet, None) => {}
        (PartnerId::Required, None) if info.auth == CallAuth::Basic => {}
        (PartnerId::Required, None) => return Err(no_partner_id(product)),
    }
    Ok(headers)
}

fn account_header(client: &Client, info: &EndpointInfo) -> Option<(HeaderName, HeaderValue)> {
    let asks_for_it = info.auth == CallAuth::Product && info.product.auth_scheme() == AuthScheme::Merchant;
    let access_key = client.auth().access_key(info.product).filter(|_| asks_for_it)?;
    Some((MERCHANT_ACCESS_KEY, access_key))
}

fn no_partner_id(product: Product) -> ConfigError {
    ConfigError::new(format!(
        "calls of {product} carry the partner's id: give the client `.partner_id(…)` or ENKASH_PARTNER_ID"
    ))
}
