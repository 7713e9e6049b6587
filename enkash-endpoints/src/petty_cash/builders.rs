//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::{GetPettyCashAccountBuilder, PettyCashAccountBuilder, PettyCashCardBuilder};
pub use super::token::{GeneratePettyCashTokenBuilder, PettyCashTokenBuilder};
pub use super::user::{
    GetPettyCashUserBuilder, GetPettyCashUserHandleBuilder, PettyCashUserHandleBuilder,
    PettyCashUserHandleListBuilder,
};
