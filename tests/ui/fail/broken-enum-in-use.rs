use enkash_core::model;

#[model]
pub enum Status {
    Active,
    Blocked(String),
}

#[model]
pub struct Customer {
    pub status: Option<Status>,
}

pub fn is_active(customer: &Customer) -> bool {
    matches!(customer.status, Some(Status::Active))
}

fn main() {}
