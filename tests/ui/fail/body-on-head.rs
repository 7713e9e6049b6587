use enkash_core::{JsonMap, endpoint};

#[endpoint(HEAD, "/api/v0/customer")]
pub struct FindCustomers {
    #[extra]
    pub filters: JsonMap,
}

fn main() {}
