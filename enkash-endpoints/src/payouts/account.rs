//! The payout account: balance, statement and funding account.

use enkash_core::{Json, Lenient, Money, civil, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::{AccountNumber, CompanyId, IfscAnyCase};

/// Gets the balance of the payout account or of a connected bank account.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::payouts::GetPayoutAccountBalance;
/// # use enkash_endpoints::payouts::PAYOUTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYOUTS)?;
/// let fund_source_id = sandbox.initial().fund_source_id.clone();
/// let request = GetPayoutAccountBalance::builder().fund_source_id(fund_source_id).build();
/// match request.send(&client).await {
///     Ok(reply) => println!("{:?}", reply.into_payload()?.total_balance),
///     // The call changes nothing at EnKash. Send it again unless the outcome is `Refused`.
///     Err(error) => return Err(format!("{:?}: {error}", error.outcome()).into()),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(
    GET,
    "/api/v0/payout-account/balance",
    response = PayoutAccountBalance,
    bare,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-8990273"
)]
pub struct GetPayoutAccountBalance {
    /// The fund source that transfers are debited from.
    pub fund_source_id: String,
    /// The number of the account; connected banking needs it.
    #[sensitive]
    pub debit_account_number: Option<String>,
}

/// The balance of an account.
#[model]
pub struct PayoutAccountBalance {
    /// The balance, in rupees.
    pub total_balance: Option<Lenient<Money>>,
}

/// Registers the bank account that funds the virtual account at EnKash.
///
/// Only one account can be active at a time. The call moves no money, although the API reference
/// calls it "Add Funds to EnKash".
///
/// For a complete example see [`GetPayoutAccountBalance`](GetPayoutAccountBalance#examples).
///
/// # Gaps in the API reference
///
/// The API reference shows no response.
#[endpoint(
    POST,
    "/api/v0/bankDetail/whitelist",
    response = Json,
    docs = "https://docs.enkash.com/api-8990272"
)]
pub struct WhitelistSourceBankAccount {
    /// The number of the account.
    pub account_number: AccountNumber,
    /// The code of its branch (IFSC).
    pub ifsc: IfscAnyCase,
    /// The company at EnKash.
    pub company_id: Option<CompanyId>,
}

/// Lists the entries of an account between two times.
///
/// The `requestId` of the response is outside the payload: it is in
/// [`Reply::raw`](enkash_core::Reply::raw).
///
/// For a complete example see [`GetPayoutAccountBalance`](GetPayoutAccountBalance#examples).
#[endpoint(
    POST,
    "/api/v0/payout-account/statement",
    response = Vec<StatementEntry>,
    idempotent = true,
    docs = "https://docs.enkash.com/api-15656027"
)]
pub struct FetchPayoutBankStatement {
    /// The fund source.
    pub fund_source_id: String,
    /// The number of the account.
    #[sensitive]
    pub debit_account_number: String,
    /// The start time, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub from_date: civil::DateTime,
    /// The end time, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub to_date: civil::DateTime,
}

/// One entry of an account.
///
/// The API reference shows no example of the times; one that is not written as in the request stays
/// a string.
#[model]
pub struct StatementEntry {
    /// The merchant's own id of the transfer. That it is the merchant's is inferred.
    pub transaction_id: Option<String>,
    /// When the entry was made, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub transaction_date: Option<Lenient<civil::DateTime>>,
    /// The value date of the entry, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub value_date: Option<Lenient<civil::DateTime>>,
    /// The kind of entry; the API reference lists no values.
    pub transaction_type: Option<String>,
    /// The remark of the entry.
    #[sensitive]
    pub remarks: Option<String>,
    /// The reference of the entry.
    pub transaction_reference_number: Option<String>,
    /// The transfer mode; the API reference lists no values.
    pub transaction_mode: Option<String>,
    /// The amount, documented as an integer. The API reference does not say whether of rupees or of
    /// paise.
    pub transaction_amount: Option<Lenient<i64>>,
    /// The balance after the entry.
    pub running_balance: Option<Lenient<Money>>,
}
