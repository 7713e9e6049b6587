use enkash_core::model;

#[model]
pub struct CustomerId(String);

fn main() {}
