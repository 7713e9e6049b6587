use enkash_core::model;

#[model]
pub struct Invoice {
    #[range(..)]
    pub days: u32,
}

fn main() {}
