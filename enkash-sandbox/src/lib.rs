#![doc = include_str!("../README.md")]

// Each module uses only those before it: assumptions, catalogue, faults, journal → exchange →
// sample, validation → state → flows, response → server → sandbox.

pub mod assumptions;

mod catalogue;
mod exchange;
mod faults;
mod flows;
mod journal;
mod response;
mod sample;
mod sandbox;
mod server;
mod state;
mod validation;

pub use catalogue::Operation;
pub use faults::{BadFault, Fault, FaultRule, Faults, RetryAfter};
pub use journal::{Action, Effect, Entry};
pub use sample::ExampleRequest;
pub use sandbox::{Sandbox, SandboxBuilder, StartError};
pub use state::{Clock, Credentials, Initial, InitialData, TokenForm};
