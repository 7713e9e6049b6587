//! Approving booked bills.

use enkash_core::{Json, endpoint, model};

use super::BILL_PAYMENTS as PRODUCT;

/// Approves booked bills, which debits the wallet.
///
/// Accounts that are debited when a bill is booked do not need this endpoint. The payload is
/// documented as `null`.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::bill_payments::ApproveUtilityBills;
/// # use enkash_endpoints::bill_payments::BILL_PAYMENTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &BILL_PAYMENTS)?;
/// let request = ApproveUtilityBills::builder().utility_payment_ids(["UTP0000001"]).build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?} {:?}", reply.code, reply.message),
///     // The wallet may have been debited: get the bill before you send it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The API reference does not say which id it takes. The `utility_enkash_id` is the only id of a
/// bill in other responses.
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
    /// The result.
    pub approval_status: Option<BillApproval>,
    /// A remark of at most 255 letters, digits, spaces and common signs.
    #[pattern(r#"^[A-Za-z0-9 ,@#$%^&*+:;?!()\-_"'`]{1,255}$"#)]
    #[sensitive]
    pub remarks: Option<String>,
}

/// The decision on a booked bill. The API reference allows only this one.
#[model]
pub enum BillApproval {
    /// The checker approves.
    CheckerApproved,
}
