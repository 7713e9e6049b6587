//! What an answer can carry.

use bytes::Bytes;
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny};

use crate::envelope::Envelope;
use crate::read::ReadRecord;
use crate::text::Text;

/// The type of an endpoint's answer (`response = …`): a `#[model]`, [`Text`](crate::Text), [`Json`](crate::Json),
/// [`Bytes`], [`Empty`], or a `Vec` of models.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the payload of an answer",
    label = "not a type that enkash reads answers into",
    note = "use a `#[model]`, `Text`, `Json`, `Bytes`, `Empty`, or a `Vec` of models"
)]
pub trait Payload: Sized + Send + 'static {
    /// Whether the payload is the whole body, whatever it is.
    const WHOLE_BODY: bool = false;

    /// Reads the envelope, or for `bare` the payload alone.
    ///
    /// # Errors
    /// What the JSON reader says.
    fn read(body: &Bytes, bare: bool) -> Result<Envelope<Self>, serde_json::Error>;
}

/// [`Payload::read`] for whatever serde reads.
///
/// # Errors
/// What the JSON reader says.
pub fn read_json<T: DeserializeOwned>(body: &Bytes, bare: bool) -> Result<Envelope<T>, serde_json::Error> {
    if bare { serde_json::from_slice(body).map(Envelope::bare) } else { serde_json::from_slice(body) }
}

macro_rules! json {
    ($($ty:ty),*) => {$(
        impl Payload for $ty {
            fn read(body: &Bytes, bare: bool) -> Result<Envelope<Self>, serde_json::Error> {
                read_json(body, bare)
            }
        }
    )*};
}

json!(Text, serde_json::Value, Empty, String, bool, i64, u64, f64, crate::Money);

// Not what a reader of an error should hear of: that a payload is a `#[model]` says it better.
#[diagnostic::do_not_recommend]
impl<T: ReadRecord + DeserializeOwned + Send + 'static> Payload for T {
    fn read(body: &Bytes, bare: bool) -> Result<Envelope<Self>, serde_json::Error> {
        read_json(body, bare)
    }
}

impl<T: Payload + DeserializeOwned> Payload for Vec<T> {
    fn read(body: &Bytes, bare: bool) -> Result<Envelope<Self>, serde_json::Error> {
        read_json(body, bare)
    }
}

impl Payload for Bytes {
    const WHOLE_BODY: bool = true;

    fn read(body: &Bytes, _: bool) -> Result<Envelope<Self>, serde_json::Error> {
        Ok(Envelope::bare(body.clone()))
    }
}

/// An answer whose payload says nothing, or nothing that is documented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Empty;

impl<'de> Deserialize<'de> for Empty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Empty)
    }
}
