//! The account that is paid from: its balance, its entries and where its money comes from.

use enkash_core::{Json, Lenient, Money, civil, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::{AccountNumber, CompanyId, IfscAnyCase};

/// Reads the balance of the payout account, or of a connected bank account.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payouts::GetPayoutAccountBalance;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = GetPayoutAccountBalance::builder().fund_source_id("FS0000000001").build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payout-account/balance");
/// # Ok::<(), enkash_core::Error>(())
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
    /// What the account holds, in rupees.
    pub total_balance: Option<Lenient<Money>>,
}

/// Registers the bank account that may fund the virtual account at EnKash.
///
/// Only one can be active at a time. The portal's title is "Add Funds to EnKash", but the call moves no money. The API
/// reference leaves out the response.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::ids::{AccountNumber, IfscAnyCase};
/// use enkash_endpoints::payouts::WhitelistSourceBankAccount;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = WhitelistSourceBankAccount::builder()
///     .account_number(AccountNumber::from_static("000111222333"))
///     .ifsc(IfscAnyCase::from_static("TEST0000001"))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/bankDetail/whitelist");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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

/// Lists an account's entries between two moments.
///
/// The response's `requestId` is beside the list; it is in [`Reply::raw`](enkash_core::Reply::raw).
///
/// # Examples
///
/// ```
/// use enkash_endpoints::civil;
/// use enkash_endpoints::payouts::FetchPayoutBankStatement;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = FetchPayoutBankStatement::builder()
///     .fund_source_id("FS0000000001")
///     .debit_account_number("000111222333")
///     .from_date(civil::datetime(2026, 12, 1, 0, 0, 0, 0))
///     .to_date(civil::datetime(2026, 12, 31, 23, 59, 59, 0))
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/payout-account/statement");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The first moment, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub from_date: civil::DateTime,
    /// The last moment, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub to_date: civil::DateTime,
}

/// One entry of an account.
///
/// The API reference shows no example of the moments; what is not written as in the request stays a string.
#[model]
pub struct StatementEntry {
    /// The merchant's own id of the transfer; a reading, since no page says whose id it is.
    pub transaction_id: Option<String>,
    /// When the entry was made, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub transaction_date: Option<Lenient<civil::DateTime>>,
    /// When the entry counts, in UTC.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub value_date: Option<Lenient<civil::DateTime>>,
    /// The kind of entry; the API reference lists no values.
    pub transaction_type: Option<String>,
    /// The remark of the entry.
    #[sensitive]
    pub remarks: Option<String>,
    /// The reference of the entry.
    pub transaction_reference_number: Option<String>,
    /// The way that the money took; the API reference lists no values.
    pub transaction_mode: Option<String>,
    /// The amount, documented as an integer. The API reference does not say whether of rupees or of paise.
    pub transaction_amount: Option<Lenient<i64>>,
    /// What the account held after the entry.
    pub running_balance: Option<Lenient<Money>>,
}
