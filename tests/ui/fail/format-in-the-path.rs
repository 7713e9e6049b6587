use enkash_core::endpoint;
use jiff::civil::Date;

#[endpoint(GET, "/api/v0/statement/<day>")]
pub struct GetStatement {
    #[format("yyyyMMdd")]
    pub day: Date,
}

fn main() {}
