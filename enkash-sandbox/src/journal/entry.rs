//! One line of the journal.

use std::fmt;
use std::time::SystemTime;

use super::effect::Effect;
use super::text::{self, Printable};

/// One request that reached the sandbox.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Entry {
    /// Its number, counted from 1 since the start; the ring forgets entries, never numbers.
    pub number: u64,
    /// When its response was ready, by the sandbox's [`Clock`](crate::Clock).
    pub at: SystemTime,
    /// The product whose base URL it used; empty where it used none.
    pub product: &'static str,
    /// The API reference's `operationId`; `None` for routes that the reference does not have.
    pub operation: Option<String>,
    /// The HTTP method.
    pub method: http::Method,
    /// The path template of the operation, such as `/api/v0/customer/{customerId}`; `None` where
    /// there is none.
    pub route: Option<&'static str>,
    /// The path below the product's base URL.
    pub path: String,
    /// The query, without its question mark; empty where there was none.
    pub query: String,
    /// How many bytes were cut off path, query and ids because they were longer than the journal's
    /// limit.
    pub bytes_cut: usize,
    /// The status of the response; `None` where the connection was cut instead.
    pub status: Option<u16>,
    /// What it changed, in order. Empty for what was refused, read, or done before.
    pub effects: Vec<Effect>,
    /// The fault that was applied, in the form of the header `x-sandbox-fault`.
    pub fault: Option<String>,
    /// The caller's own id of the thing, such as `transactionId`, where the request carried one.
    pub unique: Option<String>,
}

impl Entry {
    /// Cuts whatever the caller chose to at most `limit` bytes and a mark.
    pub(super) fn cut(&mut self, limit: usize) {
        let ids = self.effects.iter_mut().map(|effect| &mut effect.id);
        let own = [&mut self.path, &mut self.query];
        let fields = own.into_iter().chain(self.unique.as_mut()).chain(ids);
        self.bytes_cut += fields.map(|field| text::cut(field, limit)).sum::<usize>();
    }
}

/// One line that shows the path template and the names of the query's parameters, not their values.
/// What the caller wrote is escaped.
impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>5} {:>3} ",
            self.number,
            self.status.map_or("cut".to_owned(), |code| code.to_string())
        )?;
        write!(f, "{:<6} /{}", self.method.as_str(), self.product)?;
        match self.route {
            Some(route) => f.write_str(route)?,
            None => text::write_path(f, &self.path)?,
        }
        text::write_query(f, &self.query)?;
        if let Some(operation) = &self.operation {
            write!(f, "  {operation}")?;
        }
        for effect in &self.effects {
            write!(f, "  [{effect}]")?;
        }
        if let Some(fault) = &self.fault {
            write!(f, "  (fault {})", Printable(fault))?;
        }
        Ok(())
    }
}
