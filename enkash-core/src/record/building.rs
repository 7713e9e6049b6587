//! Functions that the generated builders call.

/// Returns the value of a required field.
///
/// # Panics
/// Never: `build` exists only on a builder whose type proves that the field is set.
pub fn required<T>(value: Option<T>) -> T {
    value.unwrap_or_else(|| {
        unreachable!("`build` does not compile while a required field is missing")
    })
}

/// Collects the elements passed to the setter of a list.
pub fn list<T, L: FromIterator<T>>(elements: impl IntoIterator<Item = impl Into<T>>) -> L {
    elements.into_iter().map(Into::into).collect()
}
