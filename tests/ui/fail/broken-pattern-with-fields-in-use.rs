use enkash_core::pattern;

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId {
    pub value: String,
}

fn main() {
    let id: CustomerId = CustomerId::new("KC0123456789ABCD").unwrap();
    assert_eq!(id.as_str(), "KC0123456789ABCD");
}
