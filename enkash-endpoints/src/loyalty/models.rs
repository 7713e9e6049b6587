//! The types of requests and replies.

pub use super::account::{PrimaryRewardCard, RewardAccount};
pub use super::allocation::{
    AllocationCode, AllocationDirection, AllocationType, PointsAllocation,
};
pub use super::bulk::{BulkAllocation, BulkAllocationEntry, BulkAllocationResult};
pub use super::cart::{
    CartItemChange, CartItemChanges, RewardCart, RewardCartItem, RewardCartItems,
};
pub use super::coin::CoinEvent;
pub use super::order::{RewardOrder, RewardVoucher};
pub use super::product::{RewardProduct, RewardProductConfig, RewardProductImages};
pub use super::token::RewardToken;
pub use crate::models::GrantType;
