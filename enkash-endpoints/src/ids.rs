//! Identifiers and codes that several products share, each with the pattern that the API reference
//! gives.
//!
//! Where two products document two patterns for the same thing, there are two types: a value that
//! one product takes may be refused by the other.

use enkash_core::pattern;

/// A customer's identifier.
#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

/// A company's identifier, also that of a seller.
#[pattern("^CEK[A-Z0-9]{7}$")]
pub struct CompanyId;

/// A bank account's number. Never printed by `Debug`.
#[pattern("^[A-Za-z0-9]{9,36}$", sensitive)]
pub struct AccountNumber;

/// A bank account's number, or the empty string. Never printed by `Debug`.
#[pattern("^$|^[A-Za-z0-9]{9,36}$", sensitive)]
pub struct AccountNumberOrEmpty;

/// The code of a bank's branch (IFSC), in capitals.
#[pattern("^[A-Z]{4}0[A-Z0-9]{6}$")]
pub struct Ifsc;

/// The code of a bank's branch (IFSC), in letters of either case.
#[pattern("^[A-Za-z]{4}0[A-Z0-9a-z]{6}$")]
pub struct IfscAnyCase;

/// The code of a bank's branch (IFSC) in letters of either case, or the empty string.
#[pattern("^$|^[A-Za-z]{4}0[A-Z0-9a-z]{6}$")]
pub struct IfscOrEmpty;

/// A mobile number of ten digits, without the country's code. Never printed by `Debug`.
#[pattern(r"^\d{10}$", sensitive)]
pub struct Mobile;

/// A telephone number of ten digits, with or without the country's code, or the empty string. Never
/// printed by `Debug`.
#[pattern(r"^$|^((\+|00)(\d{1,3})[\s-]?)?(\d{10})$", sensitive)]
pub struct PhoneNumberOrEmpty;

/// An e-mail address. Never printed by `Debug`.
#[pattern(r"^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}$", sensitive)]
pub struct Email;

/// A one-time password of six digits. Never printed by `Debug`.
#[pattern("^[0-9]{6}$", sensitive)]
pub struct Otp;

/// A UPI address (VPA). Never printed by `Debug`.
#[pattern("^[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+$", sensitive)]
pub struct Vpa;
