//! The types of credentials.

use std::fmt;
use std::sync::Arc;

use super::provider::CredentialProvider;
use crate::auth::setting_text;
use crate::base::secret::Secret;
use crate::error::ConfigError;
use crate::product::AuthScheme;

/// A user's name and password with the client's id and secret, for products with
/// [`AuthScheme::PasswordGrant`].
///
/// ```
/// use enkash_core::OAuthCredentials;
///
/// let credentials = OAuthCredentials {
///     username: "api-user@example.com".into(),
///     password: "not-a-real-password".into(),
///     client_id: "CEK0TEST01".into(),
///     client_secret: "not-a-real-secret".into(),
/// };
/// assert!(!format!("{credentials:?}").contains("real"));
/// ```
#[derive(Clone)]
pub struct OAuthCredentials {
    /// The user's name.
    pub username: Secret,
    /// The user's password.
    pub password: Secret,
    /// The client's id.
    pub client_id: String,
    /// The client's secret. A product that encrypts bodies derives its key from it, unless the
    /// client has an [`encryption_secret`](crate::ClientBuilder::encryption_secret).
    pub client_secret: Secret,
}

impl fmt::Debug for OAuthCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuthCredentials")
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

/// An access key and a secret key, for products with [`AuthScheme::KeyPairToken`].
///
/// ```
/// use enkash_core::KeyPair;
///
/// let keys = KeyPair { access_key: "AK000000000000".into(), secret_key: "SK000000000000".into() };
/// assert_eq!(format!("{keys:?}"), "KeyPair { .. }");
/// ```
#[derive(Clone)]
pub struct KeyPair {
    /// The access key. Calls send it as well, if the API requires it.
    pub access_key: Secret,
    /// The secret key. A product that encrypts bodies derives its key from it, unless the client
    /// has an [`encryption_secret`](crate::ClientBuilder::encryption_secret).
    pub secret_key: Secret,
}

impl fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyPair").finish_non_exhaustive()
    }
}

/// A key in a header, for products with [`AuthScheme::ApiKey`].
#[derive(Clone, Debug)]
pub struct ApiKey(pub(super) Secret);

impl ApiKey {
    /// Creates an API key.
    pub fn new(key: impl Into<Secret>) -> Self {
        ApiKey(key.into())
    }
}

/// A token that the program obtained itself, without the prefix `Bearer `. It is for products with
/// [`AuthScheme::Bearer`], and replaces the token request for those with
/// [`AuthScheme::PasswordGrant`] and [`AuthScheme::KeyPairToken`]. The client cannot renew it.
#[derive(Clone, Debug)]
pub struct BearerToken(pub(super) Secret);

impl BearerToken {
    /// Creates a bearer token.
    pub fn new(token: impl Into<Secret>) -> Self {
        BearerToken(token.into())
    }
}

/// A user's name and password, for products with [`AuthScheme::Basic`].
#[derive(Clone)]
pub struct BasicCredentials {
    /// The user's name, without a colon.
    pub username: Secret,
    /// The password.
    pub password: Secret,
}

impl fmt::Debug for BasicCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BasicCredentials").finish_non_exhaustive()
    }
}

/// Credentials of any type. Each type of credentials and each [`CredentialProvider`] converts into
/// it. See [`ClientBuilder::credentials`](crate::ClientBuilder::credentials).
#[derive(Clone)]
pub struct Credentials(pub(crate) Kind);

#[derive(Clone)]
pub(crate) enum Kind {
    OAuth(OAuthCredentials),
    KeyPair(KeyPair),
    ApiKey(ApiKey),
    Bearer(BearerToken),
    Basic(BasicCredentials),
    Provider(Arc<dyn CredentialProvider>),
}

impl From<OAuthCredentials> for Credentials {
    fn from(credentials: OAuthCredentials) -> Self {
        Credentials(Kind::OAuth(credentials))
    }
}

impl From<KeyPair> for Credentials {
    fn from(keys: KeyPair) -> Self {
        Credentials(Kind::KeyPair(keys))
    }
}

impl From<ApiKey> for Credentials {
    fn from(key: ApiKey) -> Self {
        Credentials(Kind::ApiKey(key))
    }
}

impl From<BearerToken> for Credentials {
    fn from(token: BearerToken) -> Self {
        Credentials(Kind::Bearer(token))
    }
}

impl From<BasicCredentials> for Credentials {
    fn from(credentials: BasicCredentials) -> Self {
        Credentials(Kind::Basic(credentials))
    }
}

impl<P: CredentialProvider> From<P> for Credentials {
    fn from(provider: P) -> Self {
        Credentials(Kind::Provider(Arc::new(provider)))
    }
}

impl Credentials {
    /// Returns whether a product with this scheme accepts these credentials.
    pub(crate) fn fit(&self, scheme: &AuthScheme) -> bool {
        match self.0 {
            Kind::OAuth(_) => matches!(scheme, AuthScheme::PasswordGrant(_)),
            Kind::KeyPair(_) => matches!(scheme, AuthScheme::KeyPairToken(_)),
            Kind::ApiKey(_) => matches!(scheme, AuthScheme::ApiKey(_)),
            Kind::Basic(_) => matches!(scheme, AuthScheme::Basic),
            Kind::Bearer(_) => matches!(
                scheme,
                AuthScheme::Bearer | AuthScheme::PasswordGrant(_) | AuthScheme::KeyPairToken(_)
            ),
            Kind::Provider(_) => matches!(scheme, AuthScheme::Custom(_)),
        }
    }

    /// Returns whether these credentials replace the others if both are set for all products.
    pub(crate) fn is_of_same_kind(&self, other: &Credentials) -> bool {
        std::mem::discriminant(&self.0) == std::mem::discriminant(&other.0)
    }

    /// Returns the parts with their names in configuration.
    pub(crate) fn parts(&self) -> Vec<(&'static str, &str)> {
        match &self.0 {
            Kind::OAuth(credentials) => vec![
                ("username", credentials.username.expose()),
                ("password", credentials.password.expose()),
                ("client_id", &credentials.client_id),
                ("client_secret", credentials.client_secret.expose()),
            ],
            Kind::KeyPair(keys) => {
                vec![
                    ("access_key", keys.access_key.expose()),
                    ("secret_key", keys.secret_key.expose()),
                ]
            }
            Kind::ApiKey(key) => vec![("api_key", key.0.expose())],
            Kind::Bearer(token) => vec![("bearer_token", token.0.expose())],
            Kind::Basic(credentials) => {
                vec![
                    ("username", credentials.username.expose()),
                    ("password", credentials.password.expose()),
                ]
            }
            Kind::Provider(_) => Vec::new(),
        }
    }

    /// Returns the name of the public type.
    pub(crate) fn type_name(&self) -> &'static str {
        match self.0 {
            Kind::OAuth(_) => "OAuthCredentials",
            Kind::KeyPair(_) => "KeyPair",
            Kind::ApiKey(_) => "ApiKey",
            Kind::Bearer(_) => "BearerToken",
            Kind::Basic(_) => "BasicCredentials",
            Kind::Provider(_) => "CredentialProvider",
        }
    }

    /// Returns the secret from which an encryption key can be derived.
    pub(crate) fn encryption_secret(&self) -> Option<&Secret> {
        match &self.0 {
            Kind::OAuth(credentials) => Some(&credentials.client_secret),
            Kind::KeyPair(keys) => Some(&keys.secret_key),
            Kind::ApiKey(_) | Kind::Bearer(_) | Kind::Basic(_) | Kind::Provider(_) => None,
        }
    }

    /// Checks for parts that no server can accept.
    ///
    /// # Errors
    /// Returns an error that contains the name of the part, but not its value.
    pub(crate) fn check(&self) -> Result<(), ConfigError> {
        let holder = self.type_name();
        for (name, part) in self.parts() {
            setting_text::check(format_args!("`{name}` of `{holder}`"), part)?;
        }
        let name_with_colon = match &self.0 {
            Kind::OAuth(credentials) if credentials.client_id.contains(':') => Some("client_id"),
            Kind::Basic(credentials) if credentials.username.expose().contains(':') => {
                Some("username")
            }
            _ => None,
        };
        if let Some(name) = name_with_colon {
            return Err(ConfigError::new(format!(
                "`{name}` of `{holder}` contains a colon; remove it"
            )));
        }
        match &self.0 {
            Kind::Bearer(token) if token.0.expose().contains(' ') => Err(ConfigError::new(
                "`bearer_token` of `BearerToken` contains a space; set the token alone, without `Bearer `",
            )),
            _ => Ok(()),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Credentials").field(&format_args!("{}", self.type_name())).finish()
    }
}
