//! What the caller gives the client to sign in with.

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::HeaderValue;
use zeroize::Zeroizing;

use super::store::AccountId;
use crate::error::ConfigError;
use crate::seal::Sealer;
use crate::secret::Secret;
use crate::setting;

/// What EnKash hands out for its OAuth products: a user's name and password, and the client's id and secret.
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
    /// The user's name: an e-mail address or a mobile number.
    pub username: Secret,
    /// The user's password.
    pub password: Secret,
    /// The client's id.
    pub client_id: String,
    /// The client's secret. It also seals the bodies of payouts.
    pub client_secret: Secret,
}

impl fmt::Debug for OAuthCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OAuthCredentials").field("client_id", &self.client_id).finish_non_exhaustive()
    }
}

/// What EnKash hands out for the payment gateway.
///
/// ```
/// use enkash_core::MerchantKeys;
///
/// let keys = MerchantKeys { access_key: "AK000000000000".into(), secret_key: "SK000000000000".into() };
/// assert_eq!(format!("{keys:?}"), "MerchantKeys { .. }");
/// ```
#[derive(Clone)]
pub struct MerchantKeys {
    /// The access key, which goes along with every call.
    pub access_key: Secret,
    /// The secret key.
    pub secret_key: Secret,
}

impl fmt::Debug for MerchantKeys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MerchantKeys").finish_non_exhaustive()
    }
}

/// Credentials with what is made of them once.
pub(crate) struct Credentials {
    secrets: Secrets,
    /// OAuth: `Authorization` of the token call. Merchant: `merchantAccessKey` of all others.
    header: HeaderValue,
    sealer: Option<Arc<Sealer>>,
    /// Tokens are sent without `Bearer ` in front.
    without_bearer: bool,
}

enum Secrets {
    OAuth(OAuthCredentials),
    Merchant(MerchantKeys),
}

impl Credentials {
    pub(crate) fn oauth(credentials: OAuthCredentials) -> Result<Self, ConfigError> {
        for (part, name) in [
            (credentials.username.expose(), "username"),
            (credentials.password.expose(), "password"),
            (&*credentials.client_id, "client_id"),
            (credentials.client_secret.expose(), "client_secret"),
        ] {
            setting::check(format_args!("`{name}` of the OAuth credentials"), part)?;
        }
        if credentials.client_id.contains(':') {
            return Err(ConfigError::new("`client_id` of the OAuth credentials contains a colon"));
        }
        let pair =
            Zeroizing::new(format!("{}:{}", credentials.client_id, credentials.client_secret.expose()));
        let basic = Zeroizing::new(format!("Basic {}", &*Zeroizing::new(STANDARD.encode(pair.as_bytes()))));
        Ok(Credentials {
            header: sensitive_header(basic, "the pair of `client_id` and `client_secret`")?,
            sealer: Some(Arc::new(Sealer::new(&credentials.client_secret))),
            without_bearer: false,
            secrets: Secrets::OAuth(credentials),
        })
    }

    pub(crate) fn merchant(keys: MerchantKeys, without_bearer: bool) -> Result<Self, ConfigError> {
        for (part, name) in [(&keys.access_key, "access_key"), (&keys.secret_key, "secret_key")] {
            setting::check(format_args!("`{name}` of the merchant keys"), part.expose())?;
        }
        let access_key = Zeroizing::new(keys.access_key.expose().to_owned());
        Ok(Credentials {
            header: sensitive_header(access_key, "`access_key`")?,
            sealer: None,
            without_bearer,
            secrets: Secrets::Merchant(keys),
        })
    }

    /// The account that these credentials are for.
    pub(super) fn account_id(&self) -> AccountId {
        let kind = match self.secrets {
            Secrets::OAuth(_) => 0,
            Secrets::Merchant(_) => 1,
        };
        AccountId::new(kind, self.parts().into_iter())
    }

    /// Every part, so that none of them is shown.
    pub(super) fn parts(&self) -> Vec<&str> {
        match &self.secrets {
            Secrets::OAuth(credentials) => vec![
                credentials.username.expose(),
                credentials.password.expose(),
                &*credentials.client_id,
                credentials.client_secret.expose(),
            ],
            Secrets::Merchant(keys) => vec![keys.access_key.expose(), keys.secret_key.expose()],
        }
    }

    /// Whether the body of a token request that the user declared is about this account: it carries the secrets of the
    /// client's own token request, and no other field of it differs.
    pub(super) fn are_in(&self, body: &[u8]) -> bool {
        let theirs = fields(body);
        let (_, _, own) = self.token_call();
        let secrets = match &self.secrets {
            Secrets::OAuth(_) => ["username", "password"],
            Secrets::Merchant(_) => ["accessKey", "secretKey"],
        };
        secrets.iter().all(|name| theirs.contains_key(*name))
            && fields(&own).iter().all(|(name, value)| theirs.get(name).is_none_or(|theirs| theirs == value))
    }

    /// `Authorization` with a token.
    pub(super) fn authorization(&self, token: &str) -> Zeroizing<String> {
        let scheme = if self.without_bearer { "" } else { "Bearer " };
        let mut authorization = Zeroizing::new(String::with_capacity(scheme.len() + token.len()));
        authorization.push_str(scheme);
        authorization.push_str(token);
        authorization
    }

    /// `Authorization` of the token call.
    pub(crate) fn basic(&self) -> Option<&HeaderValue> {
        matches!(self.secrets, Secrets::OAuth(_)).then_some(&self.header)
    }

    /// `merchantAccessKey` of the gateway's calls.
    pub(crate) fn access_key(&self) -> Option<&HeaderValue> {
        matches!(self.secrets, Secrets::Merchant(_)).then_some(&self.header)
    }

    pub(crate) fn sealer(&self) -> Option<Arc<Sealer>> {
        self.sealer.clone()
    }

    /// Path, media type and body of the token call.
    pub(crate) fn token_call(&self) -> (&'static str, HeaderValue, Bytes) {
        match &self.secrets {
            Secrets::OAuth(credentials) => (
                "/oauth/token",
                HeaderValue::from_static("application/x-www-form-urlencoded"),
                password_grant(credentials),
            ),
            Secrets::Merchant(keys) => {
                ("/api/v0/merchant/token", HeaderValue::from_static("application/json"), key_pair(keys))
            }
        }
    }
}

fn password_grant(credentials: &OAuthCredentials) -> Bytes {
    let mut form = Zeroizing::new(String::with_capacity(512));
    for (name, text) in [
        ("grant_type=", "password"),
        ("&username=", credentials.username.expose()),
        ("&password=", credentials.password.expose()),
        ("&clientId=", &credentials.client_id),
    ] {
        form.push_str(name);
        crate::path::push_query_text(&mut form, text);
    }
    Bytes::from_owner(form)
}

fn key_pair(keys: &MerchantKeys) -> Bytes {
    #[derive(serde::Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Body<'a> {
        access_key: &'a str,
        secret_key: &'a str,
    }
    let body = Body { access_key: keys.access_key.expose(), secret_key: keys.secret_key.expose() };
    let mut json = Zeroizing::new(Vec::with_capacity(512));
    // Two texts can always be written.
    let _ = serde_json::to_writer(&mut *json, &body);
    Bytes::from_owner(json)
}

/// The text fields of a JSON object or a form.
fn fields(body: &[u8]) -> HashMap<String, Zeroizing<String>> {
    if let Ok(serde_json::Value::Object(json)) = serde_json::from_slice(body) {
        let texts = json.into_iter().filter_map(|(name, value)| match value {
            serde_json::Value::String(text) => Some((name, Zeroizing::new(text))),
            _ => None,
        });
        return texts.collect();
    }
    url::form_urlencoded::parse(body)
        .map(|(name, value)| (name.into_owned(), Zeroizing::new(value.into_owned())))
        .collect()
}

/// A header that is never printed, and whose memory is wiped with its last copy. `what` names it in the error.
pub(crate) fn sensitive_header(text: Zeroizing<String>, what: &str) -> Result<HeaderValue, ConfigError> {
    let mut header = HeaderValue::from_maybe_shared(Bytes::from_owner(text)).map_err(|_| {
        ConfigError::new(format!("{what} cannot be sent: a header takes visible characters only"))
    })?;
    header.set_sensitive(true);
    Ok(header)
}
