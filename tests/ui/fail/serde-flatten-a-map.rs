use enkash_core::{JsonMap, model};

#[model]
pub struct Customer {
    #[serde(flatten)]
    pub more: JsonMap,
}

fn main() {}
