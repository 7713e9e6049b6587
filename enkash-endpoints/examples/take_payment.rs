//! Takes a payment: token, order, payment, status, refund.
//!
//! `cargo run --example take_payment` runs it against the embedded sandbox. A shop usually sends
//! its customer to the address in the response to the order instead of submitting the payment
//! itself; the rest is the same.

use std::error::Error;

use enkash_endpoints::payment_gateway::{
    CreatePaymentOrder, GenerateMerchantToken, GetOrderStatus, GetUpiTransactionStatus,
    PAYMENT_GATEWAY, RefundPayment, SubmitPayment,
    models::{Currency, OrderAmount, PaymentDetail, PaymentMode, UpiStatus},
};
use enkash_endpoints::{Json, Money, Outcome};
use enkash_sandbox::Sandbox;

mod support;

/// Names of fields that the API reference does not show: it leaves the response to a submitted
/// payment out, and cuts the order off before its status. They are the sandbox's. Find the real
/// ones on EnKash's test host.
mod assumed {
    pub(crate) const TRANSACTION_ID: &str = "transactionId";
    pub(crate) const ORDER_STATUS: &str = "orderStatus";
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;

    // The client requests its tokens by itself. A program that keeps the token itself requests one.
    let known = sandbox.credentials();
    let token = GenerateMerchantToken::builder()
        .access_key(&*known.access_key)
        .secret_key(&*known.secret_key)
        .build()
        .send(&client)
        .await?
        .into_payload()?;
    println!("token:   expires at {:?}", token.expiry.as_ref().and_then(|expiry| expiry.value()));

    let amount = Money::from_paise(125_050);
    let order = CreatePaymentOrder::builder()
        .order_id("ORDER0001")
        .amount(OrderAmount { value: amount, currency: Currency::Inr })
        .description("Two books")
        .build()
        .send(&client)
        .await?
        .into_payload()?;
    let order_id = order.order_id.ok_or("the response has no order id")?;
    println!(
        "order:   {order_id}, to be paid at {}",
        order.redirection_url.as_deref().unwrap_or("-")
    );

    let paid_by =
        PaymentDetail::builder().payment_mode(PaymentMode::Upi).vpa("customer@testbank").build();
    let submitted = SubmitPayment::builder()
        .order_id(&*order_id)
        .payment_detail(paid_by)
        .build()
        .send(&client)
        .await?
        .into_payload()?;
    let transaction_id = submitted.get(assumed::TRANSACTION_ID).and_then(Json::as_str);
    let transaction_id = transaction_id.ok_or("the response has no transaction id")?.to_owned();
    println!("payment: {transaction_id}");

    // The customer approves in the UPI app. A program of yours waits between two calls.
    let status = loop {
        let status = GetUpiTransactionStatus { transaction_id: transaction_id.clone() }
            .send(&client)
            .await?;
        match status.into_payload()?.status {
            Some(UpiStatus::Process) | None => {}
            Some(settled) => break settled,
        }
    };
    println!("status:  {status}");
    let order = GetOrderStatus { order_id }.send(&client).await?.into_payload()?;
    let order_status = order.more.get(assumed::ORDER_STATUS).and_then(Json::as_str);
    println!("order:   {}", order_status.unwrap_or("a status under another name"));

    let refund = RefundPayment::builder()
        .transaction_id(&*transaction_id)
        .amount(Money::from_rupees(250))
        .request_id("REFUND0001")
        .remarks("One book came back")
        .build();
    match refund.send(&client).await {
        Ok(reply) => println!("refund:  {:?}", reply.into_payload()?.status),
        Err(error) if matches!(error.outcome(), Outcome::NotSent | Outcome::Refused) => {
            println!("refund:  not done: {error}");
        }
        // Performed or unknown: do not send it again, and never with another id.
        Err(error) => return Err(error.into()),
    }

    let too_much = RefundPayment { amount, request_id: "REFUND0002".to_owned(), ..refund };
    match too_much.send(&client).await {
        Ok(_) => Err("more was refunded than was paid".into()),
        Err(error) if error.outcome() == Outcome::Refused => {
            println!("refund:  {error}");
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}
