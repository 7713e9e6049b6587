use enkash_core::model;

#[model]
pub struct Category {
    pub name: String,
    pub parent: Option<Category>,
}

fn main() {}
