//! Wallets, which share the cards' paths on a host of their own.
