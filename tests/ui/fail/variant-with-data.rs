use enkash_core::model;

#[model]
pub enum Status {
    Active,
    Blocked(String),
}

fn main() {}
