//! What a response can carry.

use bytes::Bytes;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny};

use crate::describe::Location;
use crate::product::envelope::{Envelope, EnvelopeNames, read_envelope};
use crate::record::read::ReadRecord;
use crate::record::{Record, Visitor};
use crate::types::text::Text;
use crate::types::value::Value;

/// The type of an endpoint's response (`response = …`): a `#[model]`, [`Text`](crate::Text), [`Json`](crate::Json),
/// [`Bytes`], [`Empty`], or a `Vec` of models; or a type of your own:
///
/// ```
/// use enkash_core::{BareEvidence, Bytes, Envelope, EnvelopeNames, Payload, read_json};
///
/// /// A point as `[1.5, 2.5]`.
/// #[derive(serde::Deserialize)]
/// struct Point(f64, f64);
///
/// impl Payload for Point {
///     fn read(body: &Bytes, envelope: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error> {
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
    note = "a `#[model]` that borrows (a lifetime parameter, or `&` in the type of a field) can only be sent: use types that own their content, such as `String` for `&str`",
    note = "a payload is a `#[model]`, `Text`, `Json`, `Bytes`, `Empty`, or a `Vec` of models; for a type of your own implement `Payload`"
)]
pub trait Payload: Sized + Send + 'static {
    /// Whether the payload is the whole body, whatever it is.
    const WHOLE_BODY: bool = false;

    /// Reads a response: with this envelope, or where there is none the payload alone. [`read_json`] does it for whatever
    /// serde reads.
    ///
    /// # Errors
    /// What the JSON reader says.
    fn read(body: &Bytes, envelope: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error>;

    /// What a response without an envelope has to be, so that it is evidence of a success. A single value by default.
    fn bare_evidence(&self) -> BareEvidence {
        BareEvidence::Scalar
    }
}

/// What a response without an envelope has to be, so that it is evidence that the call succeeded.
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
    /// A JSON object in which one of these fields is not `null`; if there are none, an object with any field.
    Fields(Vec<&'static str>),
}

/// [`Payload::read`] for whatever serde reads, in one pass.
///
/// # Errors
/// What the JSON reader says.
pub fn read_json<T: DeserializeOwned>(
    body: &Bytes,
    envelope: Option<&EnvelopeNames>,
) -> Result<Envelope<T>, serde_json::Error> {
    match envelope {
        Some(names) => read_envelope(body, names),
        None => serde_json::from_slice(body).map(Envelope::bare),
    }
}

macro_rules! json {
    ($($ty:ty => $evidence:expr,)*) => {$(
        impl Payload for $ty {
            fn read(body: &Bytes, envelope: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error> {
                read_json(body, envelope)
            }

            fn bare_evidence(&self) -> BareEvidence {
                $evidence
            }
        }
    )*};
}

json! {
    Text => BareEvidence::String,
    String => BareEvidence::String,
    bool => BareEvidence::Scalar,
    i64 => BareEvidence::Scalar,
    u64 => BareEvidence::Scalar,
    f64 => BareEvidence::Scalar,
    crate::Money => BareEvidence::Scalar,
    serde_json::Value => BareEvidence::ObjectOrArray,
    Empty => BareEvidence::Fields(Vec::new()),
}

// Not what a reader of an error should hear of: that a payload is a `#[model]` says it better.
#[diagnostic::do_not_recommend]
impl<T: ReadRecord + DeserializeOwned + Send + 'static> Payload for T {
    fn read(body: &Bytes, envelope: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error> {
        read_json(body, envelope)
    }

    fn bare_evidence(&self) -> BareEvidence {
        let mut declared = Declared(Vec::new());
        declared.add(self);
        BareEvidence::Fields(declared.0)
    }
}

/// Collects the names of the fields that a model declares, those of flattened models among them.
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

impl<T: Payload + DeserializeOwned> Payload for Vec<T> {
    fn read(body: &Bytes, envelope: Option<&EnvelopeNames>) -> Result<Envelope<Self>, serde_json::Error> {
        read_json(body, envelope)
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

/// A response whose payload says nothing, or nothing that is documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Empty;

impl<'de> Deserialize<'de> for Empty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Empty)
    }
}
