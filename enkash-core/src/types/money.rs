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

/// How many significant digits a JSON number carries for sure: a reader may keep it as an IEEE 754
/// double.
const SIGNIFICANT_DIGITS: u32 = 15;

/// An amount in rupees, exact to the last digit.
///
/// It is written as a JSON number and read from a number or a string. An amount with more than 15
/// significant digits would lose some on the way and is a violation; rupees and paise up to 9 999
/// 999 999 999.99 are always safe.
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
/// `+`, `-` and [`Sum`] are exact: nothing is rounded, and nothing panics, whatever amounts a
/// server sent. They take sums with paise up to 10²⁶ rupees. A result that does not fit in the 28
/// digits of a [`Decimal`] is [out of range](Self::is_out_of_range), and so is every result that is
/// computed from it. It prints as `out of range`, has no paise, is not serialised, and is a
/// violation in a request, so that no wrong amount can be paid. [`checked_add`](Self::checked_add)
/// and [`checked_sub`](Self::checked_sub) return `None` instead;
/// `amounts.try_fold(Money::ZERO, Money::checked_add)` is a checked sum.
///
/// A `+` that panics, as that of `Decimal` does, would let one absurd amount of a response end the
/// program; one that stops at the greatest amount would give a wrong amount that looks right.
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

    /// The amount in paise; `None` if it has a fraction of a paisa, or does not fit.
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

    /// The amount as a decimal number; [`Decimal::MAX`] or [`Decimal::MIN`] if it is
    /// [out of range](Self::is_out_of_range).
    #[must_use]
    pub const fn as_decimal(&self) -> &Decimal {
        &self.0
    }

    /// Whether it is the result of a sum or a difference that did not fit; see
    /// [arithmetic](Self#arithmetic).
    #[must_use]
    pub fn is_out_of_range(self) -> bool {
        self.0 == Decimal::MAX || self.0 == Decimal::MIN
    }

    /// The exact sum; `None` if it has more digits than a [`Decimal`] holds.
    #[must_use]
    pub fn checked_add(self, other: Money) -> Option<Money> {
        if self.is_out_of_range() || other.is_out_of_range() {
            return None;
        }
        let sum = exact_sum(self.0, other.0)
            .or_else(|| exact_sum(self.0.normalize(), other.0.normalize()))?;
        Some(Money(sum)).filter(|sum| !sum.is_out_of_range())
    }

    /// The exact difference; `None` if it has more digits than a [`Decimal`] holds.
    #[must_use]
    pub fn checked_sub(self, other: Money) -> Option<Money> {
        self.checked_add(-other)
    }

    fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        // `Decimal` skips underscores, and rounds what has too many digits before an exponent.
        if text.contains('_') || exponent.is_empty() {
            return None;
        }
        let number = Decimal::from_str_exact(digits).ok()?;
        let number =
            if exponent == "0" { Some(number) } else { Decimal::from_scientific(text).ok() };
        number.map(Money).filter(|amount| !amount.is_out_of_range())
    }
}

/// `Decimal`'s own sum rounds what does not fit, and panics.
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
            // The greater of the two decides about the sign, and one that is out of range is the
            // greater.
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
        // A zero has no sign to a reader.
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

/// [`Decimal::MAX`] and [`Decimal::MIN`] are [out of range](Money::is_out_of_range).
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

/// The string is not an amount.
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

/// As in a JSON body, without zeros at the end: what counts as a decimal for `#[decimals]` is what
/// is written.
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
    /// Writes a number. A double holds 15 significant digits exactly and is printed with as few as
    /// name it, so that the digits on the wire are the amount's.
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
            // The shortest text that names the double is what the sender wrote, up to 15 digits.
            ScalarForm::Text(_) | ScalarForm::Number(_) | ScalarForm::Float(_) => {
                Money::parse(&scalar.text())
            }
            ScalarForm::Bool(_) | ScalarForm::Raw(_) | ScalarForm::Json(_) => None,
        })?;
        // The text is what was sent, so it is no part of the error.
        amount.ok_or_else(|| D::Error::custom("not an amount"))
    }
}

#[cfg(test)]
mod tests;
