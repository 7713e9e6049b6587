use enkash_core::{model, pattern};

#[model]
pub struct Customer {
    #[pattern("^\d{10}$")]
    pub mobile: String,
}

#[pattern(r"^\d{6}$")]
pub struct Pin;

fn main() {
    let _ = Customer::builder().mobile("9876543210").build();
}
