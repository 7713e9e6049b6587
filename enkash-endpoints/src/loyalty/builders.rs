//! The builders of the structs of this product. `builder()` of the struct begins one.

pub use super::account::{GetRewardAccountBuilder, PrimaryRewardCardBuilder, RewardAccountBuilder};
pub use super::allocation::{
    AllocateIncentivePointsBuilder, AllocateRewardPointsBuilder, PointsAllocationBuilder,
};
pub use super::bulk::{
    BulkAllocateRewardPointsBuilder, BulkAllocationBuilder, BulkAllocationEntryBuilder,
    BulkAllocationResultBuilder,
};
pub use super::cart::{
    AddToRewardCartBuilder, CartItemChangeBuilder, CartItemChangesBuilder, GetRewardCartBuilder,
    RewardCartBuilder, RewardCartItemBuilder, RewardCartItemsBuilder, UpdateRewardCartBuilder,
};
pub use super::coin::{
    AllocateCoinsBuilder, CoinEventBuilder, CreateCoinEventBuilder, GetCoinBalanceBuilder,
    GetCoinEventBuilder, UpdateCoinEventBuilder,
};
pub use super::order::{
    CreateRewardOrderBuilder, FetchRewardOrderBuilder, RewardOrderBuilder, RewardVoucherBuilder,
    SearchRewardOrdersBuilder,
};
pub use super::product::{
    GetRewardProductConfigsBuilder, RewardProductBuilder, RewardProductConfigBuilder,
    RewardProductImagesBuilder,
};
pub use super::token::{
    CreateRewardSsoTokenBuilder, GenerateRedemptionTokenBuilder, GenerateRewardTokenBuilder,
    RewardTokenBuilder,
};
pub use super::user::{GetIncentiveUserBuilder, GetRewardUserCardBuilder, ListRewardUsersBuilder};
