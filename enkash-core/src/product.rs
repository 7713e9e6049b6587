//! EnKash's products: hosts, sign-in, sealing and result codes as the documents give them.

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

/// What a result code of an envelope says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeMeaning {
    /// The documents call it success, or say nothing of codes for this product.
    Success,
    /// The documents define it as a failure that changed nothing.
    Refused,
    /// The documents define it as the reply to an id that was used before.
    Duplicate,
    /// The gateway's word for a token that it does not take (any more).
    TokenRefused,
    /// A failure that the documents do not explain: what happened is not known.
    Unexplained,
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

    /// Whether calls carry the header `partnerId`.
    #[must_use]
    pub const fn sends_partner_id(self) -> bool {
        matches!(self, Product::Cards | Product::Wallet | Product::PettyCash | Product::Loyalty)
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

    /// What a result code means in the product's documents.
    #[must_use]
    pub const fn code_meaning(self, code: i64) -> CodeMeaning {
        use CodeMeaning::{Duplicate, Refused, Success, TokenRefused, Unexplained};
        match (self, code) {
            // Codes are not documented for these.
            (
                Product::AccountsReceivable
                | Product::AccountsPayable
                | Product::BharatConnect
                | Product::Verification,
                _,
            )
            | (_, 0) => Success,
            // 165 was seen once, from Create Order, after the token had been accepted; nobody explains it.
            (Product::PaymentGateway, 117) => TokenRefused,
            (Product::Payouts, 409) | (Product::BillPayments, 38) => Duplicate,
            (Product::Payouts, 1 | 403 | 412 | 422)
            | (Product::BillPayments, 1 | 36 | 37 | 400 | 412 | 422)
            | (Product::Loyalty, 1) => Refused,
            _ => Unexplained,
        }
    }
}

impl std::fmt::Display for Product {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
