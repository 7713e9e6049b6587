use enkash_core::model;

#[model]
pub struct Customer {
    #[length(1..)]
    #[length(..=50)]
    pub name: String,
}

fn main() {}
