use enkash_core::model;

#[model]
pub union Number {
    pub whole: u32,
    pub fraction: f32,
}

fn main() {}
