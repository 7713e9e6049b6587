//! The documented rules that this sandbox does not enforce, one reviewed list.
//!
//! The API reference's own notes call each of them doubtful and tell clients not to rely on it.

use serde_json::{Value, json};

/// One rule that is loosened before the schemas are compiled.
pub(crate) struct SchemaOverride {
    pub(crate) product: &'static str,
    /// JSON pointer of the rule in the product's document.
    pub(crate) pointer: &'static str,
    pub(crate) replacement: Replacement,
}

pub(crate) enum Replacement {
    /// The rule is taken out.
    Nothing,
    /// This list takes its place: the types that the value may have, say, or the properties that
    /// are required.
    List(&'static [&'static str]),
}

/// All of them.
pub(crate) const SCHEMA_OVERRIDES: &[SchemaOverride] = &[
    // The pattern of a PAN asks for exactly 50 characters although a PAN has 10.
    SchemaOverride {
        product: "bharat-connect",
        pointer: "/paths/~1api~1v0~1business-onboarding~1reg-check-entity/post/requestBody/content\
                /application~1json/schema/properties/checkInstitute/properties/value/pattern",
        replacement: Replacement::Nothing,
    },
    // Every search filter is marked required although the filters are and-ed.
    SchemaOverride {
        product: "bill-payments",
        pointer: "/components/schemas/SearchBillsRequest/required",
        replacement: Replacement::Nothing,
    },
    // Here, too, every search filter is marked required, which the notes call unlikely.
    SchemaOverride {
        product: "loyalty",
        pointer: "/components/schemas/RewardOrderSearchRequest/required",
        replacement: Replacement::Nothing,
    },
    // The table marks all twelve fields required, the page's own sample sends the three ids alone.
    SchemaOverride {
        product: "card-management",
        pointer: "/components/schemas/WalletUpdateRequest/required",
        replacement: Replacement::List(&["companyId", "cardAccountId", "enKashCardId"]),
    },
    // The field list says number, the newest example sends a string of digits.
    SchemaOverride {
        product: "payment-gateway",
        pointer: "/components/schemas/RefundRequest/properties/amount/type",
        replacement: Replacement::List(&["number", "string"]),
    },
];

/// Loosens the rules of `product` in its document; names the first pointer that leads nowhere.
pub(crate) fn apply(product: &str, document: &mut Value) -> Result<(), String> {
    for schema_override in SCHEMA_OVERRIDES.iter().filter(|one| one.product == product) {
        let missing = || format!("{product}: nothing at {}", schema_override.pointer);
        let (parent, keyword) = schema_override.pointer.rsplit_once('/').ok_or_else(missing)?;
        let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
        let parent = parent.ok_or_else(missing)?;
        let removed = parent.remove(keyword);
        if let Replacement::List(list) = schema_override.replacement {
            parent.insert(keyword.to_owned(), json!(list));
        }
        removed.ok_or_else(missing)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_is_named_by_a_pointer() {
        for schema_override in SCHEMA_OVERRIDES {
            assert!(schema_override.pointer.starts_with('/'), "{}", schema_override.pointer);
            assert!(!schema_override.pointer.contains(' '), "{}", schema_override.pointer);
        }
    }

    #[test]
    fn a_rule_that_is_gone_is_named() {
        let wrong = apply("bill-payments", &mut json!({}));
        assert!(wrong.unwrap_err().contains("SearchBillsRequest"));
    }
}
