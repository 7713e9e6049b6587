use enkash_core::model;

#[model]
pub struct Address {
    pub city: &'static str,
}

#[model]
pub struct Customer {
    pub name: String,
    #[serde(flatten)]
    pub address: Address,
}

fn main() {}
