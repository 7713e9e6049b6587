use enkash_core::model;

#[model]
pub enum Status {
    Active,
    Unknown(String),
}

fn main() {}
