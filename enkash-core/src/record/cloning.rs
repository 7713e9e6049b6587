//! `Clone` for generated types.

/// Autoref specialisation: clones a field whose type is a [`Value`](crate::Value). For any other
/// type, the function of [`Uncloneable`] is called instead. Such a type is already reported where
/// the field is visited; the error of a derived `Clone` would be a second, misleading one: the type
/// needs `#[model]`, not `#[derive(Clone)]`.
#[derive(Debug)]
pub struct Cloned<'a, T>(pub &'a T);

impl<T: Clone> Cloned<'_, T> {
    /// Returns the clone.
    pub fn value(self) -> T {
        self.0.clone()
    }
}

/// Autoref specialisation: the fallback of [`Cloned`] for a type that cannot be cloned.
pub trait Uncloneable<T>: Sized {
    /// See [`Cloned::value`].
    ///
    /// # Panics
    /// Always; code that calls it does not compile.
    fn value(self) -> T {
        unreachable!("a type that is not a value does not compile where its field is visited")
    }
}

impl<T> Uncloneable<T> for Cloned<'_, T> {}
