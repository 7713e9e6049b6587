use enkash_core::model;

#[model]
pub struct Customer {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

fn main() {}
