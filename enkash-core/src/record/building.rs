//! What the generated builders call.

/// The value of a required field.
///
/// # Panics
/// Never: `build` is there only for a builder whose type says that the field is set.
pub fn required<T>(value: Option<T>) -> T {
    value.unwrap_or_else(|| {
        unreachable!("`build` does not compile while a required field is missing")
    })
}

/// The list that the setter of a list was given the elements of.
pub fn list<T, L: FromIterator<T>>(elements: impl IntoIterator<Item = impl Into<T>>) -> L {
    elements.into_iter().map(Into::into).collect()
}
