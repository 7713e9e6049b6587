use enkash_core::{Patch, endpoint};
use jiff::civil::Date;

#[endpoint(POST, "/api/v0/customer")]
pub struct ListCustomers {
    #[query]
    #[format("yyyy-MM-dd")]
    pub since: Patch<Date>,
}

fn main() {}
