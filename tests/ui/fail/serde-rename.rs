use enkash_core::model;

#[model]
pub struct Customer {
    #[serde(rename = "legalName")]
    pub name: String,
}

fn main() {}
