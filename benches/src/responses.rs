//! Responses of the API.

use std::fmt::Write;
use std::sync::LazyLock;

/// The response to an activation.
pub const ACTIVATED: &str = r#"{"errorResponse":null,"payload":"Customer activated","response_code":0,"response_message":"Success"}"#;

/// One row in the payload.
pub const SMALL: &str = r#"{"errorResponse":null,"payload":{"id":"KC0123456789ABCD","name":"Example Traders","total":125000,"active":true},"response_code":0,"response_message":"Success"}"#;

/// An error in a response whose status is 200.
pub const ERROR: &str = r#"{"errorResponse":{"apiSubErrors":[{"field":"customerId","message":"is not known"}],"errorMessage":"The customer is not known","errorType":"RECORD_NOT_FOUND","requestId":"REQ0000001","timestamp":"2026-01-31 10:15:00"},"payload":null,"response_code":1,"response_message":"Failure"}"#;

/// A thousand rows in the payload, about 100 bytes each.
pub static LARGE: LazyLock<String> = LazyLock::new(|| {
    let mut json = String::from(r#"{"errorResponse":null,"payload":["#);
    for number in 0..1_000 {
        if number > 0 {
            json.push(',');
        }
        let written = write!(
            json,
            r#"{{"id":"KC0123456789{number:04}","name":"Example Traders Private Limited {number:04}","total":125000,"active":true}}"#
        );
        written.expect("a String takes everything");
    }
    json.push_str(r#"],"response_code":0,"response_message":"Success"}"#);
    json
});
