//! The payment gateway: orders, payments, refunds, settlements, QR codes, mandates and virtual accounts.
