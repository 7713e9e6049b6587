use enkash_core::model;

#[model]
pub enum Status {
    Active,
    Active,
}

fn main() {}
