//! What sets the payment gateway apart.

/// Whether a product is part of the payment gateway, which has tokens and times of its own form.
pub(crate) fn is_gateway(product: &str) -> bool {
    product.starts_with("payment-gateway")
}
