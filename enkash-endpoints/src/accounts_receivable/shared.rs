//! What several resources share.

use enkash_core::model;

/// The order of what a search finds.
#[model]
pub enum SortDirection {
    /// Upwards.
    Asc,
    /// Downwards.
    Desc,
}
