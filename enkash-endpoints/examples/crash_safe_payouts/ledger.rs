//! The ledger: one row per payment, in SQLite. Every function that changes it returns after the
//! change is on disk.

use std::error::Error;
use std::path::Path;

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, TransactionBehavior, params};

use super::payment::Payment;
use super::verdict::{State, Verdict};

/// How long a doubtful transfer is sent again. The API reference does not say how long EnKash
/// remembers an id; beyond this time a person has to look: a day. With `0` in place of the
/// condition nothing in doubt is ever sent again. A first attempt in the future is one of a clock
/// that was wrong, which proves no age.
const MAY_BE_RESENT: &str = "first_sent BETWEEN unixepoch() - 24 * 60 * 60 AND unixepoch()";

/// A commit returns when it is on disk, so that a power failure does not undo it. The lock lasts as
/// long as the process: a second one that sends from the same ledger would take the first one's
/// attempts for crashed ones.
const DURABLE_AND_LOCKED: &str = "
    PRAGMA synchronous = EXTRA;
    PRAGMA fullfsync = ON;
    PRAGMA locking_mode = EXCLUSIVE;";

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS account (base_url TEXT NOT NULL, client_id TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS transfer (
        id         TEXT PRIMARY KEY,
        vpa        TEXT NOT NULL,
        amount     TEXT NOT NULL,
        remark     TEXT NOT NULL,
        state      TEXT NOT NULL DEFAULT 'planned',
        attempts   INTEGER NOT NULL DEFAULT 0,
        first_sent INTEGER, -- when the first attempt began that may have arrived, in seconds since 1970
        enkash_id  TEXT,
        note       TEXT NOT NULL DEFAULT ''
    ) STRICT;";

pub(crate) struct Ledger {
    database: Connection,
}

/// A row of the ledger.
#[derive(Debug)]
pub(crate) struct Transfer {
    pub(crate) payment: Payment,
    pub(crate) state: State,
    pub(crate) attempts: u32,
    pub(crate) enkash_id: Option<String>,
    pub(crate) note: String,
}

impl Ledger {
    /// Opens the ledger for this process alone, until the process ends, however it ends.
    ///
    /// What was being sent when the last process died is doubtful from now on.
    pub(crate) fn open(
        path: &Path,
        base_url: &str,
        client_id: &str,
    ) -> Result<Self, Box<dyn Error>> {
        let unusable = |error| {
            format!("cannot open {}, perhaps another process uses it: {error}", path.display())
        };
        let mut database = Connection::open(path).map_err(unusable)?;
        database.execute_batch(DURABLE_AND_LOCKED).map_err(unusable)?;
        let change =
            database.transaction_with_behavior(TransactionBehavior::Exclusive).map_err(unusable)?;
        change.execute_batch(SCHEMA)?;
        // Another platform, and perhaps another account, knows none of the ids: what is doubtful
        // here would be paid there.
        change.execute(
            "INSERT INTO account SELECT ?1, ?2 WHERE NOT EXISTS (SELECT * FROM account)",
            [base_url, client_id],
        )?;
        let known: (String, String) =
            change.query_row("SELECT base_url, client_id FROM account", [], |row| {
                Ok((row.get("base_url")?, row.get("client_id")?))
            })?;
        if (known.0.as_str(), known.1.as_str()) != (base_url, client_id) {
            return Err(format!(
                "the ledger belongs to client {} at {}, not to client {client_id} at {base_url}",
                known.1, known.0
            )
            .into());
        }
        change.execute(
            "UPDATE transfer SET state = 'doubtful', note = 'the program died during the attempt'
             WHERE state = 'sending'",
            [],
        )?;
        change.commit()?;
        Ok(Ledger { database })
    }

    /// Adds the payments that are not in the ledger yet: all of them, or none.
    pub(crate) fn add(&mut self, payments: &[Payment]) -> Result<(), Box<dyn Error>> {
        let change = self.database.transaction()?;
        for payment in payments {
            let Payment { id, vpa, amount, remark } = payment;
            change.execute(
                "INSERT INTO transfer (id, vpa, amount, remark) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING",
                [id, vpa, amount, remark],
            )?;
            let known =
                change.query_row("SELECT * FROM transfer WHERE id = ?1", [id], read)?.payment;
            // Also finds an id that the file has twice, for different payments.
            if known != *payment {
                return Err(format!(
                    "payment {id} is in the ledger with another payee, amount or remark"
                )
                .into());
            }
        }
        Ok(change.commit()?)
    }

    /// The transfers to send: first those in doubt, which get a response from EnKash in this way,
    /// then new ones.
    pub(crate) fn to_send(&self) -> Result<Vec<Transfer>, rusqlite::Error> {
        self.select(&format!(
            "WHERE state = 'planned' OR state = 'doubtful' AND {MAY_BE_RESENT} ORDER BY state = 'planned', rowid"
        ))
    }

    /// Every transfer.
    pub(crate) fn transfers(&self) -> Result<Vec<Transfer>, rusqlite::Error> {
        self.select("ORDER BY rowid")
    }

    /// Writes that an attempt begins. Nothing may be sent before this has returned.
    pub(crate) fn begin(&self, id: &str) -> Result<(), Box<dyn Error>> {
        let changed = self.database.execute(
            &format!(
                "UPDATE transfer
                 SET state = CASE state WHEN 'planned' THEN 'sending' ELSE state END,
                     attempts = attempts + 1, first_sent = COALESCE(first_sent, unixepoch())
                 WHERE id = ?1 AND (state = 'planned' OR state = 'doubtful' AND {MAY_BE_RESENT})"
            ),
            [id],
        )?;
        one(changed, id)
    }

    /// Writes what the attempt has shown. A process that dies before this leaves the transfer in
    /// doubt.
    pub(crate) fn end(&self, id: &str, verdict: &Verdict) -> Result<(), Box<dyn Error>> {
        let changed = self.database.execute(
            "UPDATE transfer
             SET state = ?2, enkash_id = ?3, note = ?4,
                 first_sent = CASE ?2 WHEN 'planned' THEN NULL ELSE first_sent END
             WHERE id = ?1 AND state IN ('sending', 'doubtful')",
            params![id, verdict.state.as_str(), verdict.enkash_id, verdict.note],
        )?;
        one(changed, id)
    }

    fn select(&self, rest: &str) -> Result<Vec<Transfer>, rusqlite::Error> {
        let mut statement = self.database.prepare(&format!("SELECT * FROM transfer {rest}"))?;
        statement.query_map([], read)?.collect()
    }
}

fn one(changed: usize, id: &str) -> Result<(), Box<dyn Error>> {
    if changed == 1 {
        Ok(())
    } else {
        Err(format!("payment {id} is not in the state that it was read in").into())
    }
}

fn read(row: &rusqlite::Row<'_>) -> Result<Transfer, rusqlite::Error> {
    let payment = Payment {
        id: row.get("id")?,
        vpa: row.get("vpa")?,
        amount: row.get("amount")?,
        remark: row.get("remark")?,
    };
    Ok(Transfer {
        payment,
        state: row.get("state")?,
        attempts: row.get("attempts")?,
        enkash_id: row.get("enkash_id")?,
        note: row.get("note")?,
    })
}

impl FromSql for State {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let name = value.as_str()?;
        State::ALL.into_iter().find(|state| state.as_str() == name).ok_or(FromSqlError::InvalidType)
    }
}
