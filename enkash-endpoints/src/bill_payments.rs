//! Utility bills over the Bharat Bill Payment System.
