//! A field that is written by functions of the contributor's (`#[serde(with = "…")]`).

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserializer, Serialize, Serializer};

use super::Value;

/// The two functions that a `#[serde(with = "…")]` names; the macro implements it.
pub trait WithModule {
    /// The type of the field.
    type Field;

    /// Writes the field.
    ///
    /// # Errors
    /// Whatever the contributor's function returns.
    fn serialize<S: Serializer>(value: &Self::Field, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads the field.
    ///
    /// # Errors
    /// Whatever the contributor's function returns.
    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self::Field, D::Error>;
}

/// A field that is written with `M`'s functions. It is checked by the contributor, not by enkash.
pub struct With<'a, M: WithModule>(&'a M::Field, PhantomData<M>);

impl<'a, M: WithModule> With<'a, M> {
    /// Wraps the field.
    pub const fn new(field: &'a M::Field) -> Self {
        With(field, PhantomData)
    }
}

impl<M: WithModule> fmt::Debug for With<'_, M>
where
    M::Field: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<M: WithModule> Serialize for With<'_, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::serialize(self.0, serializer)
    }
}

impl<M: WithModule> Value for With<'_, M> where M::Field: fmt::Debug {}
