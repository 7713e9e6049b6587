//! Amounts of money.

use std::borrow::Cow;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error as _};
use serde::{Serialize, Serializer};

use crate::rules::violation::{FieldPath, Rule, Violations};
use crate::rules::{Bound, Rules};
use crate::types::value::{
    DecimalValue, JsonForm, NumberValue, PathValue, QueryValue, ReadValue, ScalarForm, Value,
    read_exactly,
};

/// The number of significant digits that every JSON number keeps, since a reader may store it as an
/// IEEE 754 double.
const SIGNIFICANT_DIGITS: u32 = 15;

/// An exact amount in rupees.
///
/// It is serialised as a JSON number, and deserialised from a number or a string. An amount with
/// more than 15 significant digits is a violation, since a server that reads it as a double would
/// lose some; rupees and paise up to 9 999 999 999 999.99 are always exact.
///
/// ```
/// use enkash_core::Money;
///
/// let amount: Money = "1250.50".parse()?;
/// assert_eq!(amount, Money::from_paise(125_050));
/// assert_eq!(amount.to_paise(), Some(125_050));
/// assert_eq!(serde_json::to_string(&amount)?, "1250.5");
///
/// let fee = Money::from_paise(25_10);
/// let payouts = [amount, Money::from_rupees(100)];
/// let total: Money = payouts.iter().sum();
/// assert_eq!((total + fee).to_string(), "1375.60");
/// assert!(Money::from_rupees(1000) - total < Money::ZERO);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Arithmetic
///
/// `+`, `-` and [`Sum`] are exact: they never round and never panic, even for amounts received from
/// a server. Sums with paise are exact up to 10²⁶ rupees. A result that does not fit in the 28
/// digits of a [`Decimal`] is [out of range](Self::is_out_of_range), and so is every result
/// computed from it. It displays as `out of range`, has no paise, cannot be serialised, and is a
/// violation in a request, so that no wrong amount can be paid. [`checked_add`](Self::checked_add)
/// and [`checked_sub`](Self::checked_sub) return `None` instead; `amounts.try_fold(Money::ZERO,
/// Money::checked_add)` is a checked sum.
///
/// A `+` that panics, like that of `Decimal`, would let one absurd amount in a response end the
/// program; one that saturates would return a wrong amount that looks right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Money(Decimal);

impl Money {
    /// Zero rupees.
    pub const ZERO: Money = Money(Decimal::ZERO);

    /// Creates an amount of whole rupees.
    #[must_use]
    pub fn from_rupees(rupees: i64) -> Self {
        Money(Decimal::new(rupees, 0))
    }

    /// Creates an amount of paise, hundredths of a rupee.
    #[must_use]
    pub fn from_paise(paise: i64) -> Self {
        Money(Decimal::new(paise, 2))
    }

    /// Returns the amount in paise; `None` if it has a fraction of a paisa, or does not fit.
    ///
    /// ```
    /// use enkash_core::Money;
    ///
    /// assert_eq!("-12.50".parse::<Money>()?.to_paise(), Some(-1250));
    /// assert_eq!("0.005".parse::<Money>()?.to_paise(), None);
    /// # Ok::<(), enkash_core::ParseMoneyError>(())
    /// ```
    #[must_use]
    pub fn to_paise(self) -> Option<i64> {
        let number = self.0.normalize();
        let factor = 10_i128.checked_pow(2_u32.checked_sub(number.scale())?)?;
        i64::try_from(number.mantissa().checked_mul(factor)?).ok()
    }

    /// Returns the amount as a decimal number; [`Decimal::MAX`] or [`Decimal::MIN`] if it is
    #[must_use]
    pub const fn as_decimal(&self) -> &Decimal {
        &self.0
    }

    /// Returns whether the amount is the result of a sum or difference that did not fit; see
    /// [arithmetic](Self#arithmetic).
    #[must_use]
    pub fn is_out_of_range(self) -> bool {
        self.0 == Decimal::MAX || self.0 == Decimal::MIN
    }

    /// Returns the exact sum; `None` if it has more digits than a [`Decimal`] can hold.
    #[must_use]
    pub fn checked_add(self, other: Money) -> Option<Money> {
        if self.is_out_of_range() || other.is_out_of_range() {
            return None;
        }
        let sum = exact_sum(self.0, other.0)
            .or_else(|| exact_sum(self.0.normalize(), other.0.normalize()))?;
        Some(Money(sum)).filter(|sum| !sum.is_out_of_range())
    }

    /// Returns the exact difference; `None` if it has more digits than a [`Decimal`] can hold.
    #[must_use]
    pub fn checked_sub(self, other: Money) -> Option<Money> {
        self.checked_add(-other)
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        // `Decimal` skips underscores, and rounds numbers with too many digits before an exponent.
        if text.contains('_') || exponent.is_empty() {
            return None;
        }
        let number = Decimal::from_str_exact(digits).ok()?;
        let number =
            if exponent == "0" { Some(number) } else { Decimal::from_scientific(text).ok() };
        number.map(Money).filter(|amount| !amount.is_out_of_range())
    }
}

/// Adds without loss. `Decimal`'s own sum rounds a result that does not fit, or panics.
fn exact_sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    let scale = one.scale().max(other.scale());
    let lifted = |number: Decimal| {
        let factor = 10_i128.checked_pow(scale.checked_sub(number.scale())?)?;
        number.mantissa().checked_mul(factor)
    };
    let (mut sum, mut scale) = (lifted(one)?.checked_add(lifted(other)?)?, scale);
    while scale > 0 && sum % 10 == 0 && Decimal::try_from_i128_with_scale(sum, scale).is_err() {
        (sum, scale) = (sum / 10, scale - 1);
    }
    Decimal::try_from_i128_with_scale(sum, scale).ok()
}

impl Add for Money {
    type Output = Money;

    fn add(self, other: Money) -> Money {
        let out_of_range =
            |is_negative| Money(if is_negative { Decimal::MIN } else { Decimal::MAX });
        self.checked_add(other).unwrap_or_else(|| {
            // The operand with the greater absolute value decides the sign; one that is out of
            // range is always the greater.
            let greater = if self.0.abs() < other.0.abs() { other } else { self };
            out_of_range(greater < Money::ZERO)
        })
    }
}

impl Sub for Money {
    type Output = Money;

    fn sub(self, other: Money) -> Money {
        self + -other
    }
}

impl Neg for Money {
    type Output = Money;

    fn neg(self) -> Money {
        // `-0` would display with a sign.
        if self == Money::ZERO { self } else { Money(-self.0) }
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Money) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Money) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Money>>(amounts: I) -> Money {
        amounts.fold(Money::ZERO, Add::add)
    }
}

impl<'a> Sum<&'a Money> for Money {
    fn sum<I: Iterator<Item = &'a Money>>(amounts: I) -> Money {
        amounts.copied().sum()
    }
}

/// Converts an amount; [`Decimal::MAX`] and [`Decimal::MIN`] are [out of
/// range](Money::is_out_of_range).
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

/// The error of a string that is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an amount: expected digits with an optional decimal point, such as 1250.50")]
pub struct ParseMoneyError;

impl FromStr for Money {
    type Err = ParseMoneyError;

    fn from_str(text: &str) -> Result<Self, ParseMoneyError> {
        Money::parse(text).ok_or(ParseMoneyError)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_out_of_range() { f.pad("out of range") } else { fmt::Display::fmt(&self.0, f) }
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Written as in a JSON body, without trailing zeros, so that `#[decimals]` counts what is written.
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
    const FORM: JsonForm = JsonForm::Scalar;

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
            let low = range.min.is_some_and(|min| {
                if min.inclusive { number < value(min) } else { number <= value(min) }
            });
            let high = range.max.is_some_and(|max| {
                if max.inclusive { number > value(max) } else { number >= value(max) }
            });
            if low || high {
                found.push(at, Rule::Range(range));
            }
        }
    }
}

impl NumberValue for Money {}
impl DecimalValue for Money {}

impl Serialize for Money {
    /// Writes a number. A double represents 15 significant digits exactly and is printed with the
    /// fewest digits that identify it, so the digits on the wire are those of the amount.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_out_of_range() {
            return Err(serde::ser::Error::custom("amount out of range"));
        }
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
        let amount = read_exactly(deserializer, |scalar| match scalar {
            ScalarForm::Signed(number) => Some(Money(number.into())),
            ScalarForm::Unsigned(number) => Some(Money(number.into())),
            // The shortest string that identifies the double is what the sender wrote, up to 15
            // digits.
            ScalarForm::Text(_) | ScalarForm::Number(_) | ScalarForm::Float(_) => {
                Money::parse(&scalar.text())
            }
            ScalarForm::Bool(_) | ScalarForm::Raw(_) | ScalarForm::Json(_) => None,
        })?;
        // The error must not contain the received value.
        amount.ok_or_else(|| D::Error::custom("not an amount"))
    }
}

#[cfg(test)]
mod tests;
