//! Failures as the platform writes them.

use serde_json::{Map, Value, json};

use crate::catalogue::Operation;
use crate::exchange::Refusal;

/// The error response: `errorResponse` as the receivables pages show it, beside a code and a
/// message under the names that the operation's own response uses.
pub(crate) fn failure(
    operation: Option<&Operation>,
    refusal: &Refusal,
    request_id: String,
    timestamp: String,
) -> Value {
    let sub_errors = refusal
        .violations
        .iter()
        .map(|violation| json!({"field": violation.field, "message": violation.message}));
    let error = json!({
        "apiSubErrors": sub_errors.collect::<Vec<_>>(),
        "errorMessage": refusal.message,
        "errorType": error_type(refusal.status),
        "requestId": request_id,
        "timestamp": timestamp,
    });
    let names = Names::of(operation);
    let code = refusal.code.unwrap_or(refusal.status);
    let code = if names.code_as_text { json!(code.to_string()) } else { json!(code) };
    let mut body = Map::new();
    body.insert("errorResponse".to_owned(), error);
    body.insert(names.code.to_owned(), code);
    body.insert(names.message.to_owned(), json!(refusal.message));
    if let Some(payload) = refusal.payload {
        body.insert("payload".to_owned(), json!(payload));
    }
    Value::Object(body)
}

/// Where an operation's response carries its code and message.
struct Names {
    code: &'static str,
    message: &'static str,
    code_as_text: bool,
}

impl Names {
    fn of(operation: Option<&Operation>) -> Self {
        let schema = operation.and_then(Operation::response_schema);
        let member = |name| schema.and_then(|schema| crate::catalogue::property(schema, name));
        let (code, message) = match (member("response_code"), member("code")) {
            (None, Some(_)) => ("code", "message"),
            _ => ("response_code", "response_message"),
        };
        let code_as_text = member(code).is_some_and(|schema| schema["type"] == "string");
        Self { code, message, code_as_text }
    }
}

/// The documented class of a failure with this status.
fn error_type(status: u16) -> &'static str {
    match status {
        400 => "VALIDATION_ERROR",
        401 => "UNAUTHORIZED",
        403 => "INVALID_ACCESS",
        404 => "RECORD_NOT_FOUND",
        408 => "CLIENT_REQUEST_ABORT",
        409 | 412 | 422 => "UNPROCESSABLE_REQUEST",
        402..=499 => "CLIENT_REQUEST_ERROR",
        500..=599 => "SYSTEM_ERROR",
        _ => "UNKNOWN_ERROR",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::Violation;

    #[test]
    fn one_sub_error_per_violation() {
        let refusal = Refusal::violations(vec![
            Violation::new("customerId", "is required"),
            Violation::new("customerKeyContacts[2].mobile", "must match \\d"),
        ]);
        let body = failure(None, &refusal, "R1".to_owned(), "2026-01-31 10:15:00".to_owned());
        assert_eq!(body["errorResponse"]["errorType"], "VALIDATION_ERROR");
        assert_eq!(
            body["errorResponse"]["apiSubErrors"][1]["field"],
            "customerKeyContacts[2].mobile"
        );
        assert_eq!(body["response_code"], 400);
    }

    #[test]
    fn names_follow_the_operation() {
        let catalogue = crate::catalogue::Catalogue::get().unwrap();
        let body = |id| {
            let operation = catalogue.operations().find(|operation| operation.id() == id);
            failure(operation, &Refusal::new(422, "no"), String::new(), String::new())
        };
        assert_eq!(body("SetCardPin")["code"], 422);
        assert_eq!(body("FetchPayoutBankStatement")["response_code"], "422");
        assert_eq!(body("CreatePaymentOrder")["response_code"], 422);
    }
}
