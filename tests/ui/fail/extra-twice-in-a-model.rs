use enkash_core::{JsonMap, model};

#[model]
pub struct Address {
    pub city: String,
}

#[model]
pub struct Customer {
    #[serde(flatten)]
    pub address: Address,
    #[extra]
    pub more: JsonMap,
}

fn main() {}
