//! The content of a product's token request.

use std::collections::HashMap;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};
use zeroize::Zeroizing;

use super::credentials::{Credentials, Kind, OAuthCredentials};
use super::header::{basic, credentials_header, sensitive_header};
use crate::base::percent::push_pair;
use crate::error::ConfigError;
use crate::product::{AuthScheme, TokenResponseNames};

/// A token request without its host.
pub(crate) struct TokenRequest {
    pub(super) path: &'static str,
    pub(super) media_type: HeaderValue,
    pub(super) body: Bytes,
    /// The `Authorization` header of the request.
    pub(crate) basic: Option<HeaderValue>,
    /// A header that calls send in addition to the token.
    pub(crate) account_header: Option<(HeaderName, HeaderValue)>,
    /// The body fields that identify the account.
    secret_fields: [&'static str; 2],
    pub(super) names: &'static TokenResponseNames,
}

impl TokenRequest {
    /// Creates the token request of a scheme with these credentials; `None` if the scheme does not
    /// request a token with them.
    pub(super) fn new(
        scheme: &AuthScheme,
        credentials: &Credentials,
    ) -> Result<Option<Self>, ConfigError> {
        match (scheme, &credentials.0) {
            (AuthScheme::PasswordGrant(grant), Kind::OAuth(oauth)) => Ok(Some(TokenRequest {
                path: grant.path,
                media_type: HeaderValue::from_static("application/x-www-form-urlencoded"),
                body: password_grant(oauth, grant.client_id_field),
                basic: Some(basic(
                    &oauth.client_id,
                    oauth.client_secret.expose(),
                    "the pair of `client_id` and `client_secret`",
                )?),
                account_header: None,
                secret_fields: ["username", "password"],
                names: grant.response,
            })),
            (AuthScheme::KeyPairToken(scheme), Kind::KeyPair(keys)) => {
                let (access_key, secret_key) = (keys.access_key.expose(), keys.secret_key.expose());
                let fields =
                    [(scheme.access_key_field, access_key), (scheme.secret_key_field, secret_key)];
                let account_header = match scheme.access_key_header {
                    Some(name) => {
                        let value = sensitive_header(
                            Zeroizing::new(access_key.to_owned()),
                            "`access_key`",
                        )?;
                        Some((credentials_header(name)?, value))
                    }
                    None => None,
                };
                Ok(Some(TokenRequest {
                    path: scheme.path,
                    media_type: HeaderValue::from_static("application/json"),
                    body: json_object(fields),
                    basic: None,
                    account_header,
                    secret_fields: fields.map(|(name, _)| name),
                    names: scheme.response,
                }))
            }
            _ => Ok(None),
        }
    }

    /// Returns whether the body of a declared token request is about the same account: it has the
    /// secrets of this one, and no field that both have differs.
    pub(super) fn is_about_the_account_of(&self, body: &[u8]) -> bool {
        let theirs = fields(body);
        self.secret_fields.iter().all(|name| theirs.contains_key(*name))
            && fields(&self.body)
                .iter()
                .all(|(name, value)| theirs.get(name).is_none_or(|theirs| theirs == value))
    }
}

fn password_grant(credentials: &OAuthCredentials, client_id_field: Option<&str>) -> Bytes {
    let mut form = Zeroizing::new(String::with_capacity(512));
    for (name, text) in [
        ("grant_type", "password"),
        ("username", credentials.username.expose()),
        ("password", credentials.password.expose()),
    ]
    .into_iter()
    .chain(client_id_field.map(|name| (name, &*credentials.client_id)))
    {
        push_pair(&mut form, name, text);
    }
    Bytes::from_owner(form)
}

fn json_object(fields: [(&str, &str); 2]) -> Bytes {
    let mut json = Zeroizing::new(Vec::with_capacity(512));
    for (index, (name, text)) in fields.into_iter().enumerate() {
        json.push(if index == 0 { b'{' } else { b',' });
        // Strings always serialise.
        let _ = serde_json::to_writer(&mut *json, name);
        json.push(b':');
        let _ = serde_json::to_writer(&mut *json, text);
    }
    json.push(b'}');
    Bytes::from_owner(json)
}

/// Returns the string fields of a JSON object or a form.
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
