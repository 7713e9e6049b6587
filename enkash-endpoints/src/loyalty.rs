//! Rewards, incentives and coins.
