use enkash_core::pattern;

#[pattern("^[a-z]+$")]
pub struct Code(String)

fn main() {}
