use enkash_core::pattern;

#[pattern("^(?=.*[0-9])[a-z0-9]{8}$")]
pub struct Password;

fn main() {}
