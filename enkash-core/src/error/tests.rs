use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use super::*;
use crate::base::secret::RedactedBytes;

fn transport(kind: TransportErrorKind) -> Error {
    TransportError::new(kind, Outcome::Unknown).into()
}

fn api(status: u16, token_refused: bool) -> Error {
    Error::Api(Box::new(ApiError {
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        body: RedactedBytes(Bytes::new()),
        form: BodyForm::Empty,
        error_type: None,
        message: None,
        sub_errors: Vec::new(),
        request_id: None,
        timestamp: None,
        code: None,
        duplicate: false,
        token_refused,
        outcome: Outcome::Refused,
        attempts: 1,
    }))
}

fn auth() -> Error {
    Error::Auth(Box::new(AuthError::new(
        AuthErrorKind::Unavailable,
        "status 503".to_owned(),
        None,
        None,
    )))
}

#[test]
fn the_kind_of_an_error_is_its_variant_and_prints_in_lower_case() {
    for (error, kind, name) in [
        (Error::Invalid(Violations::new()), ErrorKind::Invalid, "invalid"),
        (ConfigError::new("no base URL").into(), ErrorKind::Config, "config"),
        (auth(), ErrorKind::Auth, "auth"),
        (transport(TransportErrorKind::Body), ErrorKind::Transport, "transport"),
        (api(500, false), ErrorKind::Api, "api"),
        (
            transport(TransportErrorKind::NoMockResponse),
            ErrorKind::NoMockResponse,
            "no_mock_response",
        ),
    ] {
        assert_eq!((error.kind(), kind.as_str(), kind.to_string().as_str()), (kind, name, name));
    }
    assert_eq!(format!("{:>8}", ErrorKind::Decode), "  decode");
}

#[test]
fn an_error_is_a_timeout_or_a_failed_connection_by_the_kind_of_the_transport_error() {
    for (kind, timeout, connect) in [
        (TransportErrorKind::Connect, false, true),
        (TransportErrorKind::Dns, false, true),
        (TransportErrorKind::Tls, false, true),
        (TransportErrorKind::Proxy, false, true),
        (TransportErrorKind::Timeout, true, false),
        (TransportErrorKind::Request, false, false),
        (TransportErrorKind::Body, false, false),
        (TransportErrorKind::TooLarge, false, false),
        (TransportErrorKind::Redirected, false, false),
        (TransportErrorKind::NoMockResponse, false, false),
    ] {
        let error = transport(kind);
        assert_eq!(
            (error.is_timeout(), error.is_connect(), error.is_auth()),
            (timeout, connect, false)
        );
    }
    for error in [Error::Invalid(Violations::new()), auth(), api(504, false)] {
        assert!(!error.is_timeout() && !error.is_connect(), "{error}");
    }
}

#[test]
fn an_error_is_about_authentication_without_a_token_and_with_a_refused_one() {
    assert!(auth().is_auth());
    assert!(api(401, false).is_auth());
    assert!(api(200, true).is_auth());
    assert!(!api(403, false).is_auth());
    assert!(!Error::Invalid(Violations::new()).is_auth());
}
