//! Receives the gateway's webhook about a payment, and trusts nothing in it before the API has confirmed it.
//!
//! `cargo run --example receive_webhook --features axum` starts a receiver on a free loopback port, posts a true and a forged
//! event to it, and shows what comes of each. The platform is the embedded sandbox.

use std::error::Error;
use std::net::Ipv4Addr;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Router, serve};
use enkash_endpoints::payment_gateway::{
    CreatePaymentOrder, PAYMENT_GATEWAY, SubmitPayment,
    models::{Currency, OrderAmount, PaymentDetail, PaymentMode},
    webhooks::PaymentNotification,
};
use enkash_endpoints::webhook::Unverified;
use enkash_endpoints::{Client, Json, Money};
use enkash_sandbox::Sandbox;
use tokio::net::TcpListener;

mod support;

/// What a receiver of yours looks like.
async fn receive(
    State(client): State<Client>,
    event: Unverified<PaymentNotification>,
) -> (StatusCode, String) {
    match event.confirm(&client).await {
        Ok(confirmed) => {
            let claimed = confirmed.claim.order_id.unwrap_or_default();
            let transaction = confirmed.reply.payload.map(|transaction| transaction.more).unwrap_or_default();
            // The transaction is real. Whether it is this order's has to be compared.
            if transaction.get("orderId").and_then(Json::as_str) == Some(&*claimed) {
                (StatusCode::OK, format!("order {claimed}: {}", transaction["status"]))
            } else {
                (StatusCode::BAD_REQUEST, "the transaction is another order's".to_owned())
            }
        }
        // The platform does not know the transaction, or could not be asked: not accepted, so that it may come again.
        Err(error) => (StatusCode::BAD_GATEWAY, format!("not confirmed: {error}")),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
    let (order_id, transaction_id) = pay(&client).await?;

    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = format!("http://{}/enkash/payment", listener.local_addr()?);
    let app = Router::new().route("/enkash/payment", post(receive)).with_state(client);
    tokio::spawn(async move { serve(listener, app).await });

    let claim = |transaction: &str, order: &str| serde_json::json!({ "transactionId": transaction, "orderId": order, "transactionStatus": "SUCCESS", "amount": 100 });
    for (what, body) in [
        ("true", claim(&transaction_id, &order_id).to_string()),
        ("forged", claim("EK000000000000000000", &order_id).to_string()),
        ("another order's", claim(&transaction_id, "ORD00000000000000000").to_string()),
        ("no JSON", "hello".to_owned()),
    ] {
        let response = reqwest::Client::new().post(&address).body(body).send().await?;
        println!("{what:<16} {} {}", response.status().as_u16(), response.text().await?);
    }
    Ok(())
}

/// A payment that succeeds, for the webhook.
async fn pay(client: &Client) -> Result<(String, String), Box<dyn Error>> {
    let amount = OrderAmount { value: Money::from_rupees(100), currency: Currency::Inr };
    let order = CreatePaymentOrder::builder().order_id("ORDER0001").amount(amount).build();
    let order_id = order.send(client).await?.into_payload()?.order_id.ok_or("the response names no order")?;
    let paid_by = PaymentDetail::builder().payment_mode(PaymentMode::NetBanking).bank_code("TEST").build();
    let payment = SubmitPayment::builder().order_id(&*order_id).payment_detail(paid_by).build();
    let submitted = payment.send(client).await?.into_payload()?;
    let transaction_id = submitted["transactionId"].as_str().ok_or("the response names no transaction")?;
    Ok((order_id, transaction_id.to_owned()))
}
