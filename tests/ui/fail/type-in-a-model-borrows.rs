use enkash_core::model;

#[model]
pub struct Address<'a> {
    pub city: &'a str,
}

#[model]
pub struct Customer {
    pub name: String,
    pub addresses: Vec<Address<'static>>,
}

fn main() {}
