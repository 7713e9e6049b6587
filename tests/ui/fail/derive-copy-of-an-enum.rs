use enkash_core::model;

#[model]
#[derive(Copy)]
pub enum Status {
    Active,
}

fn main() {}
