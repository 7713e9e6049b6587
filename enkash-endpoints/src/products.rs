//! The products whose features are enabled, and clients that know them.

use enkash_core::{Client, ClientBuilder, Error, Product};

/// The products whose features are enabled, in alphabetical order.
pub const PRODUCTS: &[&Product] = &[
    #[cfg(feature = "accounts-payable")]
    &crate::accounts_payable::ACCOUNTS_PAYABLE,
    #[cfg(feature = "accounts-receivable")]
    &crate::accounts_receivable::ACCOUNTS_RECEIVABLE,
    #[cfg(feature = "bharat-connect")]
    &crate::bharat_connect::BHARAT_CONNECT,
    #[cfg(feature = "bill-payments")]
    &crate::bill_payments::BILL_PAYMENTS,
    #[cfg(feature = "cards")]
    &crate::cards::CARDS,
    #[cfg(feature = "expense")]
    &crate::expense::EXPENSE,
    #[cfg(feature = "loyalty")]
    &crate::loyalty::LOYALTY,
    #[cfg(feature = "payment-gateway")]
    &crate::payment_gateway::PAYMENT_GATEWAY,
    #[cfg(feature = "payouts")]
    &crate::payouts::PAYOUTS,
    #[cfg(feature = "petty-cash")]
    &crate::petty_cash::PETTY_CASH,
    #[cfg(feature = "verification")]
    &crate::verification::VERIFICATION,
    #[cfg(feature = "wallet")]
    &crate::wallet::WALLET,
];

/// A builder of a client that knows all [`PRODUCTS`].
///
/// ```no_run
/// use enkash_endpoints::{Environment, KeyPair, OAuthCredentials, PARTNER_ID};
///
/// # fn main() -> Result<(), enkash_endpoints::Error> {
/// let client = enkash_endpoints::client()
///     .environment(Environment::Test)
///     .credentials(OAuthCredentials {
///         username: "api-user@example.com".into(),
///         password: "not-a-real-password".into(),
///         client_id: "CEK0TEST01".into(),
///         client_secret: "not-a-real-secret".into(),
///     })
///     .credentials(KeyPair {
///         access_key: "AK000000000000".into(),
///         secret_key: "not-a-real-secret".into(),
///     })
///     .setting(PARTNER_ID, "CRM0000AA")
///     .build()?;
/// # Ok(())
/// # }
/// ```
///
/// The client calls other products as well. [`build`](ClientBuilder::build) checks the settings of
/// these; those of another product are checked at its first call.
pub fn client() -> ClientBuilder {
    Client::builder().products(PRODUCTS)
}

/// The builder of [`client`](client()), with the settings in environment variables:
///
/// | variable | meaning |
/// |---|---|
/// | `ENKASH_ENVIRONMENT` | `test` or `live`; required unless `ENKASH_BASE_URL` or that of a product is set |
/// | `ENKASH_BASE_URL` | the base URL of all products |
/// | `ENKASH_BASE_URL_<PRODUCT>` | that of one product, such as `ENKASH_BASE_URL_ACCOUNTS_RECEIVABLE` |
/// | `ENKASH_TOKEN_BASE_URL_<PRODUCT>` | the base URL of its token requests, if it differs |
/// | `ENKASH_USERNAME`, `ENKASH_PASSWORD`, `ENKASH_CLIENT_ID`, `ENKASH_CLIENT_SECRET` | [`OAuthCredentials`](crate::OAuthCredentials), for all products but the payment gateway |
/// | `ENKASH_ACCESS_KEY`, `ENKASH_SECRET_KEY` | the payment gateway's [`KeyPair`](crate::KeyPair) |
/// | `ENKASH_BEARER_TOKEN` | a [`BearerToken`](crate::BearerToken), for products without credentials above |
/// | `ENKASH_TOKEN_WITHOUT_BEARER_PAYMENT_GATEWAY` | `true` or `false`; see [`token_without_bearer`](ClientBuilder::token_without_bearer) |
/// | `ENKASH_PARTNER_ID` | the [partner's id](crate::PARTNER_ID) |
/// | `ENKASH_ENCRYPTION_SECRET` | the secret that payouts are encrypted with, if it is not the client's |
///
/// Credentials with `_<PRODUCT>` at the end of each variable, such as `ENKASH_USERNAME_PAYOUTS`,
/// are those of one product.
///
/// An empty variable is absent. One that starts or ends with white space, a line break, a
/// byte order mark or another invisible character is an error. So is any other variable whose name
/// begins with `ENKASH_`, also one for a product whose feature is not enabled.
///
/// ```no_run
/// # fn main() -> Result<(), enkash_endpoints::Error> {
/// let client = enkash_endpoints::client_from_env()?.build()?;
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// [`Error::Config`] with the name of the variable that is missing, wrong or unknown, never with a
/// value.
pub fn client_from_env() -> Result<ClientBuilder, Error> {
    ClientBuilder::from_env("ENKASH", PRODUCTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_in_alphabetical_order_and_their_names_are_unique() {
        assert!(PRODUCTS.is_sorted_by(|one, next| one.name() < next.name()));
    }
}
