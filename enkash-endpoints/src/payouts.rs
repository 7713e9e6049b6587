//! Money transfers to beneficiaries.
