use enkash_core::pattern;

#[pattern("(a|b)*a(a|b){13}")]
pub struct Long;

fn main() {}
