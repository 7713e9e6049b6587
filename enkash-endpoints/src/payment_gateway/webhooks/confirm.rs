//! `confirm`: checks the claim of a webhook or a browser against the API.

use enkash_core::{Client, Error, Reply, Violations};

use super::{PaymentNotification, PaymentReturn};
use crate::payment_gateway::GetPaymentTransactionStatus;
use crate::payment_gateway::models::PaymentTransaction;
use crate::webhook::Unverified;

impl Unverified<PaymentNotification> {
    /// Asks the API for the transaction that the webhook names.
    ///
    /// Act on the response, not on the claim. The response proves that such a transaction exists;
    /// whether it is the one of your order, and over the right amount, has to be compared with what
    /// you stored: somebody may post a claim that names another payment of yours. (The claim's
    /// `order_id` is not compared here. The API reference does not say whether it is EnKash's id of
    /// the order or yours, and shows no order in the response.)
    ///
    /// ```no_run
    /// use enkash_endpoints::Client;
    /// use enkash_endpoints::payment_gateway::webhooks::{ConfirmError, PaymentNotification};
    /// use enkash_endpoints::webhook::Unverified;
    ///
    /// # async fn receive(
    /// #     client: Client,
    /// #     event: Unverified<PaymentNotification>,
    /// # ) -> Result<(), ConfirmError> {
    /// let confirmed = event.confirm(&client).await?;
    /// println!("claimed: {:?}", confirmed.claim.transaction_status);
    /// println!("reply: {:?}", confirmed.reply.payload);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// - [`ConfirmError::Claim`] where the webhook names no transaction, or one that cannot
    ///   exist;
    /// - [`ConfirmError::Call`] with [`Error::Decode`] where the response carries another
    ///   transaction id than the claim (somebody forged an id that reaches a transaction which it
    ///   does not name), or where it has no transaction;
    /// - [`ConfirmError::Call`] with whatever the call returns; a transaction that the platform
    ///   does not know is [`Error::Api`].
    pub async fn confirm(self, client: &Client) -> Result<ConfirmedPayment, ConfirmError> {
        let claim = self.into_unverified();
        let reply = ask(claim.transaction_id.as_deref(), client).await?;
        Ok(ConfirmedPayment { claim, reply })
    }
}

impl Unverified<PaymentReturn> {
    /// Asks the API for the transaction that the query names, as [`PaymentNotification`]'s
    /// `confirm` does; its documentation lists what to compare.
    ///
    /// # Errors
    /// Those of [`PaymentNotification`]'s `confirm`.
    pub async fn confirm(
        self,
        client: &Client,
    ) -> Result<ConfirmedPayment<PaymentReturn>, ConfirmError> {
        let claim = self.into_unverified();
        let reply = ask(claim.transaction_id.as_deref(), client).await?;
        Ok(ConfirmedPayment { claim, reply })
    }
}

/// Reads the transaction with this very id.
async fn ask(
    claimed: Option<&str>,
    client: &Client,
) -> Result<Reply<PaymentTransaction>, ConfirmError> {
    let Some(claimed) = claimed else {
        let mut found = Violations::new();
        found.add(
            "transactionId",
            "be given: a payment cannot be confirmed without a transaction id",
        );
        return Err(ConfirmError::Claim(found));
    };
    let request = GetPaymentTransactionStatus { transaction_id: claimed.to_owned() };
    let reply = match request.send(client).await {
        Ok(reply) => reply,
        Err(Error::Invalid(found)) => return Err(ConfirmError::Claim(found)),
        Err(error) => return Err(ConfirmError::Call(error)),
    };
    if reply.payload.is_none() {
        return Err(ConfirmError::Call(reply.into_mismatch("the response has no transaction")));
    }
    let read = reply.payload.as_ref().and_then(|transaction| transaction.transaction_id.as_deref());
    // A forged id may be one that the platform takes for another's, as servers do that cut off
    // whatever follows a `;`.
    if read.is_some_and(|read| read != claimed) {
        let what = "the response is about another transaction than the claim";
        return Err(ConfirmError::Call(reply.into_mismatch(what)));
    }
    Ok(reply)
}

/// A payment is not confirmed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfirmError {
    /// The claim names no transaction, or one that cannot exist. The API was not asked: reject
    /// the claim.
    #[error("the claim cannot be confirmed: {0}")]
    Claim(Violations),
    /// The API does not confirm the claim, or cannot be asked. If it cannot ([`Error::is_timeout`],
    /// [`Error::is_connect`]), the claim may be true: do not accept it, so that it may come again.
    #[error("{0}")]
    Call(#[source] Error),
}

/// A claim and the API's response about the transaction that it names.
#[derive(Debug)]
#[non_exhaustive]
pub struct ConfirmedPayment<C = PaymentNotification> {
    /// The claim. Nothing proves that it is true.
    pub claim: C,
    /// The API's response about the transaction.
    pub reply: Reply<PaymentTransaction>,
}
