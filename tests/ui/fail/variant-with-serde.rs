use enkash_core::model;

#[model]
pub enum Status {
    Active,
    #[serde(rename = "in-progress")]
    InProgress,
}

fn main() {}
