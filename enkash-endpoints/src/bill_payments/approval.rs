//! Approving booked bills.

use enkash_core::{Json, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;

/// Approves booked bills, so that the wallet is debited for them.
///
/// Accounts that are debited when a bill is booked do not need it. The API reference does not say which id is meant;
/// the `utility_enkash_id` is the only one of a bill that other responses hold. The payload is documented as `null`.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::bill_payments::ApproveUtilityBills;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = ApproveUtilityBills::builder().utility_payment_ids(["UTP0000001"]).build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/utilityPayment/status");
/// # Ok::<(), enkash_core::Error>(())
/// ```
#[endpoint(
    PUT,
    "/api/v0/utilityPayment/status",
    response = Json,
    docs = "https://docs.enkash.com/api-10664802"
)]
pub struct ApproveUtilityBills {
    /// The bills to approve, 1 to 1000.
    #[items(1..=1000)]
    pub utility_payment_ids: Vec<String>,
    /// The verdict.
    pub approval_status: Option<BillApproval>,
    /// A remark of at most 255 letters, digits, spaces and common signs.
    #[pattern(r#"^[A-Za-z0-9 ,@#$%^&*+:;?!()\-_"'`]{1,255}$"#)]
    #[sensitive]
    pub remarks: Option<String>,
}

/// The verdict on a booked bill. The API reference allows this one alone.
#[model]
pub enum BillApproval {
    /// The checker approves.
    CheckerApproved,
}
