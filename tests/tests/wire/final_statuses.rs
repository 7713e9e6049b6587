//! Which statuses are final, value by value, as they are on the wire.

use enkash_core::{FieldPath, Json, Rule, Rules, Value, Violations};
use enkash_endpoints::bill_payments::models::{BillpayStatus, PaymentStatus as DebitStatus};
use enkash_endpoints::payment_gateway::models::{
    PaymentStatus, QrCodeStatus, SettlementPayoutStatus, UpiStatus,
};
use enkash_endpoints::payment_gateway::webhooks::PaymentLinkPaymentStatus;
use enkash_endpoints::payouts::models::PayoutStatus;

/// Asserts the values of an enum that are final, open and undecided, and that these are all that it
/// documents.
macro_rules! statuses {
    ($status:ident, final $ended:expr, open $open:expr, undecided $undecided:expr) => {{
        let read = |name: &str| serde_json::from_value::<$status>(Json::from(name)).unwrap();
        let mut names = Vec::new();
        for (group, is_final) in
            [(&$ended[..], Some(true)), (&$open[..], Some(false)), (&$undecided[..], None)]
        {
            for name in group {
                let status = read(name);
                assert!(!matches!(status, $status::Unknown(_)), "{name}");
                assert_eq!(status.is_final(), is_final, "{} {name}", stringify!($status));
                names.push(*name);
            }
        }
        names.sort_unstable();
        let mut documented = documented(&read("SOMETHING_NEW"));
        documented.sort_unstable();
        assert_eq!(names, documented, "{}", stringify!($status));
        assert_ne!(read("SOMETHING_NEW").is_final(), Some(true), "what is unknown is not final");
    }};
}

/// The documented values, as the violation by another one lists them.
fn documented(unknown: &impl Value) -> Vec<&'static str> {
    let mut found = Violations::new();
    unknown.check(&Rules::new(), &FieldPath::TOP, &mut found);
    match found.iter().next().map(|violation| &violation.rule) {
        Some(Rule::KnownValue(names)) => names.to_vec(),
        other => panic!("{other:?}"),
    }
}

const NONE: [&str; 0] = [];

#[test]
fn what_is_final_is_known_of_every_documented_status() {
    statuses!(
        PayoutStatus,
        final ["SUCCESS", "FAILED", "REJECTED", "REVERSED"],
        open ["PENDING", "PROCESSING"],
        undecided NONE
    );
    statuses!(
        BillpayStatus,
        final ["SUCCESS", "FAILED"],
        open ["PENDING", "IN_PROGRESS", "ON_HOLD", "REINITIATE", "AGENCY_FAILED"],
        undecided NONE
    );
    statuses!(
        DebitStatus,
        final ["SUCCESS", "FAILED", "CANCELLED", "EXPIRED", "REFUNDED"],
        open [
            "INIT",
            "PROCESS",
            "PENDING",
            "IN_PROCESS",
            "AUTHENTICATION_IN_PROCESS",
            "OTP_RENDERED",
            "CHECKOUT_RENDERED",
            "MPI_PROCESSED",
            "MPI_RENDERED",
            "REFUND_IN_PROGRESS",
            "REFUND_REQUESTED",
            "PENDING_WITH_BANK",
        ],
        undecided ["PARTIAL_REFUNDED", "SWAPPED", "PAID_OFFLINE", "PARTIAL_PAID"]
    );
    statuses!(
        PaymentStatus,
        final ["SUCCESS", "FAILED", "CANCELLED", "PARTIALLY_REFUNDED", "REFUNDED"],
        open ["CREATED", "PENDING_WITH_BANK"],
        undecided ["AUTHORIZED"]
    );
    statuses!(UpiStatus, final ["SUCCESS", "FAILED"], open ["PROCESS"], undecided NONE);
    statuses!(
        SettlementPayoutStatus,
        final ["SUCCESS", "FAILED"],
        open ["INIT", "IN_PROGRESS"],
        undecided ["ON_HOLD"]
    );
    statuses!(QrCodeStatus, final ["CANCELLED"], open ["ACTIVE"], undecided NONE);
    statuses!(PaymentLinkPaymentStatus, final ["SUCCESS", "FAILED"], open NONE, undecided NONE);
}
