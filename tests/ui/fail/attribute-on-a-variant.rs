use enkash_core::model;

#[model]
pub enum Status {
    #[sensitive]
    Active,
    Inactive,
}

fn main() {}
