//! Payees.

use enkash_core::{JsonMap, Lenient, Violations, civil, endpoint, model};

use super::PAYOUTS as PRODUCT;
use crate::ids::IfscAnyCase;

/// Registers a payee, by a bank account or by a UPI address.
///
/// Give an account with its IFSC, or a UPI address, and never both. EnKash refuses a `beneficiary_id` that was used
/// before.
///
/// The API reference has lost the names of five fields of the request: the payee's e-mail address, phone number, city
/// and state, and a checksum, whose rule is lost too. `beneficiaryEmail`, `beneficiaryPhone`, `beneficiaryCity`,
/// `beneficiaryState` and `checksum` are guesses. It shows no envelope around the response; should there be one, its
/// fields are in `more`.
///
/// # Examples
///
/// ```
/// use enkash_endpoints::payouts::CreatePayoutBeneficiary;
///
/// # let client = enkash_core::mock::Mock::new().client()?;
/// let request = CreatePayoutBeneficiary::builder()
///     .beneficiary_id("BENE0001")
///     .beneficiary_name("Test Payee")
///     .vpa_handle("payee@testbank")
///     .build();
/// // `request.send(&client).await?` sends what this prepares.
/// let prepared = client.prepare(&request)?;
/// assert_eq!(prepared.path(), "/api/v0/beneficiary-detail");
/// # Ok::<(), enkash_core::Error>(())
/// ```
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
    /// The merchant's own id of the payee: letters and digits.
    pub beneficiary_id: String,
    /// The payee's name: at most 100 letters and spaces.
    #[length(..=100)]
    #[sensitive]
    pub beneficiary_name: String,
    /// The number of the payee's bank account.
    #[sensitive]
    pub beneficiary_account_number: Option<String>,
    /// The code of the account's branch (IFSC).
    pub beneficiary_ifsc: Option<IfscAnyCase>,
    /// The payee's UPI address; hyphens come before the at sign only.
    #[sensitive]
    pub vpa_handle: Option<String>,
    /// The payee's postal address.
    #[sensitive]
    pub beneficiary_address: Option<String>,
    /// The postal code: at most six digits.
    #[length(..=6)]
    #[sensitive]
    pub beneficiary_pincode: Option<String>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}

impl CreatePayoutBeneficiary {
    /// Either a bank account, with number and IFSC, or a UPI address.
    fn check(&self, found: &mut Violations) {
        let (number, ifsc) = (self.beneficiary_account_number.is_some(), self.beneficiary_ifsc.is_some());
        match (number, ifsc, self.vpa_handle.is_some()) {
            (true, true, false) | (false, false, true) => {}
            (false, false, false) => {
                found.add("beneficiaryAccountNumber", "be given, or else `vpaHandle`");
            }
            (true, _, true) | (_, true, true) => found.add("vpaHandle", "not be given beside a bank account"),
            (true, false, false) => found.add("beneficiaryIfsc", "be given with `beneficiaryAccountNumber`"),
            (false, true, false) => found.add("beneficiaryAccountNumber", "be given with `beneficiaryIfsc`"),
        }
    }
}

/// A payee as it was registered. The API reference has lost most fields' names and all behind `created_on`.
#[model]
pub struct BeneficiaryCreateResponse {
    /// The number of the payee's bank account.
    #[sensitive]
    pub beneficiary_account_number: Option<String>,
    /// The payee's postal address.
    #[sensitive]
    pub beneficiary_address: Option<String>,
    /// The postal code.
    #[sensitive]
    pub beneficiary_pincode: Option<String>,
    /// When the payee was registered, in UTC. The API reference shows no example; what is written otherwise stays a
    /// string.
    #[format("yyyy-MM-dd'T'HH:mm:ss'Z'")]
    pub created_on: Option<Lenient<civil::DateTime>>,
    /// Fields that the API reference leaves out.
    #[extra]
    pub more: JsonMap,
}
