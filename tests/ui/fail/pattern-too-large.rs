use enkash_core::pattern;

#[pattern("(a|b)*a(a|b){16}")]
pub struct Long;

fn main() {}
