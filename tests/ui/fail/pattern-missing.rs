use enkash_core::pattern;

#[pattern]
pub struct CustomerId;

fn main() {}
