use enkash_core::{Secret, endpoint};

#[endpoint(GET, "/api/v0/session/<token>")]
pub struct GetSession {
    pub token: Secret,
}

fn main() {}
