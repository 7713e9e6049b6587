//! Faults that wait for the requests that they are meant for.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Fault;

/// A fault and the requests that it is for.
///
/// ```
/// use enkash_sandbox::{Fault, FaultRule};
///
/// let rule = FaultRule::new(Fault::status(503)).operation("ActivateCustomer").times(2);
/// # let _ = rule;
/// ```
#[derive(Debug, Clone)]
pub struct FaultRule {
    fault: Fault,
    operation: Option<String>,
    product: Option<String>,
    skip: u64,
    times: u64,
}

impl FaultRule {
    /// The next request, whichever it is.
    pub fn new(fault: Fault) -> Self {
        Self { fault, operation: None, product: None, skip: 0, times: 1 }
    }

    /// Only requests of the operation with this `operationId`.
    #[must_use]
    pub fn operation(self, id: impl Into<String>) -> Self {
        Self { operation: Some(id.into()), ..self }
    }

    /// Only requests below this product's base URL.
    #[must_use]
    pub fn product(self, slug: impl Into<String>) -> Self {
        Self { product: Some(slug.into()), ..self }
    }

    /// Lets this many matching requests pass first.
    #[must_use]
    pub fn skip(self, requests: u64) -> Self {
        Self { skip: requests, ..self }
    }

    /// Strikes this many matching requests instead of one.
    #[must_use]
    pub fn times(self, requests: u64) -> Self {
        Self { times: requests, ..self }
    }

    /// Strikes every matching request.
    #[must_use]
    pub fn always(self) -> Self {
        self.times(u64::MAX)
    }

    fn matches(&self, product: &str, operations: &[&str]) -> bool {
        let operation = self.operation.as_deref();
        operation.is_none_or(|id| operations.contains(&id))
            && self.product.as_deref().is_none_or(|slug| slug == product)
    }

    /// Whether it is this request's turn, which counts as one of those to skip where it is not yet.
    fn strikes(&mut self, product: &str, operations: &[&str]) -> bool {
        let matches = self.matches(product, operations);
        let skips = matches && self.skip > 0;
        self.skip -= u64::from(skips);
        matches && !skips
    }
}

/// The faults to come.
#[derive(Debug, Default)]
pub struct Faults {
    rules: Mutex<VecDeque<FaultRule>>,
}

impl Faults {
    /// Adds a fault; where several rules match a request, the one that was added first strikes.
    pub fn add(&self, rule: FaultRule) {
        if rule.times > 0 {
            self.lock().push_back(rule);
        }
    }

    /// Forgets all rules.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// How many rules have not struck as often as they are meant to.
    pub fn pending(&self) -> usize {
        self.lock().len()
    }

    /// The fault for this request, used up; `operations` are those that share its route.
    pub(crate) fn take(&self, product: &str, operations: &[&str]) -> Option<Fault> {
        let mut rules = self.lock();
        let at = rules.iter_mut().position(|rule| rule.strikes(product, operations))?;
        rules[at].times -= 1;
        let fault = rules[at].fault.clone();
        if rules[at].times == 0 {
            rules.remove(at);
        }
        Some(fault)
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<FaultRule>> {
        self.rules.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_wait_for_their_requests() {
        let faults = Faults::default();
        faults.add(FaultRule::new(Fault::status(503)).operation("A").skip(1).times(2));
        faults.add(FaultRule::new(Fault::status(500)).product("payouts"));
        assert_eq!(faults.take("loyalty", &["B"]), None);
        assert_eq!(faults.take("loyalty", &["A"]), None);
        assert_eq!(faults.take("loyalty", &["X", "A"]), Some(Fault::status(503)));
        assert_eq!(faults.take("payouts", &["C"]), Some(Fault::status(500)));
        assert_eq!(faults.pending(), 1);
        assert_eq!(faults.take("loyalty", &["A"]), Some(Fault::status(503)));
        assert_eq!(faults.take("loyalty", &["A"]), None);
        assert_eq!(faults.pending(), 0);
    }

    #[test]
    fn no_times_and_all_times() {
        let faults = Faults::default();
        faults.add(FaultRule::new(Fault::status(503)).times(0));
        assert_eq!(faults.take("loyalty", &[]), None);
        faults.add(FaultRule::new(Fault::status(503)).always());
        for _ in 0..10 {
            assert!(faults.take("loyalty", &[]).is_some());
        }
        faults.clear();
        assert_eq!(faults.pending(), 0);
    }
}
