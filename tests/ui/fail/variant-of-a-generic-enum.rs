use enkash_core::model;

#[model]
pub enum Status<T> {
    Active,
    Inactive(T),
}

fn main() {}
