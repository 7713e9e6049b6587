use enkash_core::model;

#[model]
pub enum Status {
    Active,
    #[rename("ACTIVE")]
    Enabled,
}

fn main() {}
