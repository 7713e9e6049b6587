use enkash_core::model;

#[model]
pub enum Status {
    #[rename("ACTIVE")]
    #[rename("ON")]
    Active,
    #[rename("")]
    Inactive,
}

fn main() {}
