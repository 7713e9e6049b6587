//! Customers.

use enkash_core::endpoint;

use crate::ids::{CompanyId, CustomerId};

/// Makes an inactive customer active again.
///
/// The payload is a result text, whose content the documents leave out.
#[endpoint(
    PUT,
    "/api/v0/customer/activate/<customerId>",
    product = AccountsReceivable,
    docs = "https://docs.enkash.com/api-8990296"
)]
pub struct ActivateCustomer {
    /// The customer to activate.
    pub customer_id: CustomerId,
    /// The company that owns the customer, where it is not the caller's own.
    #[query]
    pub parent_company_id: Option<CompanyId>,
}
