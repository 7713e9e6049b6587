//! What a notification claims, beside what the API answers.

use enkash_core::{Client, Error, Reply, Violations};

use super::{GetPaymentTransactionStatus, PaymentNotification, PaymentTransaction};
use crate::webhook::Unverified;

impl Unverified<PaymentNotification> {
    /// Asks the API for the transaction that the notification names.
    ///
    /// Act on the answer, not on the claim. The answer proves that such a transaction exists; whether it is the one of your
    /// order, and over the right amount, has to be compared: somebody may post a claim that names another payment of yours.
    ///
    /// ```no_run
    /// use enkash_endpoints::payment_gateway::PaymentNotification;
    /// use enkash_endpoints::webhook::Unverified;
    /// use enkash_endpoints::{Client, Error};
    ///
    /// # async fn receive(client: Client, notification: Unverified<PaymentNotification>) -> Result<(), Error> {
    /// let confirmed = notification.confirm(&client).await?;
    /// println!("claimed: {:?}", confirmed.claim.transaction_status);
    /// println!("answered: {:?}", confirmed.answer.payload);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error::Invalid`] where the notification names no transaction, and whatever the call returns; a transaction that the
    /// platform does not know is [`Error::Api`].
    pub async fn confirm(self, client: &Client) -> Result<ConfirmedPayment, Error> {
        let claim = self.into_unverified();
        let Some(transaction_id) = claim.transaction_id.clone() else {
            let mut found = Violations::new();
            found.add("transactionId", "be there: the notification names no transaction to ask for");
            return Err(Error::Invalid(found));
        };
        let answer = GetPaymentTransactionStatus { transaction_id }.send(client).await?;
        Ok(ConfirmedPayment { claim, answer })
    }
}

/// A notification and the API's answer about the transaction that it names.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConfirmedPayment {
    /// What the notification claims. Nothing proves that it is true.
    pub claim: PaymentNotification,
    /// What the API says of the transaction.
    pub answer: Reply<PaymentTransaction>,
}
