//! Receives the gateway's webhook about a payment, and trusts nothing in it before the API has
//! confirmed it.
//!
//! `cargo run --example receive_webhook --features axum` starts a receiver on a free loopback port,
//! posts a true and some forged events to it, and prints each response. The platform is the
//! embedded sandbox.

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
use serde_json::json;
use tokio::net::TcpListener;

mod support;

/// Names of fields that the API reference does not show: it cuts the response off before them. They
/// are the sandbox's. Find the real ones on EnKash's test host.
mod assumed {
    pub(crate) const ORDER_ID: &str = "orderId";
    pub(crate) const STATUS: &str = "status";
    pub(crate) const TRANSACTION_ID: &str = "transactionId";
}

/// The order that this shop has stored.
#[derive(Clone)]
struct Shop {
    client: Client,
    order_id: String,
}

/// What a receiver of yours looks like.
async fn receive(
    State(shop): State<Shop>,
    event: Unverified<PaymentNotification>,
) -> (StatusCode, String) {
    let confirmed = match event.confirm(&shop.client).await {
        Ok(confirmed) => confirmed,
        // The platform does not know the transaction, or could not be asked: not accepted, so that
        // it may come again.
        Err(error) => return (StatusCode::BAD_GATEWAY, format!("not confirmed: {error}")),
    };
    // The transaction exists. Whether it is paid, and belongs to the order, is in fields whose
    // names are assumed.
    let transaction =
        confirmed.reply.payload.map(|transaction| transaction.more).unwrap_or_default();
    let field = |name: &str| transaction.get(name).and_then(Json::as_str);
    match (field(assumed::ORDER_ID), field(assumed::STATUS)) {
        (Some(order), Some(status)) if order == shop.order_id => {
            (StatusCode::OK, format!("{order}: {status}"))
        }
        (Some(_), Some(_)) => {
            (StatusCode::BAD_REQUEST, "the transaction is another order's".to_owned())
        }
        // Without these fields nothing is booked, whatever the event claims.
        _ => (StatusCode::ACCEPTED, "a person has to look at the transaction".to_owned()),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let sandbox = Sandbox::start().await?;
    let client = support::client(&sandbox, &PAYMENT_GATEWAY)?;
    let (order_id, transaction_id) = pay(&client, "ORDER0001").await?;
    let (_, of_another_order) = pay(&client, "ORDER0002").await?;

    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let address = format!("http://{}/enkash/payment", listener.local_addr()?);
    let shop = Shop { client, order_id: order_id.clone() };
    let app = Router::new().route("/enkash/payment", post(receive)).with_state(shop);
    tokio::spawn(async move { serve(listener, app).await });

    // The fields of the event are those of the API reference.
    let claim = |transaction: &str| json!({ "transactionId": transaction, "orderId": order_id, "transactionStatus": "SUCCESS", "amount": 100 });
    for (what, body) in [
        ("true", claim(&transaction_id).to_string()),
        ("forged", claim("EK000000000000000000").to_string()),
        ("another order's", claim(&of_another_order).to_string()),
        ("no JSON", "hello".to_owned()),
    ] {
        let response = reqwest::Client::new().post(&address).body(body).send().await?;
        println!("{what:<16} {} {}", response.status().as_u16(), response.text().await?);
    }
    Ok(())
}

/// A payment that succeeds, for the webhook: the order and the transaction.
async fn pay(client: &Client, own_id: &str) -> Result<(String, String), Box<dyn Error>> {
    let amount = OrderAmount { value: Money::from_rupees(100), currency: Currency::Inr };
    let order = CreatePaymentOrder::builder().order_id(own_id).amount(amount).build();
    let order_id =
        order.send(client).await?.into_payload()?.order_id.ok_or("the response has no order id")?;
    let paid_by =
        PaymentDetail::builder().payment_mode(PaymentMode::NetBanking).bank_code("TEST").build();
    let payment = SubmitPayment::builder().order_id(&*order_id).payment_detail(paid_by).build();
    let submitted = payment.send(client).await?.into_payload()?;
    let transaction_id = submitted.get(assumed::TRANSACTION_ID).and_then(Json::as_str);
    Ok((order_id, transaction_id.ok_or("the response has no transaction id")?.to_owned()))
}
