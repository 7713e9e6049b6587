use enkash_core::model;

mod upper {
    pub fn serialize<S: serde::Serializer>(text: &str, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text.to_uppercase())
    }
    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<String, D::Error> {
        serde::Deserialize::deserialize(from)
    }
}

#[model]
pub struct Customer {
    #[serde(with = "upper")]
    #[length(1..=5)]
    pub name: String,
}

fn main() {}
