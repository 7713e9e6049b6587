//! Every declared endpoint, built through its builder and sent to the sandbox: once with what is
//! required, once with all that is declared.
#![allow(missing_docs)]

#[cfg(feature = "accounts-payable")]
mod accounts_payable;
#[cfg(feature = "accounts-receivable")]
mod accounts_receivable;
#[cfg(feature = "bharat-connect")]
mod bharat_connect;
#[cfg(feature = "bill-payments")]
mod bill_payments;
#[cfg(feature = "cards")]
mod cards;
#[cfg(feature = "expense")]
mod expense;
#[cfg(feature = "loyalty")]
mod loyalty;
#[cfg(feature = "payment-gateway")]
mod payment_gateway;
#[cfg(feature = "payment-gateway")]
mod payment_gateway_extras;
#[cfg(feature = "payouts")]
mod payouts;
#[cfg(feature = "petty-cash")]
mod petty_cash;
#[cfg(feature = "verification")]
mod verification;
#[cfg(feature = "wallet")]
mod wallet;
#[cfg(all(feature = "cards", feature = "payment-gateway"))]
mod webhooks;
