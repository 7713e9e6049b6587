use enkash_core::Product;
use enkash_endpoints::accounts_receivable::ActivateCustomer;
use enkash_endpoints::ids::{CompanyId, CustomerId};
use enkash_tests::operations::Session;

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    let initial = session.sandbox.initial();
    let customer = |index: usize| initial.inactive_customers[index].parse::<CustomerId>().unwrap();

    session.minimal(ActivateCustomer::builder().customer_id(customer(0)).build()).await;
    let company: CompanyId = initial.company_id.parse().unwrap();
    session
        .full(ActivateCustomer::builder().customer_id(customer(1)).parent_company_id(company).build())
        .await;

    session.assert_complete(Product::AccountsReceivable);
}
