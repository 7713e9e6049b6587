use enkash_core::model;

#[model]
pub struct Customer {
    #[items(3..2)]
    pub names: Vec<String>,
}

fn main() {}
