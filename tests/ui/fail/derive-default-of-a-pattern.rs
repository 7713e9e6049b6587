use enkash_core::pattern;

#[pattern("^KC[A-Z0-9]{14}$")]
#[derive(Default)]
pub struct CustomerId;

fn main() {}
