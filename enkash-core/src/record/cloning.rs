//! `Clone` of what the macros write.

/// Autoref specialisation: clones a field, if its type is a [`Value`](crate::Value), which all can
/// be cloned; of another type, the function of [`Uncloneable`] takes the place of this one. Such a
/// type is reported where the field is visited, and derived code would report it a second time, in
/// words that lead astray: it wants `#[model]`, not `#[derive(Clone)]`.
#[derive(Debug)]
pub struct Cloned<'a, T>(pub &'a T);

impl<T: Clone> Cloned<'_, T> {
    /// The clone.
    pub fn value(self) -> T {
        self.0.clone()
    }
}

/// Autoref specialisation: the function of [`Cloned`] for a type that cannot be cloned.
pub trait Uncloneable<T>: Sized {
    /// See [`Cloned::value`].
    ///
    /// # Panics
    /// Always; what calls it does not compile.
    fn value(self) -> T {
        unreachable!("a type that is no value does not compile where its field is visited")
    }
}

impl<T> Uncloneable<T> for Cloned<'_, T> {}
