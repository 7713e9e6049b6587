use enkash_core::model;

#[model(validate = Self::check)]
pub enum Status {
    Active,
}

fn main() {}
