#![doc = include_str!("../ASSUMPTIONS.md")]

use std::collections::BTreeSet;

/// The header of a response that rests on more than the API reference: the ids of the assumptions above, with commas.
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
pub(crate) fn of_operation(id: &str) -> &'static [Assumption] {
    use Assumption::*;
    match id {
        "CreateCustomer" => &[CreatedCustomer, Times],
        "SearchCustomers" | "SearchCollectionInvoices" => &[Search],
        "UpdateCustomer" | "UpdateCollectionInvoice" => &[Patch, Times],
        "DeleteCustomer" => &[DeletedCustomer],
        "CreateCustomersInBulk" | "UpdateCustomersInBulk" | "CreateCollectionInvoicesInBulk" => &[Files],
        "CreateCollectionInvoice" => &[InvoiceAmounts, Times],
        "GetCollectionInvoice" => &[InvoiceAmounts, Times],
        "ConfirmCollectionInvoicePayment" => &[PaymentConfirmation],
        "CreatePaymentOrder" => &[OrderIds],
        "GetOrderStatus" => &[OrderIds, GatewayFields, Times],
        "SubmitPayment" | "GetDynamicUpiQr" | "GetUpiIntentLinks" => &[OrderIds, PaymentResult],
        "GetPaymentTransactionStatus" => &[PaymentResult, GatewayFields, Times],
        "GetUpiTransactionStatus" | "ResendPaymentOtp" => &[PaymentResult],
        "ValidatePaymentOtp" => &[PaymentResult, Times],
        "VerifyUpiVpa" => &[UpiAddress],
        "RefundPayment" => &[Refunds, Times],
        "CreatePayoutBeneficiary" => &[Times],
        "FetchPayoutBankStatement" => &[Statement, Times],
        _ => &[],
    }
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
        let unnamed = list.lines().filter(|line| line.starts_with("- ") && !line.starts_with("- `"));
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
        let source = include_str!("assumptions.rs");
        let table = source.split("match id {").nth(1).and_then(|rest| rest.split("_ => &[]").next()).unwrap();
        let catalogue = crate::catalogue::Catalogue::get().unwrap();
        for id in table.split('"').skip(1).step_by(2) {
            assert!(catalogue.operation(id).is_some(), "{id}");
            assert!(!of_operation(id).is_empty(), "{id}");
        }
    }
}
