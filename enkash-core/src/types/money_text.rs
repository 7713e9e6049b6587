//! Amounts that are serialised as strings.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::rules::Rules;
use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::types::money::Money;
use crate::types::value::{DecimalValue, NumberValue, ReadValue, Value};

/// An amount in rupees that is serialised as a JSON string: `"10.50"` instead of `10.5`.
///
/// Some requests document an amount as a string. It has the same rules as [`Money`], and is also
/// deserialised from a number or a string. Trailing zeros are written, and `#[decimals]` counts
/// them.
///
/// ```
/// use enkash_core::{Money, MoneyText};
///
/// let amount = MoneyText::from(Money::from_paise(1050));
/// assert_eq!(serde_json::to_string(&amount)?, r#""10.50""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct MoneyText(pub Money);

impl From<Money> for MoneyText {
    fn from(amount: Money) -> Self {
        MoneyText(amount)
    }
}

impl From<MoneyText> for Money {
    fn from(amount: MoneyText) -> Self {
        amount.0
    }
}

impl fmt::Display for MoneyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for MoneyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

crate::types::value::displayed!(MoneyText);

impl ReadValue for MoneyText {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl Value for MoneyText {
    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        let before = found.len();
        self.0.check(rules, at, found);
        // Trailing zeros are written, so they count as decimals.
        if let Some(most) = rules.decimals
            && self.0.as_decimal().scale() > most
            && !found.iter().skip(before).any(|violation| violation.rule == Rule::Decimals(most))
        {
            found.push(at, Rule::Decimals(most));
        }
    }
}

impl NumberValue for MoneyText {}
impl DecimalValue for MoneyText {}

impl Serialize for MoneyText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_out_of_range() {
            return Err(serde::ser::Error::custom("amount out of range"));
        }
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for MoneyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Money::deserialize(deserializer).map(MoneyText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Bound;

    #[test]
    fn an_amount_is_written_as_a_text_and_read_from_both_forms() {
        let amount = MoneyText("10.50".parse().unwrap());
        assert_eq!(serde_json::to_string(&amount).unwrap(), r#""10.50""#);
        for json in [r#""10.50""#, "10.5"] {
            assert_eq!(serde_json::from_str::<MoneyText>(json).unwrap(), amount, "{json}");
        }
    }

    #[test]
    fn the_rules_of_amounts_hold() {
        let rules = Rules::new().with_decimals(2).with_range(Some(Bound::inclusive(1, 0)), None);
        let mut found = Violations::new();
        MoneyText("0.125".parse().unwrap()).check(&rules, &FieldPath::TOP, &mut found);
        assert_eq!(found.len(), 2, "{found}");
    }

    #[test]
    fn zeros_at_the_end_are_decimals_since_they_are_written() {
        for (amount, broken) in [("10.50", 0), ("1.5000", 1), ("1.2345", 1)] {
            let mut found = Violations::new();
            MoneyText(amount.parse().unwrap()).check(
                &Rules::new().with_decimals(2),
                &FieldPath::TOP,
                &mut found,
            );
            assert_eq!(found.len(), broken, "{amount}");
        }
    }
}
