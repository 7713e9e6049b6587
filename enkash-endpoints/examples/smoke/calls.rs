//! The calls: every read that needs no id of something that must exist.
//!
//! They are listed by hand, since neither the method nor the declaration proves that a call only
//! reads: the API reference has a GET that sends a one-time password.

use enkash_endpoints::Error;

use crate::Run;

/// Rows are asked for to see their fields; a few do.
const ROWS: u32 = 5;

pub(crate) async fn send_all(run: &mut Run<'_>, fund_source: Option<&str>) -> Result<(), Error> {
    #[cfg(feature = "accounts-payable")]
    {
        use enkash_endpoints::accounts_payable::SearchVendorBeneficiaries;
        run.read(SearchVendorBeneficiaries::builder().limit(ROWS).build()).await?;
    }
    #[cfg(feature = "accounts-receivable")]
    {
        use enkash_endpoints::accounts_receivable::{SearchCollectionInvoices, SearchCustomers};
        run.read(SearchCustomers::builder().limit(ROWS).build()).await?;
        run.read(SearchCollectionInvoices::builder().limit(ROWS).build()).await?;
    }
    #[cfg(feature = "bill-payments")]
    {
        use enkash_endpoints::bill_payments::SearchUtilityBills;
        run.read(SearchUtilityBills::builder().limit(ROWS).build()).await?;
    }
    #[cfg(feature = "loyalty")]
    {
        use enkash_endpoints::loyalty::{GetRewardCart, SearchRewardOrders};
        let orders = SearchRewardOrders::builder().limit(ROWS.to_string()).offset("0").build();
        run.read(orders).await?;
        run.read(GetRewardCart::builder().product("VOUCHER").build()).await?;
    }
    #[cfg(feature = "payment-gateway")]
    {
        use enkash_endpoints::payment_gateway::{
            SearchQrCodes, SearchQrCustomers, SearchSettlementPayouts,
        };
        run.read(SearchQrCodes::builder().limit(ROWS).build()).await?;
        run.read(SearchQrCustomers::builder().limit(ROWS).build()).await?;
        run.read(SearchSettlementPayouts::builder().limit(ROWS).build()).await?;
    }
    #[cfg(feature = "payouts")]
    if let Some(fund_source) = fund_source {
        use enkash_endpoints::payouts::GetPayoutAccountBalance;
        run.read(GetPayoutAccountBalance::builder().fund_source_id(fund_source).build()).await?;
    }
    Ok(())
}
