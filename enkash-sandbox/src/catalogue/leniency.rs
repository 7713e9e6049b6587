//! The documented rules that this sandbox does not enforce, one reviewed list.
//!
//! The documents' own notes call each of them doubtful and tell clients not to rely on it.

use serde_json::{Value, json};

/// One rule that is loosened before the documents are compiled.
pub(crate) struct Leniency {
    pub(crate) product: &'static str,
    /// JSON pointer of the rule in the product's document.
    pub(crate) place: &'static str,
    pub(crate) instead: Instead,
}

pub(crate) enum Instead {
    /// The rule is taken out.
    Nothing,
    /// This list stands there: the types that the value may have, say, or the members that are required.
    List(&'static [&'static str]),
}

/// All of them.
pub(crate) const LENIENCIES: &[Leniency] = &[
    // The pattern of a PAN asks for exactly 50 characters although a PAN has 10.
    Leniency {
        product: "bharat-connect",
        place: "/paths/~1api~1v0~1business-onboarding~1reg-check-entity/post/requestBody/content\
                /application~1json/schema/properties/checkInstitute/properties/value/pattern",
        instead: Instead::Nothing,
    },
    // Every search filter is marked required although the filters are and-ed.
    Leniency {
        product: "bill-payments",
        place: "/components/schemas/SearchBillsRequest/required",
        instead: Instead::Nothing,
    },
    // Here, too, every search filter is marked required, which the notes call unlikely.
    Leniency {
        product: "loyalty",
        place: "/components/schemas/RewardOrderSearchRequest/required",
        instead: Instead::Nothing,
    },
    // The table marks all twelve members required, the page's own sample sends the three ids alone.
    Leniency {
        product: "card-management",
        place: "/components/schemas/WalletUpdateRequest/required",
        instead: Instead::List(&["companyId", "cardAccountId", "enKashCardId"]),
    },
    // The field list says number, the newest example sends a string of digits.
    Leniency {
        product: "payment-gateway",
        place: "/components/schemas/RefundRequest/properties/amount/type",
        instead: Instead::List(&["number", "string"]),
    },
];

/// Loosens the rules of `product` in its document; names the first place that is not there.
pub(crate) fn apply(product: &str, document: &mut Value) -> Result<(), String> {
    for leniency in LENIENCIES.iter().filter(|one| one.product == product) {
        let missing = || format!("{product}: nothing at {}", leniency.place);
        let (parent, keyword) = leniency.place.rsplit_once('/').ok_or_else(missing)?;
        let parent = document.pointer_mut(parent).and_then(Value::as_object_mut);
        let parent = parent.ok_or_else(missing)?;
        let removed = parent.remove(keyword);
        if let Instead::List(list) = leniency.instead {
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
    fn each_place_is_a_pointer() {
        for leniency in LENIENCIES {
            assert!(leniency.place.starts_with('/'), "{}", leniency.place);
            assert!(!leniency.place.contains(' '), "{}", leniency.place);
        }
    }

    #[test]
    fn a_place_that_is_gone_is_named() {
        let wrong = apply("bill-payments", &mut json!({}));
        assert!(wrong.unwrap_err().contains("SearchBillsRequest"));
    }
}
