//! A request that borrows its values, declared where it is used.

use enkash_core::endpoint;
use enkash_core::mock::Mock;

use super::PRODUCT;

#[endpoint(PUT, "/api/v0/customer/activate/<customerId>")]
pub struct ActivateBorrowed<'a> {
    #[pattern("^KC[A-Z0-9]{14}$")]
    pub customer_id: &'a str,
    #[query]
    pub parent_company_id: Option<&'a str>,
}

#[tokio::test]
async fn it_can_be_sent_from_a_task_that_outlives_the_values() {
    let mock = Mock::new();
    mock.on::<ActivateBorrowed<'_>>().payload(&"activated");
    let client = mock.client().unwrap();
    let call = {
        let customer_id = "KC0123456789ABCD".to_owned();
        ActivateBorrowed { customer_id: &customer_id, parent_company_id: None }.send(&client)
    };
    let reply = tokio::spawn(call).await.unwrap().unwrap();
    assert_eq!(reply.into_payload().unwrap(), "activated");
    assert_eq!(mock.received()[0].param("customerId").as_deref(), Some("KC0123456789ABCD"));
}
