//! Payees.

use enkash_core::{JsonMap, Lenient, Violations, civil, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::IfscAnyCase;

/// Registers a beneficiary, by a bank account or by a UPI address.
///
/// Give either an account with its IFSC or a UPI address, not both. EnKash refuses a
/// `beneficiary_id` that was used before: [`Error::is_duplicate`](enkash_core::Error::is_duplicate)
/// is true then.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::payouts::CreatePayoutBeneficiary;
/// # use enkash_endpoints::payouts::PAYOUTS;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &PAYOUTS)?;
/// let request = CreatePayoutBeneficiary::builder()
///     .beneficiary_id("BENE0001")
///     .beneficiary_name("Test Payee")
///     .vpa_handle("payee@testbank")
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => println!("registered: {:?}", reply.into_payload()?.created_on),
///     // Registered by an earlier request: use it.
///     Err(error) if error.is_duplicate() => println!("duplicate: {error}"),
///     // The beneficiary may be registered. Send it again: the id is accepted once.
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
/// The names of five fields of the request are missing: the beneficiary's e-mail address, phone
/// number, city and state, and a checksum, whose rule is missing too. `beneficiaryEmail`,
/// `beneficiaryPhone`, `beneficiaryCity`, `beneficiaryState` and `checksum` are guesses. The API
/// reference shows no envelope around the response. If there is one, its fields are in `more`.
#[endpoint(
    POST,
    "/api/v0/beneficiary-detail",
    response = BeneficiaryCreateResponse,
    bare,
    unique = beneficiary_id,
    validate = Self::check,
    docs = "https://docs.enkash.com/apidoc/project-616243/api-8990265"
)]
pub struct CreatePayoutBeneficiary {
    /// The merchant's own id of the beneficiary: letters and digits.
    pub beneficiary_id: String,
    /// The beneficiary's name: at most 100 letters and spaces.
    #[length(..=100)]
    #[sensitive]
    pub beneficiary_name: String,
    /// The number of the beneficiary's bank account.
    #[sensitive]
    pub beneficiary_account_number: Option<String>,
    /// The code of the account's branch (IFSC).
    pub beneficiary_ifsc: Option<IfscAnyCase>,
    /// The beneficiary's UPI address; hyphens come before the at sign only.
    #[sensitive]
    pub vpa_handle: Option<String>,
    /// The beneficiary's postal address.
    #[sensitive]
    pub beneficiary_address: Option<String>,
    /// The postal code: at most six digits.
    #[length(..=6)]
    #[sensitive]
    pub beneficiary_pincode: Option<String>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}

impl CreatePayoutBeneficiary {
    /// Either a bank account, with number and IFSC, or a UPI address.
    fn check(&self, found: &mut Violations) {
        let (number, ifsc) =
            (self.beneficiary_account_number.is_some(), self.beneficiary_ifsc.is_some());
        match (number, ifsc, self.vpa_handle.is_some()) {
            (true, true, false) | (false, false, true) => {}
            (false, false, false) => {
                found.add("beneficiaryAccountNumber", "be given, or else `vpaHandle`");
            }
            (true, _, true) | (_, true, true) => {
                found.add("vpaHandle", "not be given beside a bank account")
            }
            (true, false, false) => {
                found.add("beneficiaryIfsc", "be given with `beneficiaryAccountNumber`")
            }
            (false, true, false) => {
                found.add("beneficiaryAccountNumber", "be given with `beneficiaryIfsc`")
            }
        }
    }
}

/// A beneficiary as it was registered. The API reference has lost most fields' names and all behind
/// `created_on`.
#[model]
pub struct BeneficiaryCreateResponse {
    /// The number of the beneficiary's bank account.
    #[sensitive]
    pub beneficiary_account_number: Option<String>,
    /// The beneficiary's postal address.
    #[sensitive]
    pub beneficiary_address: Option<String>,
    /// The postal code.
    #[sensitive]
    pub beneficiary_pincode: Option<String>,
    /// When the beneficiary was registered, in UTC. The API reference shows no example; what is
    /// written otherwise stays a string.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub created_on: Option<Lenient<civil::DateTime>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
