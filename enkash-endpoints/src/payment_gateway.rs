//! The payment gateway: orders, payments, refunds, settlements, split settlements, QR codes, mandates and virtual accounts.
