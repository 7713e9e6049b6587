//! Prepaid and gift cards.
