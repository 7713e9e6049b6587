//! All that a call and its errors print.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};

use enkash_core::{Call, Client, Endpoint, Error, PendingCall};

use super::planted::NOTE;

/// All that was printed, and the kinds of errors among it.
#[derive(Default)]
pub(super) struct Printed {
    pub(super) text: String,
    pub(super) kinds: BTreeSet<String>,
}

impl Printed {
    pub(super) fn debug(&mut self, thing: &impl Debug) {
        write!(self.text, "{thing:?}\n{thing:#?}\n").unwrap();
    }

    pub(super) fn error(&mut self, error: &Error) {
        self.kinds.insert(match error {
            Error::Transport(error) => format!("transport {:?}", error.kind()),
            Error::Auth(error) => format!("auth {:?}", error.kind()),
            other => other.kind().to_string(),
        });
        self.chain(error);
        for violation in error.violations().into_iter().flatten() {
            writeln!(self.text, "{violation} {violation:?}").unwrap();
        }
        if let Error::Auth(error) = error {
            self.debug(error);
            error.request_error().into_iter().for_each(|cause| self.chain(cause));
        }
    }

    pub(super) fn chain(&mut self, error: &dyn std::error::Error) {
        let mut next = Some(error);
        while let Some(error) = next {
            write!(self.text, "{error}\n{error:?}\n{error:#?}\n").unwrap();
            next = error.source();
        }
    }

    pub(super) async fn call<R: enkash_core::Payload + Debug>(&mut self, sending: PendingCall<R>) {
        self.debug(&sending);
        match sending.await {
            Ok(reply) => {
                self.debug(&reply);
                // The payload's own type hides what was declared sensitive in it.
                if let Some(error) = reply.into_payload().err() {
                    self.error(&error);
                }
            }
            Err(error) => self.error(&error),
        }
    }

    /// Sends a request, and prints all that there is of it.
    pub(super) async fn play<E: Endpoint<Response: Debug> + Debug>(
        &mut self,
        request: &E,
        client: &Client,
    ) {
        self.debug(request);
        match client.prepare(request) {
            Ok(prepared) => self.debug(&prepared),
            Err(error) => self.error(&error),
        }
        let call = Call::new(request).header("X-Own", NOTE);
        self.debug(&call);
        self.call(call.send(client)).await;
    }
}
