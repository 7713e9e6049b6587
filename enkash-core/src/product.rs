//! Products: the settings shared by the calls of one part of an API.

pub(crate) mod encryption;
pub(crate) mod envelope;

mod codes;
mod response_format;
mod scheme;
mod setting;

pub use codes::{CodeMeaning, ResultCodes};
pub use response_format::ResponseFormat;
pub use scheme::{AuthScheme, CustomScheme, KeyPairToken, PasswordGrant, TokenResponseNames};
pub use setting::Setting;

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use crate::product::encryption::Encryption;
use crate::product::envelope::{EnvelopeFormat, EnvelopeKind, EnvelopeNames};

/// The environment of an API: test or live.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// The hosts for tests, where no money moves.
    Test,
    /// The production hosts.
    Live,
}

/// The settings shared by the calls of one part of an API: base URLs, credentials, encryption,
/// envelope, result codes, and settings of the client. It is a constant, declared next to its
/// endpoints, which refer to it as `PRODUCT`.
///
/// ```
/// use enkash_core::{AuthScheme, CodeMeaning, EnvelopeNames, Product, ResultCodes, endpoint};
///
/// const ENVELOPE: EnvelopeNames =
///     EnvelopeNames { payload: &["data"], error_response: &["error"], ..EnvelopeNames::NONE };
///
/// const PRODUCT: Product = Product::new("acme-orders")
///     .base_url("https://orders.acme.example")
///     .auth(&AuthScheme::ApiKey("x-api-key"))
///     .envelope(&ENVELOPE);
///
/// /// Reads an order.
/// #[endpoint(GET, "/orders/<orderId>")]
/// struct GetOrder {
///     /// The order.
///     order_id: String,
/// }
/// ```
///
/// A product with only a name has bare responses, no credentials and no encryption. Products are
/// compared by name, so names must be unique in a program: a client refuses two different products
/// with the same name.
#[derive(Clone, Copy)]
pub struct Product {
    name: &'static str,
    pub(crate) base_urls: BaseUrls,
    pub(crate) token_base_urls: BaseUrls,
    pub(crate) auth: Option<&'static AuthScheme>,
    pub(crate) encryption: Option<&'static dyn Encryption>,
    pub(crate) envelope: Option<EnvelopeKind>,
    pub(crate) codes: &'static ResultCodes,
    pub(crate) settings: &'static [Setting],
}

/// The base URLs of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BaseUrls {
    everywhere: Option<&'static str>,
    test: Option<&'static str>,
    live: Option<&'static str>,
}

impl BaseUrls {
    const NONE: BaseUrls = BaseUrls { everywhere: None, test: None, live: None };

    const fn with(mut self, environment: Environment, url: &'static str) -> Self {
        match environment {
            Environment::Test => self.test = Some(url),
            Environment::Live => self.live = Some(url),
        }
        self
    }

    pub(crate) fn get(&self, environment: Option<Environment>) -> Option<&'static str> {
        let own = match environment {
            Some(Environment::Test) => self.test,
            Some(Environment::Live) => self.live,
            None => None,
        };
        own.or(self.everywhere)
    }
}

impl Product {
    /// Creates a product. Its name appears in configuration and traces; it is lower case with
    /// hyphens, such as `accounts-receivable`.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Product {
            name,
            base_urls: BaseUrls::NONE,
            token_base_urls: BaseUrls::NONE,
            auth: None,
            encryption: None,
            envelope: None,
            codes: &ResultCodes::UNDEFINED,
            settings: &[],
        }
    }

    /// Sets the base URL for every environment, and for a client without an environment. It may
    /// have a path prefix.
    #[must_use]
    pub const fn base_url(mut self, url: &'static str) -> Self {
        self.base_urls.everywhere = Some(url);
        self
    }

    /// Sets the base URL for one environment.
    #[must_use]
    pub const fn base_url_in(mut self, environment: Environment, url: &'static str) -> Self {
        self.base_urls = self.base_urls.with(environment, url);
        self
    }

    /// Sets the base URL of token requests, if it differs from that of other calls. It is ignored
    /// if the client has its own base URL for the product, since that also moves its token
    /// requests.
    #[must_use]
    pub const fn token_base_url(mut self, url: &'static str) -> Self {
        self.token_base_urls.everywhere = Some(url);
        self
    }

    /// Sets the base URL of token requests for one environment; see
    /// [`token_base_url`](Self::token_base_url).
    #[must_use]
    pub const fn token_base_url_in(mut self, environment: Environment, url: &'static str) -> Self {
        self.token_base_urls = self.token_base_urls.with(environment, url);
        self
    }

    /// Sets how calls are authenticated. By default they are not.
    #[must_use]
    pub const fn auth(mut self, scheme: &'static AuthScheme) -> Self {
        self.auth = Some(scheme);
        self
    }

    /// Sets how request and response bodies are encrypted. By default they are not.
    #[must_use]
    pub const fn encryption(mut self, encryption: &'static dyn Encryption) -> Self {
        self.encryption = Some(encryption);
        self
    }

    /// Sets the names of the envelope around payloads. By default the body is the payload.
    #[must_use]
    pub const fn envelope(mut self, names: &'static EnvelopeNames) -> Self {
        self.envelope = Some(EnvelopeKind::Names(names));
        self
    }

    /// Sets an envelope that [`EnvelopeNames`] cannot describe, instead of
    /// [`envelope`](Self::envelope).
    #[must_use]
    pub const fn envelope_format(mut self, format: &'static dyn EnvelopeFormat) -> Self {
        self.envelope = Some(EnvelopeKind::Format(format));
        self
    }

    /// Sets the meaning of the result codes in the envelope; [`ResultCodes::UNDEFINED`] by default.
    #[must_use]
    pub const fn result_codes(mut self, codes: &'static ResultCodes) -> Self {
        self.codes = codes;
        self
    }

    /// Sets the client-level settings that calls send as headers.
    #[must_use]
    pub const fn settings(mut self, settings: &'static [Setting]) -> Self {
        self.settings = settings;
        self
    }

    /// Returns the name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the base URL in an environment, or for a client without one; `None` if the client
    /// must set it.
    #[must_use]
    pub fn default_base_url(&self, environment: Option<Environment>) -> Option<&'static str> {
        self.base_urls.get(environment)
    }

    /// Returns how calls are authenticated.
    #[must_use]
    pub const fn auth_scheme(&self) -> Option<&'static AuthScheme> {
        self.auth
    }

    /// Returns whether bodies are encrypted.
    #[must_use]
    pub const fn is_encrypted(&self) -> bool {
        self.encryption.is_some()
    }

    /// Returns the meaning of the result codes.
    #[must_use]
    pub const fn codes(&self) -> &'static ResultCodes {
        self.codes
    }

    /// Returns the names of the envelope, if there are any.
    #[must_use]
    pub const fn envelope_names(&self) -> Option<&'static EnvelopeNames> {
        match self.envelope {
            Some(EnvelopeKind::Names(names)) => Some(names),
            Some(EnvelopeKind::Format(_)) | None => None,
        }
    }

    /// Returns the response format for one that an endpoint declares: without an envelope, all
    /// responses are bare.
    pub(crate) fn format(&self, declared: ResponseFormat) -> ResponseFormat {
        match (self.envelope, declared) {
            (None, _) => ResponseFormat::Bare,
            // An `EnvelopeFormat` recognises its envelope, so nothing has to be guessed.
            (Some(EnvelopeKind::Format(_)), ResponseFormat::Auto) => ResponseFormat::Enveloped,
            (Some(_), declared) => declared,
        }
    }

    /// Returns the name as it appears in environment variables.
    pub(crate) fn variable_name(&self) -> String {
        self.name.replace('-', "_").to_ascii_uppercase()
    }

    /// Returns whether two products with the same name are equal in everything else.
    pub(crate) fn same_content(&self, other: &Product) -> bool {
        self.base_urls == other.base_urls
            && self.token_base_urls == other.token_base_urls
            && self.auth == other.auth
            && self.encryption.map(Encryption::name) == other.encryption.map(Encryption::name)
            && self.envelope == other.envelope
            && self.codes == other.codes
            && self.settings == other.settings
    }
}

impl PartialEq for Product {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Product {}

impl PartialOrd for Product {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Product {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name.cmp(other.name)
    }
}

impl Hash for Product {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Debug for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Product").field(&self.name).finish()
    }
}

impl fmt::Display for Product {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
