//! Orders.

use enkash_core::{AsText, Empty, endpoint, model};
use uuid::Uuid;

use super::ORDERS as PRODUCT;

/// The id of an order.
pub type OrderId = AsText<Uuid>;

/// An order.
#[model]
#[derive(PartialEq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// What it costs, in cents.
    pub amount: Option<i64>,
    /// Its status, such as `open`.
    pub state: Option<String>,
}

/// Creates an order.
#[endpoint(POST, "/v2/orders", response = Order, unique = reference)]
pub struct CreateOrder {
    /// The caller's own id of the order, which Acme takes once.
    #[length(1..=40)]
    pub reference: String,
    /// What it costs, in cents.
    #[range(1..=1_000_000)]
    pub amount: i64,
    /// A note for the customer.
    #[length(..=200)]
    pub note: Option<String>,
}

/// Reads an order.
#[endpoint(GET, "/v2/orders/<orderId>", response = Order)]
pub struct GetOrder {
    /// The order.
    pub order_id: OrderId,
}

/// Lists orders, the latest first.
#[endpoint(GET, "/v2/orders", response = Vec<Order>)]
pub struct ListOrders {
    /// The states to list; all of them if empty.
    #[query]
    #[rename("state")]
    pub states: Vec<String>,
    /// How many, 50 by default.
    #[query]
    #[range(1..=100)]
    pub limit: Option<u32>,
}

/// Cancels an order, also one that is cancelled already.
#[endpoint(DELETE, "/v2/orders/<orderId>", response = Empty, idempotent = true)]
pub struct CancelOrder {
    /// The order.
    pub order_id: OrderId,
}
