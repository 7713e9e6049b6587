//! Amounts of money in JSON.

use rust_decimal::Decimal;
use serde_json::Value;

/// An amount of a body, exactly as it was written.
pub(crate) fn amount(value: &Value) -> Option<Decimal> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    text.parse().ok().or_else(|| Decimal::from_scientific(&text).ok())
}

/// An amount as a number of a response.
pub(crate) fn number(amount: Decimal) -> Value {
    let text = amount.normalize().to_string();
    text.parse().map_or(Value::Null, Value::Number)
}
