use enkash_core::model;

#[model]
pub enum Status {
    #[default]
    Active,
    Inactive,
}

fn main() {}
