//! Payloads of responses.

use std::marker::PhantomData;

use bytes::Bytes;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny};

use crate::describe::Location;
use crate::product::envelope::{Envelope, EnvelopeNames, ReadPayload, read_response};
use crate::record::read::ReadRecord;
use crate::record::{Record, Visitor};
use crate::types::text::Text;
use crate::types::value::{PayloadList, ReadValue, Sender, Value, reading};

/// The payload of an endpoint's response (`response = …`): a `#[model]`, [`Text`](crate::Text),
/// [`Json`](crate::Json), [`Bytes`], [`Empty`], a `Vec` of models, or a type of your own:
///
/// ```
/// use enkash_core::{BareEvidence, Bytes, Envelope, EnvelopeNames, Payload, read_json};
///
/// /// A point as `[1.5, 2.5]`.
/// #[derive(serde::Deserialize)]
/// struct Point(f64, f64);
///
/// impl Payload for Point {
///     fn read(
///         body: &Bytes,
///         envelope: Option<&EnvelopeNames>,
///     ) -> Result<Envelope<Self>, serde_json::Error> {
///         read_json(body, envelope)
///     }
///
///     fn bare_evidence(&self) -> BareEvidence {
///         BareEvidence::Array
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "not a payload: it borrows, or has no `Payload`",
    note = "a `#[model]` that borrows (a lifetime parameter, or `&` in the type of a field) can only be sent: use owned types, such as `String` for `&str`",
    note = "a payload is a `#[model]`, `Text`, `Json`, `Bytes`, `Empty`, or a `Vec` of models; in `Page<Order>` both are a `#[model]`; for a type of your own implement `Payload`"
)]
pub trait Payload: Sized + Send + 'static {
    /// Whether the payload is the whole body, without an envelope.
    const WHOLE_BODY: bool = false;

    /// Reads the payload from a response with this envelope, or from the bare body if there is
    /// none. [`read_json`] implements it for every type with `Deserialize`.
    ///
    /// # Errors
    /// Returns an error if the body is not JSON or not of this type.
    fn read(
        body: &Bytes,
        envelope: Option<&EnvelopeNames>,
    ) -> Result<Envelope<Self>, serde_json::Error>;

    /// Returns what a response without an envelope must contain to be evidence of success. The
    /// default is a scalar.
    fn bare_evidence(&self) -> BareEvidence {
        BareEvidence::Scalar
    }
}

/// The content that makes a response without an envelope evidence of success.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BareEvidence {
    /// Any body.
    AnyBody,
    /// A JSON string.
    String,
    /// A JSON string, number or boolean.
    Scalar,
    /// A JSON object or array.
    ObjectOrArray,
    /// A JSON array.
    Array,
    /// A JSON object in which one of these fields is not `null`; with an empty list, an object with
    /// any field.
    Fields(Vec<&'static str>),
}

/// Implements [`Payload::read`] for every type with `Deserialize`, in one pass.
///
/// # Errors
/// Returns an error if the body is not JSON or not of this type.
pub fn read_json<T: DeserializeOwned>(
    body: &Bytes,
    envelope: Option<&EnvelopeNames>,
) -> Result<Envelope<T>, serde_json::Error> {
    read_by::<BySerde<T>>(body, envelope)
}

fn read_by<R: ReadPayload>(
    body: &Bytes,
    envelope: Option<&EnvelopeNames>,
) -> Result<Envelope<R::Payload>, serde_json::Error> {
    reading(body.len(), Sender::Known, || read_response::<R>(body, envelope))
}

/// Reads a payload through serde.
struct BySerde<T>(PhantomData<T>);

impl<T: DeserializeOwned> ReadPayload for BySerde<T> {
    type Payload = T;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        Option::deserialize(deserializer)
    }
}

/// Reads a payload like a field.
struct ByValue<T>(PhantomData<T>);

impl<T: ReadValue> ReadPayload for ByValue<T> {
    type Payload = T;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        Option::read(deserializer)
    }
}

/// Reads a payload that is a list.
struct AsList<T>(PhantomData<T>);

impl<T: ReadValue> ReadPayload for AsList<T> {
    type Payload = Vec<T>;

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<T>>, D::Error> {
        Option::read(deserializer).map(|list| list.map(|PayloadList(list)| list))
    }
}

macro_rules! json {
    ($($ty:ty, $read:ident => $evidence:expr,)*) => {$(
        impl Payload for $ty {
            fn read(body: &Bytes, envelope: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error> {
                read_by::<$read<Self>>(body, envelope)
            }

            fn bare_evidence(&self) -> BareEvidence {
                $evidence
            }
        }
    )*};
}

json! {
    Text, BySerde => BareEvidence::String,
    String, ByValue => BareEvidence::String,
    bool, ByValue => BareEvidence::Scalar,
    i64, ByValue => BareEvidence::Scalar,
    u64, ByValue => BareEvidence::Scalar,
    f64, ByValue => BareEvidence::Scalar,
    crate::Money, ByValue => BareEvidence::Scalar,
    serde_json::Value, ByValue => BareEvidence::ObjectOrArray,
    Empty, BySerde => BareEvidence::Fields(Vec::new()),
}

// Otherwise compiler errors would suggest these traits instead of `#[model]`.
#[diagnostic::do_not_recommend]
impl<T: ReadRecord + ReadValue + Send + 'static> Payload for T {
    fn read(
        body: &Bytes,
        envelope: Option<&EnvelopeNames>,
    ) -> Result<Envelope<Self>, serde_json::Error> {
        read_by::<ByValue<T>>(body, envelope)
    }

    fn bare_evidence(&self) -> BareEvidence {
        let mut declared = Declared(Vec::new());
        declared.add(self);
        BareEvidence::Fields(declared.0)
    }
}

/// Collects the names of the fields that a model declares, including those of flattened models.
struct Declared(Vec<&'static str>);

impl Declared {
    fn add<T: Record>(&mut self, record: &T) {
        let of_body = T::FIELDS.iter().filter(|field| field.location == Location::Body);
        self.0.extend(of_body.map(|field| field.wire_name));
        record.visit(self);
    }
}

impl Visitor for Declared {
    fn flatten<T: Record + Value>(&mut self, _: usize, record: &T) {
        self.add(record);
    }
}

impl<T: Payload + ReadValue> Payload for Vec<T> {
    fn read(
        body: &Bytes,
        envelope: Option<&EnvelopeNames>,
    ) -> Result<Envelope<Self>, serde_json::Error> {
        read_by::<AsList<T>>(body, envelope)
    }

    fn bare_evidence(&self) -> BareEvidence {
        BareEvidence::Array
    }
}

impl Payload for Bytes {
    const WHOLE_BODY: bool = true;

    fn read(body: &Bytes, _: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error> {
        Ok(Envelope::bare(body.clone()))
    }

    fn bare_evidence(&self) -> BareEvidence {
        BareEvidence::AnyBody
    }
}

/// A payload that is empty or undocumented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Empty;

impl<'de> Deserialize<'de> for Empty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Empty)
    }
}
