use enkash_core::model;

#[model]
pub struct Customer {
    pub name: std::borrow::Cow<'_, str>,
}

fn main() {}
