//! EnKash's products: hosts, sign-in, sealing and result codes as the documents give them.

use crate::envelope::EnvelopeNames;

/// Which of the platform's two worlds a client talks to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Environment {
    /// The hosts for trying things out; no money moves.
    Test,
    /// The real hosts.
    Live,
}

/// A product of the platform: whatever has a host or a way to sign in of its own in the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Product {
    /// Customers and collection invoices.
    AccountsReceivable,
    /// Vendors and their invoices.
    AccountsPayable,
    /// Bharat Connect for Business: invoices, purchase orders and payments between companies.
    BharatConnect,
    /// Utility bills over the Bharat Bill Payment System.
    BillPayments,
    /// Prepaid and gift cards.
    Cards,
    /// Wallets, which share the cards' paths on a host of their own.
    Wallet,
    /// Employees' expenses.
    Expense,
    /// Petty cash.
    PettyCash,
    /// Rewards, incentives and coins.
    Loyalty,
    /// The payment gateway ("Olympus"): orders, payments, refunds, QR codes, mandates.
    PaymentGateway,
    /// Money transfers to beneficiaries.
    Payouts,
    /// Checks of accounts and identities.
    Verification,
}

/// How calls of a product are authorised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AuthScheme {
    /// A bearer token from `/oauth/token` (password grant).
    OAuth,
    /// A bearer token from `/api/v0/merchant/token`, and the access key as a header.
    Merchant,
}

/// Whether bodies are encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Sealing {
    /// Plain both ways.
    Never,
    /// Sealed both ways.
    Always,
}

/// What a result code in the envelope means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeMeaning {
    /// The API reference defines it as success.
    Success,
    /// The API reference defines it as a failure that changed nothing.
    Refused,
    /// The API reference defines it as the response to an id that was used before.
    Duplicate,
    /// The gateway's code for a token that it does not accept (any more).
    TokenRefused,
    /// A failure that the API reference does not explain: it is unknown whether the call was performed.
    Unexplained,
    /// The API reference gives it meanings that contradict each other: one of them says that the call was performed.
    Contradictory,
    /// 0 and 200, where the API reference defines no codes for the product.
    ProbableSuccess,
    /// Any other code where the API reference defines none, or no code at all.
    Undefined,
}

impl CodeMeaning {
    /// Whether the code reports a failure.
    #[must_use]
    pub const fn is_failure(self) -> bool {
        use CodeMeaning::{Contradictory, Duplicate, Refused, TokenRefused, Unexplained};
        matches!(self, Refused | Duplicate | TokenRefused | Unexplained | Contradictory)
    }
}

impl Product {
    /// All products, in alphabetical order of their names in Rust.
    pub const ALL: &'static [Product] = &[
        Product::AccountsPayable,
        Product::AccountsReceivable,
        Product::BharatConnect,
        Product::BillPayments,
        Product::Cards,
        Product::Expense,
        Product::Loyalty,
        Product::PaymentGateway,
        Product::Payouts,
        Product::PettyCash,
        Product::Verification,
        Product::Wallet,
    ];

    /// The name of the product in configuration, such as `accounts-receivable`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Product::AccountsReceivable => "accounts-receivable",
            Product::AccountsPayable => "accounts-payable",
            Product::BharatConnect => "bharat-connect",
            Product::BillPayments => "bill-payments",
            Product::Cards => "cards",
            Product::Wallet => "wallet",
            Product::Expense => "expense",
            Product::PettyCash => "petty-cash",
            Product::Loyalty => "loyalty",
            Product::PaymentGateway => "payment-gateway",
            Product::Payouts => "payouts",
            Product::Verification => "verification",
        }
    }

    /// The documented base URL; `None` where the documents give none and a client has to be told.
    #[must_use]
    pub const fn base_url(self, environment: Environment) -> Option<&'static str> {
        use Environment::{Live, Test};
        match (self, environment) {
            (Product::Cards, Test) => Some("https://pay-uat.enkash.in"),
            (Product::Cards, Live) => Some("https://pay.enkash.in"),
            (Product::Wallet | Product::PettyCash, Test) => Some("https://pay-en-uat.enkash.in"),
            (Product::Expense | Product::Payouts, Test) => Some("https://ekpayout-uat.enkash.in"),
            (Product::Payouts, Live) => Some("https://api.enkash.in"),
            (Product::PaymentGateway, Test) => Some("https://olympus-pg-uat.enkash.in"),
            (Product::PaymentGateway, Live) => Some("https://olympus-pg.enkash.in"),
            _ => None,
        }
    }

    /// The documented base URL of the token call, where it is not the product's own.
    #[must_use]
    pub const fn token_base_url(self, environment: Environment) -> Option<&'static str> {
        match (self, environment) {
            (Product::Cards | Product::Wallet, Environment::Test) => Some("https://ekpayout-uat.enkash.in"),
            _ => None,
        }
    }

    /// How calls are authorised. Where the documents of a product say nothing, its sister products' way is assumed.
    #[must_use]
    pub const fn auth_scheme(self) -> AuthScheme {
        match self {
            Product::PaymentGateway => AuthScheme::Merchant,
            _ => AuthScheme::OAuth,
        }
    }

    /// Whether calls carry the partner's id.
    pub(crate) const fn partner_id(self) -> PartnerId {
        match self {
            Product::Cards | Product::Wallet | Product::PettyCash => PartnerId::Required,
            // Not all calls of rewards take it.
            Product::Loyalty => PartnerId::IfSet,
            _ => PartnerId::Never,
        }
    }

    /// Whether bodies are sealed. Cards, petty cash and rewards mention an encryption whose page is not public; their
    /// samples are plain, and plain is what they get.
    #[must_use]
    pub const fn sealing(self) -> Sealing {
        match self {
            Product::Payouts => Sealing::Always,
            _ => Sealing::Never,
        }
    }

    /// The names of the envelope around its payloads.
    #[must_use]
    pub const fn envelope(self) -> &'static EnvelopeNames {
        &ENVELOPE
    }

    /// The result codes that the API reference defines for the product.
    #[must_use]
    pub const fn result_codes(self) -> &'static ResultCodes {
        use CodeMeaning::{Contradictory, Duplicate, Refused, Success, TokenRefused};
        match self {
            Product::AccountsReceivable
            | Product::AccountsPayable
            | Product::BharatConnect
            | Product::Verification => &ResultCodes::UNDEFINED,
            // 165 was seen once, from Create Order, after the token had been accepted; nobody explains it.
            Product::PaymentGateway => {
                &const { ResultCodes::defined(&[(&[0], Success), (&[117], TokenRefused)]) }
            }
            // 403 is "APIs not enabled", and also "response could not be encrypted": by then the transfer may have been made.
            Product::Payouts => {
                &const {
                    ResultCodes::defined(&[
                        (&[0], Success),
                        (&[409], Duplicate),
                        (&[403], Contradictory),
                        (&[1, 412, 422], Refused),
                    ])
                }
            }
            Product::BillPayments => {
                &const {
                    ResultCodes::defined(&[
                        (&[0], Success),
                        (&[38], Duplicate),
                        (&[1, 36, 37, 400, 412, 422], Refused),
                    ])
                }
            }
            Product::Loyalty => &const { ResultCodes::defined(&[(&[0], Success), (&[1], Refused)]) },
            Product::Cards | Product::Wallet | Product::Expense | Product::PettyCash => {
                &const { ResultCodes::defined(&[(&[0], Success)]) }
            }
        }
    }
}

/// Whether calls of a product carry the partner's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PartnerId {
    Never,
    /// If the client has one.
    IfSet,
    /// A client without one cannot make them.
    Required,
}

/// What the result codes of a product mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultCodes {
    /// None where the API reference defines no codes.
    meanings: Option<&'static [(&'static [i64], CodeMeaning)]>,
}

impl ResultCodes {
    /// No code is defined.
    const UNDEFINED: ResultCodes = ResultCodes { meanings: None };

    const fn defined(meanings: &'static [(&'static [i64], CodeMeaning)]) -> Self {
        ResultCodes { meanings: Some(meanings) }
    }

    /// Whether the API reference defines any.
    #[must_use]
    pub const fn is_defined(&self) -> bool {
        self.meanings.is_some()
    }

    /// What a code means. One that is not among the defined ones is unexplained.
    #[must_use]
    pub fn meaning(&self, code: i64) -> CodeMeaning {
        match self.meanings {
            Some(meanings) => meanings
                .iter()
                .find_map(|(codes, meaning)| codes.contains(&code).then_some(*meaning))
                .unwrap_or(CodeMeaning::Unexplained),
            None => match code {
                0 | 200 => CodeMeaning::ProbableSuccess,
                // 1 is a failure in three sister products; the others are HTTP's.
                1 | 400..=599 => CodeMeaning::Unexplained,
                _ => CodeMeaning::Undefined,
            },
        }
    }

    /// Whether a code reports a refused token.
    pub(crate) fn report_refused_tokens(&self) -> bool {
        let mut meanings = self.meanings.into_iter().flatten();
        meanings.any(|(_, meaning)| *meaning == CodeMeaning::TokenRefused)
    }
}

/// EnKash's names. `paylod` is the API reference's own; `error`, `errors`, `errorMessage`, `success` and the error page
/// are inferred from what servers of this kind send.
const ENVELOPE: EnvelopeNames = EnvelopeNames {
    payload: &["payload", "data", "paylod"],
    response_code: &["response_code"],
    code: &["code"],
    message: &["response_message", "message", "resultMessage"],
    error_response: &["errorResponse"],
    errors: &["error", "errors", "errorMessage"],
    success: &["success"],
    status: &["status"],
    error_page: &["error", "path"],
    about_the_response: &[
        // Codes and states by other names.
        "resultCode",
        "responseCode",
        "errorCode",
        "error_code",
        "statusCode",
        "status_code",
        "statusText",
        "statusMessage",
        // Messages and errors by other names; the last ones are those of RFC 9457 and of web frameworks.
        "responseMessage",
        "msg",
        "reason",
        "fault",
        "error_response",
        "error_message",
        "errorType",
        "error_description",
        "error_uri",
        "errorDescription",
        "type",
        "title",
        "detail",
        "instance",
        "exception",
        "trace",
        // What identifies the request.
        "timestamp",
        "path",
        "requestId",
        "request_id",
    ],
    error_type: &["errorType"],
    error_message: &["errorMessage"],
    sub_errors: &["apiSubErrors"],
    request_id: &["requestId"],
    timestamp: &["timestamp"],
    success_words: &["SUCCESS"],
    failure_words: &["FAILURE", "FAILED", "ERROR"],
};

impl std::fmt::Display for Product {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
