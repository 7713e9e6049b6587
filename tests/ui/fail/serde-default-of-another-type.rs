use enkash_core::model;

fn one() -> u32 {
    1
}

#[model]
pub struct Customer {
    #[serde(default = "one")]
    pub name: String,
}

fn main() {}
