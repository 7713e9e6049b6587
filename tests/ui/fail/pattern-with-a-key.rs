use enkash_core::pattern;

#[pattern(regex = "^[a-z]+$")]
pub struct Code;

fn main() {}
