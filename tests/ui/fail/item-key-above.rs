use enkash_core::model;

#[model]
#[rename_all = "snake_case"]
pub struct Customer {
    pub name: String,
}

fn main() {}
