#![doc = include_str!("../README.md")]

pub mod assumptions;

mod answer;
mod auth;
mod builder;
mod call;
mod catalogue;
mod check;
mod clock;
mod envelope;
mod faults;
mod flows;
mod ids;
mod initial;
mod journal;
mod reply;
mod routing;
mod seal;
mod server;
mod service;
mod world;

pub use answer::ExampleRequest;
pub use auth::Credentials;
pub use builder::{Sandbox, SandboxBuilder, StartError, TokenForm};
pub use catalogue::Operation;
pub use clock::Clock;
pub use faults::{BadFault, Fault, Faults, RetryAfter, Rule};
pub use initial::{Initial, InitialData};
pub use journal::{Action, Effect, Entry};

/// The company that the initial data and the client id belong to.
const COMPANY_ID: &str = "CEK0SANDBX";
