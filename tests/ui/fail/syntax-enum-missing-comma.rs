use enkash_core::model;

#[model]
pub enum Status {
    Active
    Inactive,
}

pub fn is_active(status: &Status) -> bool {
    matches!(status, Status::Active | Status::Inactive)
}

fn main() {}
