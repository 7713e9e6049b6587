use enkash_core::pattern;

#[pattern("/^[a-z]+$/i")]
pub struct Code;

fn main() {}
