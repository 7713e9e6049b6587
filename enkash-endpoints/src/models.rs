//! Types that requests of several products share. Each is re-exported by the `models` of the products that use it.

use enkash_core::model;

/// A way of signing in.
#[model(rename_all = "snake_case")]
pub enum GrantType {
    /// With the user's name and password.
    Password,
}

/// The order of what a search finds.
#[model]
pub enum SortDirection {
    /// Upwards.
    Asc,
    /// Downwards.
    Desc,
}

/// A currency.
#[model]
pub enum Currency {
    /// The Indian rupee.
    Inr,
}
