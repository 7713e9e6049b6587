//! Fields that custom functions write (`#[serde(with = "…")]`).

use std::fmt;
use std::marker::PhantomData;

use serde::{Deserializer, Serialize, Serializer};

use super::{Patch, Value};

/// The two functions of a `#[serde(with = "…")]`. Implemented by the macros.
pub trait WithModule {
    /// The type of the field.
    type Field;

    /// Serialises the field.
    ///
    /// # Errors
    /// Returns the error of the custom function.
    fn serialize<S: Serializer>(value: &Self::Field, serializer: S) -> Result<S::Ok, S::Error>;

    /// Deserialises the field.
    ///
    /// # Errors
    /// Returns the error of the custom function.
    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self::Field, D::Error>;
}

/// A field of a JSON body that is written with the functions of `M`. enkash does not check it.
pub struct With<'a, M: WithModule> {
    field: &'a M::Field,
    is_absent: bool,
    module: PhantomData<M>,
}

impl<'a, M: WithModule> With<'a, M> {
    /// Wraps a field.
    pub const fn new(field: &'a M::Field) -> Self {
        With { field, is_absent: false, module: PhantomData }
    }
}

impl<M: WithModule> With<'_, M> {
    /// Returns whether the field is left out of the request.
    pub(super) const fn is_left_out(&self) -> bool {
        self.is_absent
    }
}

impl<'a, T: 'a, M: WithModule<Field = Option<T>>> With<'a, M> {
    /// Wraps a field that is left out if it is `None`.
    pub const fn option(field: &'a Option<T>) -> Self {
        With { field, is_absent: field.is_none(), module: PhantomData }
    }
}

impl<'a, T: 'a, M: WithModule<Field = Patch<T>>> With<'a, M> {
    /// Wraps a field that is left out if it is `Absent`.
    pub const fn patch(field: &'a Patch<T>) -> Self {
        With { field, is_absent: matches!(field, Patch::Absent), module: PhantomData }
    }
}

impl<M: WithModule> fmt::Debug for With<'_, M>
where
    M::Field: fmt::Debug,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.field.fmt(f)
    }
}

impl<M: WithModule> Serialize for With<'_, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        M::serialize(self.field, serializer)
    }
}

impl<M: WithModule> Value for With<'_, M>
where
    M::Field: fmt::Debug,
{
    fn is_absent(&self) -> bool {
        self.is_absent
    }
}
