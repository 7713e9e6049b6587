use enkash_core::model;

#[model]
pub struct Customer {
    pub name: Box<dyn Clone>,
}

fn main() {}
