//! The rules of a field, as constants. `record/check.rs` checks them through `Value::check`
//! (`types/value`).

pub mod pattern;
pub(crate) mod reserved_headers;
pub(crate) mod violation;

use crate::rules::pattern::Pattern;

/// The documented rules of one field, all optional.
///
/// On a list, the rules apply to each element, except [`items`](Self::items), which applies to the
/// list.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    #[doc(hidden)]
    pub pattern: Option<Pattern>,
    #[doc(hidden)]
    pub length: Option<(usize, usize)>,
    #[doc(hidden)]
    pub range: Option<Range>,
    #[doc(hidden)]
    pub items: Option<(usize, usize)>,
    #[doc(hidden)]
    pub decimals: Option<u32>,
}

impl Rules {
    /// No rules.
    pub const NONE: &'static Rules = &Rules::new();

    /// Returns the pattern that the whole string must match.
    #[must_use]
    pub const fn pattern(&self) -> Option<Pattern> {
        self.pattern
    }

    /// Returns the minimum and maximum number of characters.
    #[must_use]
    pub const fn length(&self) -> Option<(usize, usize)> {
        self.length
    }

    /// Returns the minimum and maximum of a number.
    #[must_use]
    pub const fn range(&self) -> Option<Range> {
        self.range
    }

    /// Returns the minimum and maximum number of list elements.
    #[must_use]
    pub const fn items(&self) -> Option<(usize, usize)> {
        self.items
    }

    /// Returns the maximum number of decimals.
    #[must_use]
    pub const fn decimals(&self) -> Option<u32> {
        self.decimals
    }

    /// Creates rules without any constraint.
    #[doc(hidden)]
    #[must_use]
    pub const fn new() -> Self {
        Rules { pattern: None, length: None, range: None, items: None, decimals: None }
    }

    /// Returns the rules that apply to the elements of a list.
    pub(crate) const fn for_elements(mut self) -> Self {
        self.items = None;
        self
    }
}

#[cfg(test)]
impl Rules {
    pub(crate) const fn with_length(mut self, min: usize, max: usize) -> Self {
        self.length = Some((min, max));
        self
    }

    pub(crate) const fn with_range(mut self, min: Option<Bound>, max: Option<Bound>) -> Self {
        self.range = Some(Range { min, max });
        self
    }

    pub(crate) const fn with_items(mut self, min: usize, max: usize) -> Self {
        self.items = Some((min, max));
        self
    }

    pub(crate) const fn with_decimals(mut self, most: u32) -> Self {
        self.decimals = Some(most);
        self
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::new()
    }
}

/// A range of numbers; a missing bound is unlimited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The minimum, if there is one.
    pub min: Option<Bound>,
    /// The maximum, if there is one.
    pub max: Option<Bound>,
}

/// One end of a [`Range`]: `mantissa / 10^scale`, so decimals such as `0.1` are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// The digits, with sign.
    pub mantissa: i64,
    /// The number of decimals.
    pub scale: u32,
    /// Whether the bound itself is in the range.
    pub inclusive: bool,
}

impl Bound {
    /// Creates a bound that is in the range.
    #[must_use]
    pub const fn inclusive(mantissa: i64, scale: u32) -> Self {
        Bound { mantissa, scale, inclusive: true }
    }

    /// Creates a bound that is outside the range.
    #[must_use]
    pub const fn exclusive(mantissa: i64, scale: u32) -> Self {
        Bound { mantissa, scale, inclusive: false }
    }
}

impl std::fmt::Display for Bound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let digits =
            format!("{:0width$}", self.mantissa.unsigned_abs(), width = self.scale as usize + 1);
        let (whole, fraction) = digits.split_at(digits.len() - self.scale as usize);
        write!(f, "{}{whole}.{fraction}", if self.mantissa < 0 { "-" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::Bound;

    #[test]
    fn a_bound_is_written_as_it_was_declared() {
        assert_eq!(Bound::inclusive(1, 1).to_string(), "0.1");
        assert_eq!(Bound::inclusive(-105, 2).to_string(), "-1.05");
        assert_eq!(Bound::exclusive(5000, 0).to_string(), "5000");
    }
}
