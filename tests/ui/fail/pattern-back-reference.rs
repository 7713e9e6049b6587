use enkash_core::pattern;

#[pattern(r"^([a-z])\1$")]
pub struct Twin;

fn main() {}
