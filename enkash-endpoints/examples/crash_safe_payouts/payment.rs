//! A payment that is due, as a row of the CSV file and as the transfer that pays it.

use std::error::Error;
use std::path::Path;

use enkash_endpoints::ids::Vpa;
use enkash_endpoints::payouts::InitiatePayoutTransfer;
use enkash_endpoints::payouts::models::{BeneficiaryDetail, TransferMode};
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Payment {
    /// Names the payment for good: made when the payment became due, and sent as `transaction_id`
    /// in every attempt.
    #[serde(rename = "payment")]
    pub(crate) id: String,
    pub(crate) vpa: String,
    /// In rupees.
    pub(crate) amount: String,
    pub(crate) remark: String,
}

impl Payment {
    /// The payments of a file.
    pub(crate) fn read_all(path: &Path) -> Result<Vec<Payment>, Box<dyn Error>> {
        let read =
            || -> Result<_, csv::Error> { csv::Reader::from_path(path)?.deserialize().collect() };
        read().map_err(|error| format!("cannot read {}: {error}", path.display()).into())
    }

    /// The same request for every attempt.
    pub(crate) fn request(&self) -> Result<InitiatePayoutTransfer, Box<dyn Error>> {
        let payee = BeneficiaryDetail::builder().vpa_handle(self.vpa.parse::<Vpa>()?).build();
        Ok(InitiatePayoutTransfer::builder()
            .transaction_id(&*self.id)
            .transfer_amount(self.amount.parse()?)
            .transfer_mode(TransferMode::Upi)
            .transfer_remark(&*self.remark)
            .beneficiary_detail(payee)
            .build())
    }
}
