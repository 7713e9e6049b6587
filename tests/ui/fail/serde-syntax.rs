use enkash_core::model;

#[model]
pub struct Customer {
    #[serde(with = upper)]
    pub name: String,
}

fn main() {}
