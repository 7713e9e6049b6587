//! The example of the first page.
use enkash_core::{Client, Error, Product, endpoint, pattern};

const PRODUCT: Product = Product::new("example");

/// Activates a customer.
#[endpoint(PUT, "/api/v0/customer/activate/<customerId>")]
pub struct ActivateCustomer {
    /// The customer to activate.
    pub customer_id: CustomerId,
    /// The company that owns the customer, where it is not the caller's own.
    #[query]
    pub parent_company_id: Option<CompanyId>,
}

/// A customer's identifier.
#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

/// A company's identifier.
#[pattern("^CEK[A-Z0-9]{7}$")]
pub struct CompanyId;

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");

pub async fn activate(client: &Client) -> Result<String, Error> {
    let reply = ActivateCustomer { customer_id: ID, parent_company_id: None }.send(client).await?;
    Ok(reply.into_payload()?.into_string())
}

fn main() {
    let request = ActivateCustomer::builder().customer_id(ID).build();
    assert_eq!(request.customer_id.as_str(), "KC0123456789ABCD");
    assert!(request.parent_company_id.is_none());
}
