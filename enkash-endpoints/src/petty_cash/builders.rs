//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::GetPettyCashAccountBuilder;
pub use super::account::PettyCashAccountBuilder;
pub use super::account::PettyCashCardBuilder;
pub use super::token::GeneratePettyCashTokenBuilder;
pub use super::token::PettyCashTokenBuilder;
pub use super::user::GetPettyCashUserBuilder;
pub use super::user::GetPettyCashUserHandleBuilder;
pub use super::user::PettyCashUserHandleBuilder;
pub use super::user::PettyCashUserHandleListBuilder;
