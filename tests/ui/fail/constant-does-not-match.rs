use enkash_core::pattern;

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

pub const ID: CustomerId = CustomerId::from_static("KC-1");

fn main() {}
