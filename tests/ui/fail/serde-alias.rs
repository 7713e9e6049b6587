use enkash_core::model;

#[model]
pub struct Customer {
    #[serde(alias = "fullName")]
    pub name: String,
}

fn main() {}
