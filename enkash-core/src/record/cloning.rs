//! `Clone` of what the macros write.

/// Clones a field. Derived code would do the same, and would tell a second time of a type that is no
/// [`Value`](crate::Value), in words that lead astray: the type wants `#[model]`, not `#[derive(Clone)]`.
#[derive(Debug)]
pub struct Cloned<'a, T>(pub &'a T);

impl<T: Clone> Cloned<'_, T> {
    /// The clone of a [`Value`](crate::Value), which all can be cloned.
    pub fn of_value(self) -> T {
        self.0.clone()
    }
}

impl<T> Cloned<'_, T> {
    /// The clone of what need not be a value: what is written by the contributor's own functions, files, further members.
    pub fn of_any(self) -> T
    where
        T: Clone,
    {
        self.0.clone()
    }
}

/// Stands in for [`Cloned::of_value`] where the type of a field is no value, which is reported where the field is visited.
pub trait Uncloneable<T>: Sized {
    /// See [`Cloned::of_value`].
    ///
    /// # Panics
    /// Always; what calls it does not compile.
    fn of_value(self) -> T {
        unreachable!("a type that is no value does not compile where its field is visited")
    }
}

impl<T> Uncloneable<T> for Cloned<'_, T> {}
