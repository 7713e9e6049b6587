//! How an API authorises calls, as data.

/// How calls of a product are authorised. Which kind of credentials fits a scheme is written at its
/// variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthScheme {
    /// A bearer token for a user's name and password:
    /// [`OAuthCredentials`](crate::OAuthCredentials).
    PasswordGrant(PasswordGrant),
    /// A bearer token for a pair of keys: [`KeyPair`](crate::KeyPair).
    KeyPairToken(KeyPairToken),
    /// A key in this header: [`ApiKey`](crate::ApiKey).
    ApiKey(&'static str),
    /// A bearer token from elsewhere: [`BearerToken`](crate::BearerToken).
    Bearer,
    /// HTTP Basic: [`BasicCredentials`](crate::BasicCredentials).
    Basic,
    /// Any other way, such as a signature over the body: a
    /// [`CredentialProvider`](crate::CredentialProvider).
    Custom(CustomScheme),
}

/// OAuth's password grant (RFC 6749, section 4.3): a form with the user's name and password, and
/// the client's id and secret as HTTP Basic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordGrant {
    /// The path of the token request, such as `/token`.
    pub path: &'static str,
    /// A field of the form that repeats the client's id, if the API asks for one.
    pub client_id_field: Option<&'static str>,
    /// The names of the response.
    pub response: &'static TokenResponseNames,
}

/// A token for a pair of keys, which are sent as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPairToken {
    /// The path of the token request.
    pub path: &'static str,
    /// The field with the access key.
    pub access_key_field: &'static str,
    /// The field with the secret key.
    pub secret_key_field: &'static str,
    /// The header that carries the access key along with each call, if the API asks for one.
    pub access_key_header: Option<&'static str>,
    /// The names of the response.
    pub response: &'static TokenResponseNames,
}

/// A way to authorise calls that only a [`CredentialProvider`](crate::CredentialProvider) of the
/// API's crate knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CustomScheme {
    /// The provider's type, such as `acme::Credentials`. An error names it where a client has no
    /// credentials.
    pub provider: &'static str,
    /// The names of its settings (`snake_case`).
    /// [`ClientBuilder::from_env`](crate::ClientBuilder::from_env) leaves the variables with these
    /// names to the crate of the API.
    pub settings: &'static [&'static str],
}

/// What the fields of the response to a token request are called. Where there are several names,
/// each of them counts. Names are compared as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenResponseNames {
    /// The token.
    pub token: Names,
    /// Its lifetime in seconds.
    pub expires_in: Names,
    /// Its end in milliseconds since 1970, or its lifetime in milliseconds.
    pub expires_at: Names,
    /// The class of an error.
    pub error: Names,
    /// Classes that mean wrong credentials.
    pub refusals: Names,
    /// An object with details of an error.
    pub error_response: Names,
    /// In that object: the class of the error.
    pub error_type: Names,
    /// In that object: the message.
    pub error_message: Names,
    /// Classes in that object that mean wrong credentials. Compared without regard to case.
    pub error_type_refusals: Names,
    /// A result code.
    pub code: Names,
    /// Result codes that mean wrong credentials.
    pub code_refusals: &'static [i64],
    /// The message beside the class of an error.
    pub message: Names,
}

/// Names that mean the same.
type Names = &'static [&'static str];

impl TokenResponseNames {
    /// The names of OAuth 2.0: RFC 6749, sections 5.1 and 5.2.
    pub const OAUTH: TokenResponseNames = TokenResponseNames {
        token: &["access_token"],
        expires_in: &["expires_in"],
        expires_at: &[],
        error: &["error"],
        refusals: &["invalid_client", "invalid_grant", "unauthorized_client"],
        error_response: &[],
        error_type: &[],
        error_message: &[],
        error_type_refusals: &[],
        code: &[],
        code_refusals: &[],
        message: &["error_description"],
    };
}

impl AuthScheme {
    /// The name of the scheme, such as `a password grant`.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            AuthScheme::PasswordGrant(_) => "a password grant",
            AuthScheme::KeyPairToken(_) => "a token for a pair of keys",
            AuthScheme::ApiKey(_) => "an API key",
            AuthScheme::Bearer => "a bearer token",
            AuthScheme::Basic => "HTTP Basic",
            AuthScheme::Custom(_) => "a credential provider",
        }
    }
}
