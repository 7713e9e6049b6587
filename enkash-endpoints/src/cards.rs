//! Prepaid and gift cards.
//!
//! A partner issues cards in a company's card account, loads, limits, blocks and replaces them, and reads what became
//! of a load. A card must not be treated as active before its holder has accepted the latest terms and has at least
//! the minimum KYC.
//!
//! The pages that send a one-time password to a card's holder and that read a card call the host of the wallets. They
//! are `GenerateCardOtp` and `GetCardDetails` in the module `wallet`.
//!
//! The guides ask for encrypted bodies, but the page that says how is not public; bodies travel plain, as the samples
//! show them.

mod account;
mod control;
mod create;
mod limits;
mod load;
mod token;
mod transaction;
mod webhooks;

pub use account::*;
pub use control::*;
pub use create::*;
pub use limits::*;
pub use load::*;
pub use token::*;
pub use transaction::*;
pub use webhooks::*;
