//! What the sandbox knows before the first request.

use rust_decimal::Decimal;

use super::company::COMPANY_ID;
use crate::sample::Ids;

/// Data that is there from the start; all of it is made up.
///
/// ```
/// use enkash_sandbox::InitialData;
///
/// let data = InitialData::default().inactive_customers(100).payout_balance(5_000);
/// # let _ = data;
/// ```
#[derive(Debug, Clone)]
pub struct InitialData {
    pub(crate) active: usize,
    pub(crate) inactive: usize,
    pub(crate) customers: Vec<(String, bool)>,
    pub(crate) balance: Decimal,
}

impl Default for InitialData {
    fn default() -> Self {
        Self { active: 3, inactive: 5, customers: Vec::new(), balance: Decimal::from(100_000) }
    }
}

impl InitialData {
    /// This many active customers instead of 3.
    #[must_use]
    pub fn active_customers(self, count: usize) -> Self {
        Self { active: count, ..self }
    }

    /// This many inactive customers instead of 5.
    #[must_use]
    pub fn inactive_customers(self, count: usize) -> Self {
        Self { inactive: count, ..self }
    }

    /// One more customer, with this id.
    #[must_use]
    pub fn customer(mut self, id: impl Into<String>, active: bool) -> Self {
        self.customers.push((id.into(), active));
        self
    }

    /// So many rupees in the payout account instead of 100,000.
    #[must_use]
    pub fn payout_balance(self, rupees: u32) -> Self {
        Self { balance: Decimal::from(rupees), ..self }
    }

    pub(crate) fn generate(&self, ids: &Ids) -> Initial {
        let draw = |count| (0..count).map(|_| ids.next("KC", 14)).collect::<Vec<_>>();
        let (mut active, mut inactive) = (draw(self.active), draw(self.inactive));
        for (id, is_active) in &self.customers {
            let list = if *is_active { &mut active } else { &mut inactive };
            list.push(id.clone());
        }
        Initial {
            company_id: COMPANY_ID.to_owned(),
            active_customers: active,
            inactive_customers: inactive,
            fund_source_id: "EKC00SNDBX".to_owned(),
            debit_account_number: "000111222333".to_owned(),
            payout_balance: self.balance,
        }
    }
}

/// The ids of the initial data.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Initial {
    /// The company that all of it belongs to.
    pub company_id: String,
    /// Customers that are active, each `KC` and 14 letters or digits.
    pub active_customers: Vec<String>,
    /// Customers that wait for their activation.
    pub inactive_customers: Vec<String>,
    /// The fund source of payouts.
    pub fund_source_id: String,
    /// The account behind that fund source.
    pub debit_account_number: String,
    /// What that account holds at the start, in rupees.
    pub payout_balance: Decimal,
}
