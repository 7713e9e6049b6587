//! The products of a fictional API. Together they use every part of a [`Product`].

use std::sync::Arc;

use bytes::Bytes;

use crate::{
    AuthScheme, CodeMeaning, Encryption, EncryptionError, EnvelopeNames, Environment, KeyPairToken,
    PasswordGrant, PayloadCipher, Product, ResultCodes, Secret, Setting, TokenResponseNames,
};

/// The products in the order in which a client lists them.
pub(crate) const PRODUCTS: [&Product; 8] =
    [&INVOICES, &BILLS, &CARDS, &WALLET, &EXPENSE, &PETTY_CASH, &GATEWAY, &PAYOUTS];

/// Without result codes and without a base URL.
pub(crate) const INVOICES: Product = Product::new("invoices").auth(&OAUTH).envelope(&ENVELOPE);

/// With result codes, one of them for an id that was used before.
pub(crate) const BILLS: Product =
    Product::new("bills").auth(&OAUTH).envelope(&ENVELOPE).result_codes(&ResultCodes::defined(&[
        (&[0], CodeMeaning::Success),
        (&[38], CodeMeaning::Duplicate),
        (&[1, 36, 37, 400, 412, 422], CodeMeaning::Refused),
    ]));

/// With a required setting and a token host.
pub(crate) const CARDS: Product = Product::new("cards")
    .base_url_in(Environment::Test, "https://cards.test.invalid")
    .token_base_url_in(Environment::Test, "https://token.test.invalid")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .settings(&[PARTNER.required()]);

/// Like cards.
pub(crate) const WALLET: Product = Product::new("wallet")
    .base_url_in(Environment::Test, "https://wallet.test.invalid")
    .token_base_url_in(Environment::Test, "https://token.test.invalid")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .settings(&[PARTNER.required()]);

/// With a base URL in one environment only.
pub(crate) const EXPENSE: Product = Product::new("expense")
    .base_url_in(Environment::Test, "https://expense.test.invalid")
    .auth(&OAUTH)
    .envelope(&ENVELOPE);

/// With an optional setting.
pub(crate) const PETTY_CASH: Product = Product::new("petty-cash")
    .base_url_in(Environment::Test, "https://petty.test.invalid")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .settings(&[PARTNER]);

/// With a pair of keys, and a result code for refused tokens.
pub(crate) const GATEWAY: Product = Product::new("gateway")
    .base_url_in(Environment::Test, "https://gateway.test.invalid")
    .auth(&KEYS)
    .envelope(&ENVELOPE)
    .result_codes(&ResultCodes::defined(&[
        (&[0], CodeMeaning::Success),
        (&[117], CodeMeaning::TokenRefused),
    ]));

/// With encrypted bodies, and a contradictory result code.
pub(crate) const PAYOUTS: Product = Product::new("payouts")
    .base_url_in(Environment::Test, "https://payouts.test.invalid")
    .auth(&OAUTH)
    .envelope(&ENVELOPE)
    .encryption(&Xor)
    .result_codes(&ResultCodes::defined(&[
        (&[0], CodeMeaning::Success),
        (&[409], CodeMeaning::Duplicate),
        (&[403], CodeMeaning::Contradictory),
        (&[1, 412, 422], CodeMeaning::Refused),
    ]));

pub(crate) const PARTNER: Setting = Setting::new("partner", "x-partner");

const OAUTH: AuthScheme = AuthScheme::PasswordGrant(PasswordGrant {
    path: "/oauth/token",
    client_id_field: Some("clientId"),
    response: &TOKEN_RESPONSE,
});

const KEYS: AuthScheme = AuthScheme::KeyPairToken(KeyPairToken {
    path: "/keys/token",
    access_key_field: "accessKey",
    secret_key_field: "secretKey",
    access_key_header: Some("x-access-key"),
    response: &TOKEN_RESPONSE,
});

pub(crate) const TOKEN_RESPONSE: TokenResponseNames = TokenResponseNames {
    token: &["access_token", "accessToken", "token"],
    expires_in: &["expires_in", "expiresIn"],
    expires_at: &["expiry"],
    error: &["error"],
    refusals: &["invalid_client", "invalid_grant", "unauthorized_client", "unauthorized"],
    error_response: &["errorResponse"],
    error_type: &["errorType"],
    error_message: &["errorMessage"],
    error_type_refusals: &["UNAUTHORIZED"],
    code: &["resultCode"],
    code_refusals: &[401],
    message: &["error_description", "errorMessage", "message", "response_message", "resultMessage"],
};

pub(crate) const ENVELOPE: EnvelopeNames = EnvelopeNames {
    payload: &["payload", "data", "paylod"],
    response_code: &["response_code"],
    code: &["code"],
    message: &["response_message", "message", "resultMessage"],
    error_response: &["errorResponse"],
    errors: &["error", "errors", "errorMessage"],
    success: &["success"],
    status: &["status"],
    error_page: &["error", "path"],
    about_the_response: &[
        // Other names of codes and states.
        "resultCode",
        "responseCode",
        "errorCode",
        "error_code",
        "statusCode",
        "status_code",
        "statusText",
        "statusMessage",
        // Other names of messages and errors; the last ones are those of RFC 9457 and of web
        // frameworks.
        "responseMessage",
        "msg",
        "reason",
        "fault",
        "error_response",
        "error_message",
        "errorType",
        "error_description",
        "error_uri",
        "errorDescription",
        "type",
        "title",
        "detail",
        "instance",
        "exception",
        "trace",
        // Identifiers of the request.
        "timestamp",
        "path",
        "requestId",
        "request_id",
    ],
    error_type: &["errorType"],
    error_message: &["errorMessage"],
    sub_errors: &["apiSubErrors"],
    request_id: &["requestId"],
    timestamp: &["timestamp"],
    success_words: &["SUCCESS"],
    failure_words: &["FAILURE", "FAILED", "ERROR"],
};

/// A toy encryption: `{"request":"…"}` around the hexadecimal digits of the body, each byte XORed
/// with the first one of the secret.
pub(crate) struct Xor;

pub(crate) struct XorCipher(u8);

impl Xor {
    pub(crate) fn with(secret: &str) -> XorCipher {
        XorCipher(secret.bytes().next().unwrap_or_default())
    }
}

impl Encryption for Xor {
    fn name(&self) -> &'static str {
        "xor"
    }

    fn cipher(&self, secret: &Secret) -> Result<Arc<dyn PayloadCipher>, EncryptionError> {
        Ok(Arc::new(Xor::with(secret.expose())))
    }
}

#[derive(serde::Deserialize)]
struct Encrypted {
    request: String,
}

impl PayloadCipher for XorCipher {
    fn encrypt(&self, body: &[u8]) -> Result<Bytes, EncryptionError> {
        let digits: String = body.iter().map(|byte| format!("{:02x}", byte ^ self.0)).collect();
        Ok(format!(r#"{{"request":"{digits}"}}"#).into())
    }

    fn decrypt(&self, body: &[u8]) -> Result<Option<Bytes>, EncryptionError> {
        let Ok(encrypted) = serde_json::from_slice::<Encrypted>(body) else { return Ok(None) };
        let digits = encrypted.request.as_bytes().chunks(2);
        let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
        let bytes: Option<Vec<u8>> = digits.map(|pair| Some(byte(pair)? ^ self.0)).collect();
        bytes.map(|bytes| Some(bytes.into())).ok_or_else(|| "no digits".into())
    }
}
