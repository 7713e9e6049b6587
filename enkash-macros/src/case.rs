//! The naming conventions of `rename_all`.

use heck::{ToKebabCase, ToLowerCamelCase, ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

/// A convention for names of several words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Camel,
    Pascal,
    Snake,
    ScreamingSnake,
    Kebab,
    Lower,
    Upper,
}

impl Case {
    /// The conventions by the names that `rename_all` takes, each written in its own.
    pub(crate) const NAMES: [(&'static str, Case); 7] = [
        ("camelCase", Case::Camel),
        ("PascalCase", Case::Pascal),
        ("snake_case", Case::Snake),
        ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
        ("kebab-case", Case::Kebab),
        ("lowercase", Case::Lower),
        ("UPPERCASE", Case::Upper),
    ];

    pub(crate) fn from_name(name: &str) -> Option<Case> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, case)| *case)
    }

    /// Converts a Rust name, of a field or a variant.
    pub(crate) fn apply(self, name: &str) -> String {
        // Many names of fields are one word, and converting takes the user's compiler time.
        let one_word = || name.bytes().all(|byte| byte.is_ascii_lowercase());
        if matches!(self, Case::Camel | Case::Snake) && one_word() {
            return name.to_owned();
        }
        match self {
            Case::Camel => name.to_lower_camel_case(),
            Case::Pascal => name.to_upper_camel_case(),
            Case::Snake => name.to_snake_case(),
            Case::ScreamingSnake => name.to_shouty_snake_case(),
            Case::Kebab => name.to_kebab_case(),
            Case::Lower => name.to_snake_case().replace('_', ""),
            Case::Upper => name.to_shouty_snake_case().replace('_', ""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Case;

    #[test]
    fn names_follow_each_convention() {
        for (case, field, variant) in [
            (Case::Camel, "customerId", "inProgress"),
            (Case::Pascal, "CustomerId", "InProgress"),
            (Case::Snake, "customer_id", "in_progress"),
            (Case::ScreamingSnake, "CUSTOMER_ID", "IN_PROGRESS"),
            (Case::Kebab, "customer-id", "in-progress"),
            (Case::Lower, "customerid", "inprogress"),
            (Case::Upper, "CUSTOMERID", "INPROGRESS"),
        ] {
            assert_eq!(case.apply("customer_id"), field);
            assert_eq!(case.apply("InProgress"), variant);
        }
        assert_eq!(Case::Camel.apply("gst_in_2"), "gstIn2");
        assert_eq!(Case::Camel.apply("_private"), "private");
    }

    #[test]
    fn an_acronym_is_one_word() {
        assert_eq!(Case::ScreamingSnake.apply("UPI"), "UPI");
        assert_eq!(Case::ScreamingSnake.apply("NetBankingOTP"), "NET_BANKING_OTP");
    }
}
