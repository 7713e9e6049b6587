//! The naming conventions of `rename_all`.

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
    /// The conventions by the names that `rename_all` takes, which show them.
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
        let one_word = || name.bytes().all(|byte| byte.is_ascii_lowercase());
        if matches!(self, Case::Camel | Case::Snake) && one_word() {
            return name.to_owned();
        }
        let words = words(name);
        match self {
            Case::Camel => words
                .iter()
                .enumerate()
                .map(|(index, word)| if index == 0 { word.clone() } else { capitalised(word) })
                .collect(),
            Case::Pascal => words.iter().map(|word| capitalised(word)).collect(),
            Case::Snake => words.join("_"),
            Case::ScreamingSnake => words.join("_").to_uppercase(),
            Case::Kebab => words.join("-"),
            Case::Lower => words.concat(),
            Case::Upper => words.concat().to_uppercase(),
        }
    }
}

/// The words of a name in snake case or Pascal case, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut new_word = true;
    for character in name.chars() {
        if character == '_' {
            new_word = true;
            continue;
        }
        if character.is_uppercase() || new_word {
            words.push(String::new());
            new_word = false;
        }
        if let Some(word) = words.last_mut() {
            word.extend(character.to_lowercase());
        }
    }
    words
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
}
