use enkash_core::model;

#[model]
pub struct Customer {
    pub visits: usize,
}

fn main() {}
