use enkash_core::pattern;

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId(String);

fn main() {}
