//! Several processes with one account, and a store that they share: real processes, a real Redis,
//! and a token server that counts. Where `redis-server` is not installed, the tests about it print
//! that and pass.

mod file;
mod fleet;
mod redis_server;

mod failures;
mod figures;
mod outages;
mod sharing;
mod store;
