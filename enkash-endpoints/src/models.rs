//! Types that requests of several products share. Each is re-exported by the `models` of the
//! products that use it.

use enkash_core::model;

/// The OAuth grant type.
#[model(rename_all = "snake_case")]
pub enum GrantType {
    /// The password grant: the user's name and password.
    Password,
}

/// The sort order of the results.
#[model]
pub enum SortDirection {
    /// Ascending.
    Asc,
    /// Descending.
    Desc,
}

/// A currency.
#[model]
pub enum Currency {
    /// The Indian rupee.
    Inr,
}
