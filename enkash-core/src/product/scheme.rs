//! Authentication schemes, as data.

/// How calls of a product are authenticated. Each variant names the type of credentials for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AuthScheme {
    /// A bearer token obtained with a user's name and password:
    /// [`OAuthCredentials`](crate::OAuthCredentials).
    PasswordGrant(PasswordGrant),
    /// A bearer token obtained with a pair of keys: [`KeyPair`](crate::KeyPair).
    KeyPairToken(KeyPairToken),
    /// A key in this header: [`ApiKey`](crate::ApiKey).
    ApiKey(&'static str),
    /// A bearer token that the program obtained itself: [`BearerToken`](crate::BearerToken).
    Bearer,
    /// HTTP Basic: [`BasicCredentials`](crate::BasicCredentials).
    Basic,
    /// Any other scheme, such as a signature over the body: a
    /// [`CredentialProvider`](crate::CredentialProvider).
    Custom(CustomScheme),
}

/// OAuth's password grant (RFC 6749, section 4.3): a form with the user's name and password,
/// authenticated with the client's id and secret as HTTP Basic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordGrant {
    /// The path of the token request, such as `/token`.
    pub path: &'static str,
    /// A form field that repeats the client's id, if the API requires one.
    pub client_id_field: Option<&'static str>,
    /// The field names of the response.
    pub response: &'static TokenResponseNames,
}

/// A token request that sends a pair of keys as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPairToken {
    /// The path of the token request.
    pub path: &'static str,
    /// The field with the access key.
    pub access_key_field: &'static str,
    /// The field with the secret key.
    pub secret_key_field: &'static str,
    /// The header that sends the access key with each call, if the API requires one.
    pub access_key_header: Option<&'static str>,
    /// The field names of the response.
    pub response: &'static TokenResponseNames,
}

/// A scheme that a [`CredentialProvider`](crate::CredentialProvider) of the API's crate implements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CustomScheme {
    /// The type of the provider, such as `acme::Credentials`, for the error of a client without
    /// credentials.
    pub provider: &'static str,
    /// The names of the provider's settings (`snake_case`).
    /// [`ClientBuilder::from_env`](crate::ClientBuilder::from_env) accepts variables with these
    /// names and leaves them to the API's crate.
    pub settings: &'static [&'static str],
}

/// The field names of a token response. If there are several names, each of them counts. Names are
/// case-sensitive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenResponseNames {
    /// The token.
    pub token: Names,
    /// Its lifetime in seconds.
    pub expires_in: Names,
    /// The time of its expiry in milliseconds since 1970, or its lifetime in milliseconds.
    pub expires_at: Names,
    /// The class of an error.
    pub error: Names,
    /// Error classes that mean wrong credentials.
    pub refusals: Names,
    /// An object with details of an error.
    pub error_response: Names,
    /// The class of the error, in that object.
    pub error_type: Names,
    /// The message, in that object.
    pub error_message: Names,
    /// Error classes in that object that mean wrong credentials. Not case-sensitive.
    pub error_type_refusals: Names,
    /// A result code.
    pub code: Names,
    /// Result codes that mean wrong credentials.
    pub code_refusals: &'static [i64],
    /// The message next to the class of an error.
    pub message: Names,
}

/// Names with the same meaning.
type Names = &'static [&'static str];

impl TokenResponseNames {
    /// The field names of OAuth 2.0 (RFC 6749, sections 5.1 and 5.2).
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
    /// Returns the name of the scheme, such as `a password grant`.
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
