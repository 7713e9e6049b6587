use enkash_core::model;

#[model]
pub struct Invoice {
    #[format("yyyy-MM-dd")]
    pub due: String,
}

fn main() {}
