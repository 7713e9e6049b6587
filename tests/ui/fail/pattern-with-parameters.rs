use enkash_core::pattern;

#[pattern("^[a-z]+$")]
pub struct Code<T>;

fn main() {}
