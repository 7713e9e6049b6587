use enkash_core::model;

#[model]
pub struct Invoice {
    #[range(10..10)]
    pub days: u32,
}

fn main() {}
