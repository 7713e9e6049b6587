//! How one call goes: everything that depends on the endpoint, its product, the client and the call's own options, decided
//! here and nowhere else. The executor and the decoder follow the plan and know no product.

use std::sync::Arc;
use std::time::Duration;

use http::header::{HeaderName, HeaderValue, USER_AGENT};

use crate::auth::Authority;
use crate::client::Client;
use crate::endpoint::{BodyEncoding, CallAuth, EndpointInfo, ResponseFormat};
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
/// Credentials can be replaced on a live client, so the steps that need them look them up when the call begins.
pub(crate) struct Plan {
    /// The endpoint, if it is declared.
    pub(crate) endpoint: Option<&'static EndpointInfo>,
    pub(crate) base: BaseUrl,
    product: Product,
    auth: CallAuth,
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
    /// The declared kind of body decides whether it can be.
    On(BodyEncoding),
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
            product,
            auth: info.auth,
            requests_token: info.requests_token(),
            encryption: if info.is_sealed() { Encryption::On(info.body) } else { Encryption::Off },
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

    /// Adds the headers of every attempt, except those that authorise it. Those that the request has stand.
    ///
    /// # Errors
    /// The product requires the partner's id, and neither request nor client has one.
    pub(crate) fn add_headers(&self, client: &Client, outgoing: &mut Outgoing) -> Result<(), ConfigError> {
        let (settings, headers) = (client.settings(), &mut outgoing.headers);
        headers.entry(USER_AGENT).or_insert_with(|| settings.user_agent.clone());
        accept_json(headers);
        let partner_id = self.product.partner_id();
        if partner_id == PartnerId::Never || headers.contains_key(PARTNER_ID) {
            return Ok(());
        }
        match &settings.partner_id {
            Some(id) => {
                headers.insert(PARTNER_ID, id.clone());
                Ok(())
            }
            // The API reference does not name it for token requests.
            None if partner_id == PartnerId::IfSet || self.auth == CallAuth::Basic => Ok(()),
            None => Err(no_partner_id(self.product)),
        }
    }

    /// What authorises the attempts.
    ///
    /// # Errors
    /// The client has no credentials for the product.
    pub(crate) fn authority(&self, client: &Client) -> Result<Authority, ConfigError> {
        client.auth().authority(self.product, self.auth)
    }

    /// A header beside `Authorization` that identifies the account.
    pub(crate) fn account_header(&self, client: &Client) -> Option<(HeaderName, HeaderValue)> {
        let asks_for_it =
            self.auth == CallAuth::Product && self.product.auth_scheme() == AuthScheme::Merchant;
        let access_key = client.auth().access_key(self.product).filter(|_| asks_for_it)?;
        Some((MERCHANT_ACCESS_KEY, access_key))
    }

    /// Encrypts the body, where the endpoint demands it. Returns what decrypts the response; nothing for a mock, which reads
    /// and writes plaintext.
    ///
    /// # Errors
    /// The body cannot be encrypted, or the secret for it is missing.
    pub(crate) fn encrypt(
        &self,
        client: &Client,
        outgoing: &mut Outgoing,
    ) -> Result<Option<Arc<Sealer>>, ConfigError> {
        self.check_encryptable(outgoing)?;
        if matches!(self.encryption, Encryption::Off) || !client.settings().seals {
            return Ok(None);
        }
        let cipher = client.auth().sealer(self.product)?;
        if !outgoing.body.is_empty() {
            outgoing.body = cipher.seal(&outgoing.body);
        }
        Ok(Some(cipher))
    }

    /// Refuses a body that cannot be encrypted, where the endpoint demands it.
    ///
    /// # Errors
    /// The endpoint demands encryption, and the body is not JSON.
    pub(crate) fn check_encryptable(&self, outgoing: &Outgoing) -> Result<(), ConfigError> {
        match self.encryption {
            Encryption::On(body) if !outgoing.body.is_empty() => {
                unencryptable(self.product, body).map_or(Ok(()), Err)
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

fn no_partner_id(product: Product) -> ConfigError {
    ConfigError::new(format!(
        "calls of {product} carry the partner's id: give the client `.partner_id(…)` or ENKASH_PARTNER_ID"
    ))
}
