//! Customers and invoices of the receivables product.

use serde_json::{Map, Value, json};

use super::clock::Clock;
use super::initial::Initial;
use super::ordered_map::OrderedMap;
use crate::exchange::Refusal;

/// The documented fields of one invoice.
pub(crate) type Invoice = Map<String, Value>;

/// Customers and invoices.
#[derive(Debug, Default)]
pub(crate) struct Receivables {
    pub(crate) customers: OrderedMap<Map<String, Value>>,
    pub(crate) invoices: OrderedMap<Invoice>,
}

pub(crate) const ACTIVE: &str = "ACTIVE";
const INACTIVE: &str = "INACTIVE";

impl Receivables {
    pub(crate) fn new(initial: &Initial, clock: &Clock) -> Self {
        let mut new = Self::default();
        let active = initial.active_customers.iter().map(|id| (id, ACTIVE));
        let inactive = initial.inactive_customers.iter().map(|id| (id, INACTIVE));
        for (number, (id, status)) in active.chain(inactive).enumerate() {
            let mut customer = Map::new();
            let name = format!("Sandbox Customer {}", number + 1);
            customer.insert("legalName".to_owned(), json!(name));
            new.insert(id, customer, &initial.company_id, status, clock);
        }
        new
    }

    pub(crate) fn insert(
        &mut self,
        id: &str,
        fields: Map<String, Value>,
        company: &str,
        status: &str,
        clock: &Clock,
    ) {
        let mut customer = Map::new();
        customer.insert("companyId".to_owned(), json!(company));
        customer.extend(fields);
        customer.insert("customerId".to_owned(), json!(id));
        customer.insert("status".to_owned(), json!(status));
        customer.insert("createdOn".to_owned(), json!(clock.stamp()));
        self.customers.insert(id, customer);
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Map<String, Value>> {
        self.customers.get(id)
    }

    pub(crate) fn customer(&mut self, id: &str) -> Result<&mut Map<String, Value>, Refusal> {
        self.customers.get_mut(id).ok_or_else(|| Refusal::unknown("Customer", id))
    }
}
