#![doc = include_str!("../ASSUMPTIONS.md")]

use std::collections::BTreeSet;

/// The header of a response that rests on more than the API reference: the ids of the assumptions
/// above, with commas.
pub const HEADER: &str = "x-sandbox-assumption";

/// The assumptions that a response rests on.
pub(crate) type Assumptions = BTreeSet<Assumption>;

macro_rules! assumptions {
    ($($name:ident $id:literal),* $(,)?) => {
        /// One assumption that responses name, by its id in ASSUMPTIONS.md.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Assumption { $($name,)* }

        impl Assumption {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$name,)*];

            pub(crate) fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }
        }
    };
}

assumptions! {
    ErrorDetails "error-details",
    ErrorEnvelope "error-envelope",
    ErrorCode "error-code",
    TokenRefusal "token-refusal",
    ErrorStatus "error-status",
    ErrorType "error-type",
    EncryptedFailure "encrypted-failure",
    SuccessCode "success-code",
    UndocumentedResponse "undocumented-response",
    Times "times",
    UnknownFields "unknown-fields",
    OneAccount "one-account",
    NoToken "no-token",
    AccountLock "account-lock",
    GatewayToken "gateway-token",
    TokenLifetime "token-lifetime",
    RefreshToken "refresh-token",
    Activation "activation",
    CreatedCustomer "created-customer",
    DeletedCustomer "deleted-customer",
    Patch "patch",
    Search "search",
    InvoiceAmounts "invoice-amounts",
    PaymentConfirmation "payment-confirmation",
    Files "files",
    OrderIds "order-ids",
    PaymentResult "payment-result",
    PaidOrder "paid-order",
    UpiAddress "upi-address",
    Refunds "refunds",
    GatewayFields "gateway-fields",
    TransferStatus "transfer-status",
    TransferRejection "transfer-rejection",
    UnknownBeneficiary "unknown-beneficiary",
    InsufficientBalance "insufficient-balance",
    Batch "batch",
    Statement "statement",
    EncryptionInKind "encryption-in-kind",
    SampledResponse "sampled-response",
    SharedRoute "shared-route",
    CardEncryption "card-encryption",
}

/// The value of the header; `None` where there is nothing to name.
pub(crate) fn header_value(assumptions: &Assumptions) -> Option<String> {
    let ids = assumptions.iter().map(|assumption| assumption.id()).collect::<Vec<_>>();
    (!ids.is_empty()).then(|| ids.join(", "))
}

/// What each successful response of an operation rests on, whatever the request was.
const BY_OPERATION: &[(&str, &[Assumption])] = &[
    ("CreateCustomer", &[Assumption::CreatedCustomer, Assumption::Times]),
    ("SearchCustomers", &[Assumption::Search]),
    ("SearchCollectionInvoices", &[Assumption::Search]),
    ("UpdateCustomer", &[Assumption::Patch, Assumption::Times]),
    ("UpdateCollectionInvoice", &[Assumption::Patch, Assumption::Times]),
    ("DeleteCustomer", &[Assumption::DeletedCustomer]),
    ("CreateCustomersInBulk", &[Assumption::Files]),
    ("UpdateCustomersInBulk", &[Assumption::Files]),
    ("CreateCollectionInvoicesInBulk", &[Assumption::Files]),
    ("CreateCollectionInvoice", &[Assumption::InvoiceAmounts, Assumption::Times]),
    ("GetCollectionInvoice", &[Assumption::InvoiceAmounts, Assumption::Times]),
    ("ConfirmCollectionInvoicePayment", &[Assumption::PaymentConfirmation]),
    ("CreatePaymentOrder", &[Assumption::OrderIds]),
    ("GetOrderStatus", &[Assumption::OrderIds, Assumption::GatewayFields, Assumption::Times]),
    ("SubmitPayment", &[Assumption::OrderIds, Assumption::PaymentResult]),
    ("GetDynamicUpiQr", &[Assumption::OrderIds, Assumption::PaymentResult]),
    ("GetUpiIntentLinks", &[Assumption::OrderIds, Assumption::PaymentResult]),
    (
        "GetPaymentTransactionStatus",
        &[Assumption::PaymentResult, Assumption::GatewayFields, Assumption::Times],
    ),
    ("GetUpiTransactionStatus", &[Assumption::PaymentResult]),
    ("ResendPaymentOtp", &[Assumption::PaymentResult]),
    ("ValidatePaymentOtp", &[Assumption::PaymentResult, Assumption::Times]),
    ("VerifyUpiVpa", &[Assumption::UpiAddress]),
    ("RefundPayment", &[Assumption::Refunds, Assumption::Times]),
    ("CreatePayoutBeneficiary", &[Assumption::Times]),
    ("FetchPayoutBankStatement", &[Assumption::Statement, Assumption::Times]),
];

/// What each successful response of the operation with this `operationId` rests on.
pub(crate) fn of_operation(id: &str) -> &'static [Assumption] {
    BY_OPERATION.iter().find(|(own, _)| *own == id).map_or(&[], |(_, assumptions)| assumptions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_is_in_the_list_once() {
        let list = include_str!("../ASSUMPTIONS.md");
        for assumption in Assumption::ALL {
            let item = format!("- `{}`: ", assumption.id());
            assert_eq!(list.matches(&item).count(), 1, "{item}");
        }
        let ids = Assumption::ALL.iter().map(|assumption| assumption.id()).collect::<BTreeSet<_>>();
        assert_eq!(ids.len(), Assumption::ALL.len());
        let unnamed =
            list.lines().filter(|line| line.starts_with("- ") && !line.starts_with("- `"));
        assert_eq!(unnamed.collect::<Vec<_>>(), [""; 0], "each assumption has an id");
    }

    #[test]
    fn the_header_names_them_with_commas() {
        assert_eq!(header_value(&Assumptions::new()), None);
        let both = Assumptions::from([Assumption::Search, Assumption::ErrorType]);
        assert_eq!(header_value(&both).as_deref(), Some("error-type, search"));
    }

    #[test]
    fn each_operation_exists() {
        let catalogue = crate::catalogue::Catalogue::get().unwrap();
        for (id, _) in BY_OPERATION {
            assert!(catalogue.operation(id).is_some(), "{id}");
        }
        assert_eq!(of_operation("SearchCustomers"), [Assumption::Search]);
        assert!(of_operation("GetPayoutAccountBalance").is_empty());
    }
}
