//! Amounts of money.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};

use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::rules::{Bound, Rules};
use crate::types::value::{DecimalValue, NumberValue, PathValue, QueryValue, ReadValue, Value};

/// How many significant digits a JSON number carries for sure: a reader may keep it as an IEEE 754 double.
const SIGNIFICANT_DIGITS: u32 = 15;

/// The member under which serde_json hands over a number when some crate has switched on `arbitrary_precision`.
const ARBITRARY_PRECISION: &str = "$serde_json::private::Number";

/// An amount in rupees, exact to the last digit.
///
/// It is written as a JSON number and read from a number or a text. An amount with more than 15 significant digits
/// would lose some on the way and is a violation; rupees and paise up to 9 999 999 999 999.99 are always safe.
///
/// ```
/// use enkash_core::Money;
///
/// let amount: Money = "1250.50".parse()?;
/// assert_eq!(amount, Money::from_paise(125_050));
/// assert_eq!(serde_json::to_string(&amount)?, "1250.5");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Money = Money(Decimal::ZERO);

    /// Whole rupees.
    #[must_use]
    pub fn from_rupees(rupees: i64) -> Self {
        Money(Decimal::new(rupees, 0))
    }

    /// Paise, of which a rupee has a hundred.
    #[must_use]
    pub fn from_paise(paise: i64) -> Self {
        Money(Decimal::new(paise, 2))
    }

    /// The amount as a decimal number.
    #[must_use]
    pub const fn as_decimal(&self) -> &Decimal {
        &self.0
    }

    /// The sum; `None` where it has more digits than a [`Decimal`] holds.
    #[must_use]
    pub fn checked_add(self, other: Money) -> Option<Money> {
        self.0.checked_add(other.0).map(Money)
    }

    /// The difference; `None` where it has more digits than a [`Decimal`] holds.
    #[must_use]
    pub fn checked_sub(self, other: Money) -> Option<Money> {
        self.0.checked_sub(other.0).map(Money)
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Decimal::from_str_exact(text).or_else(|_| Decimal::from_scientific(text)).ok().map(Money)
    }
}

impl From<Decimal> for Money {
    fn from(amount: Decimal) -> Self {
        Money(amount)
    }
}

impl From<Money> for Decimal {
    fn from(amount: Money) -> Self {
        amount.0
    }
}

/// The text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseMoneyError;

impl fmt::Display for ParseMoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an amount: expected digits with an optional decimal point, such as 1250.50")
    }
}

impl std::error::Error for ParseMoneyError {}

impl FromStr for Money {
    type Err = ParseMoneyError;

    fn from_str(text: &str) -> Result<Self, ParseMoneyError> {
        Money::parse(text).ok_or(ParseMoneyError)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// As in a JSON body, without zeros at the end: what counts as a decimal for `#[decimals]` is what is written.
impl PathValue for Money {
    fn text(&self) -> Cow<'_, str> {
        Cow::Owned(self.0.normalize().to_string())
    }
}

impl QueryValue for Money {
    fn each_text(&self, each: &mut dyn FnMut(&str)) {
        each(&self.text());
    }
}

impl ReadValue for Money {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }
}

impl Value for Money {
    fn check(&self, rules: &Rules, at: &FieldPath<'_>, found: &mut Violations) {
        let number = self.0.normalize();
        if number.mantissa().unsigned_abs() >= 10_u128.pow(SIGNIFICANT_DIGITS) {
            found.push(at, Rule::SignificantDigits(SIGNIFICANT_DIGITS));
        }
        if let Some(most) = rules.decimals
            && number.scale() > most
        {
            found.push(at, Rule::Decimals(most));
        }
        if let Some(range) = rules.range {
            let value = |bound: Bound| Decimal::new(bound.mantissa, bound.scale.min(18));
            let low = range
                .min
                .is_some_and(|min| if min.inclusive { number < value(min) } else { number <= value(min) });
            let high = range
                .max
                .is_some_and(|max| if max.inclusive { number > value(max) } else { number >= value(max) });
            if low || high {
                found.push(at, Rule::Range(range));
            }
        }
    }
}

impl NumberValue for Money {}
impl DecimalValue for Money {}

impl Serialize for Money {
    /// Writes a number. A double holds 15 significant digits exactly and is printed with as few as name it, so that the
    /// digits on the wire are the amount's.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number = self.0.normalize();
        if number.scale() == 0
            && let Ok(whole) = i64::try_from(number.mantissa())
        {
            return serializer.serialize_i64(whole);
        }
        match number.to_string().parse::<f64>() {
            Ok(double) => serializer.serialize_f64(double),
            Err(_) => Err(serde::ser::Error::custom("amount out of range")),
        }
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Amount)
    }
}

struct Amount;

impl<'de> Visitor<'de> for Amount {
    type Value = Money;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount, as a number or a text")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Money, E> {
        Ok(Money(Decimal::from(number)))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Money, E> {
        Ok(Money(Decimal::from(number)))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Money, E> {
        // The shortest text that names the double is what the sender wrote, up to 15 digits.
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Money, E> {
        Money::parse(text).ok_or_else(|| E::custom("not an amount"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Money, A::Error> {
        match map.next_entry::<String, String>()? {
            Some((name, number)) if name == ARBITRARY_PRECISION => self.visit_str(&number),
            _ => Err(de::Error::custom("not an amount")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_numbers_with_their_own_digits() {
        for (text, json) in [
            ("0", "0"),
            ("10.00", "10"),
            ("0.1", "0.1"),
            ("-0.01", "-0.01"),
            ("999999999999.99", "999999999999.99"),
            ("123456789012345", "123456789012345"),
        ] {
            let amount: Money = text.parse().unwrap();
            assert_eq!(serde_json::to_string(&amount).unwrap(), json);
            assert_eq!(serde_json::from_str::<Money>(json).unwrap(), amount);
            assert_eq!(serde_json::from_str::<Money>(&format!("\"{text}\"")).unwrap(), amount);
        }
    }

    #[test]
    fn sums_are_exact_and_never_panic() {
        let (paise, rupees) = (Money::from_paise(10), Money::from_rupees(1));
        assert_eq!(rupees.checked_add(paise), Some(Money::from_paise(110)));
        assert_eq!(paise.checked_sub(rupees), Some(Money::from_paise(-90)));
        assert_eq!(Money(Decimal::MAX).checked_add(rupees), None);
        assert_eq!(Money(Decimal::MIN).checked_sub(rupees), None);
    }

    #[test]
    fn sixteen_digits_are_one_too_many() {
        let mut found = Violations::new();
        "123456789012345.6".parse::<Money>().unwrap().check(
            &Rules::new(),
            &FieldPath::TOP.field("amount"),
            &mut found,
        );
        assert_eq!(found.to_string(), "`amount` must have no more than 15 significant digits");
    }

    #[test]
    fn decimals_and_range_hold() {
        let rules = Rules::new().with_decimals(2).with_range(Some(Bound::inclusive(1, 1)), None);
        for (text, broken) in [("0.10", 0), ("0.09", 1), ("0.105", 1), ("0.005", 2), ("7", 0)] {
            let mut found = Violations::new();
            text.parse::<Money>().unwrap().check(&rules, &FieldPath::TOP, &mut found);
            assert_eq!(found.len(), broken, "{text}: {found}");
        }
    }

    #[test]
    fn other_texts_are_no_amounts() {
        for json in ["\"\"", "\"12,50\"", "\"abc\"", "true", "null", "[]", "{}", "{\"a\":\"1\"}"] {
            assert!(serde_json::from_str::<Money>(json).is_err(), "{json}");
        }
        assert_eq!(serde_json::from_str::<Money>("1e3").unwrap(), Money::from_rupees(1000));
    }
}
