use enkash_core::pattern;

#[pattern(sensitive, "^[0-9]{4}$")]
pub struct Pin;

#[pattern(^[0-9]{6}$)]
pub struct Otp;

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId<'a>(&'a str);

fn main() {}
