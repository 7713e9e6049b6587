use enkash_core::model;

#[model]
pub struct Customer {
    #[serde(with = "one")]
    #[serde(with = "other")]
    pub visits: u32,
}

fn main() {}
