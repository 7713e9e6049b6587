use enkash_core::model;

#[model]
pub enum Status {
    Active = 1,
    Inactive = 2,
}

fn main() {}
