//! Bharat Connect for Business: invoices, purchase orders and payments between companies.
