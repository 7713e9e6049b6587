//! What a request to pay an order asks for.

use serde_json::Value;

use crate::exchange::Violation;
use crate::state::AttemptStatus;

/// Where the payment's fields are: inside `paymentDetail` as the reference has it, or beside it
/// as the guide does.
pub(super) fn detail(body: &Value) -> &Value {
    let inside = &body["paymentDetail"];
    let outside = body.get("paymentMode").is_some() && inside.get("paymentMode").is_none();
    if outside { body } else { inside }
}

/// What the chosen payment mode needs and does not have.
pub(super) fn missing(body: &Value, detail: &Value) -> Vec<Violation> {
    let needs: &[&str] = match detail["paymentMode"].as_str().unwrap_or_default() {
        "NET_BANKING" | "WALLET" => &["bankCode"],
        "UPI" => &["vpa"],
        "CREDIT_CARD" | "DEBIT_CARD" | "PREPAID_CARD" | "CORPORATE_CARD" => {
            &["cardHolderName", "cardNumber", "cvv", "expiry"]
        }
        "PAY_LATER" => &["bankCode", "bnplPaymentOptionId"],
        _ => &[],
    };
    let place = if std::ptr::eq(body, detail) { "" } else { "paymentDetail." };
    let lacking = needs.iter().filter(|name| detail[**name].as_str().is_none_or(str::is_empty));
    lacking
        .map(|name| Violation::new(format!("{place}{name}"), "is required for this payment mode"))
        .collect()
}

/// How the attempt begins; values that ask for a failure are listed among the assumptions.
pub(super) fn first_status(mode: Option<&str>, detail: &Value) -> AttemptStatus {
    match mode {
        None => AttemptStatus::Created,
        Some("CREDIT_CARD" | "DEBIT_CARD" | "PREPAID_CARD" | "CORPORATE_CARD") => {
            AttemptStatus::Created
        }
        Some(mode) => {
            let key = if mode == "UPI" { "vpa" } else { "bankCode" };
            let value = detail[key].as_str().unwrap_or_default().to_ascii_lowercase();
            match value.as_str() {
                value if value.starts_with("fail") => AttemptStatus::Failed,
                value if value.starts_with("pending") => AttemptStatus::PendingWithBank,
                _ => AttemptStatus::Success,
            }
        }
    }
}
