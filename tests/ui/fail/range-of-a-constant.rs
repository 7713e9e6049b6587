use enkash_core::model;

const MAX: u32 = 30;

#[model]
pub struct Invoice {
    #[range(1..=MAX)]
    pub days: u32,
}

fn main() {}
