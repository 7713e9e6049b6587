//! Accounts payable: vendors and what is owed to them.
//!
//! On the wire a vendor is a beneficiary and a vendor's invoice is a payout; neither is what payouts call so. Of this
//! product three calls are public. The documents name no host, no sign-in and no result codes: give the client a base
//! URL. It signs in with OAuth, as the sister products do.

mod beneficiary;
mod invoice;
mod payment;

pub use beneficiary::*;
pub use invoice::*;
pub use payment::*;
