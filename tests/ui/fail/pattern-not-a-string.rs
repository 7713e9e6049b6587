use enkash_core::pattern;

#[pattern(14)]
pub struct CustomerId;

fn main() {}
