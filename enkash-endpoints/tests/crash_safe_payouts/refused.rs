//! What the program does not do with a ledger.

use std::process::Command;

use rusqlite::Connection;

use crate::platform::{Platform, TRANSFER};
use crate::program::Program;

const PAYMENTS: &str = "payment,vpa,amount,remark\nRENT-1,payee@testbank,10.50,Rent\n";

/// What the program complains of.
fn complaint(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(!output.status.success());
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn a_ledger_has_one_process_one_account_and_payments_that_do_not_change() {
    let platform = Platform::start();
    let program = Program::new("refused");
    let sandbox = &platform.sandbox;
    assert!(
        program.command_for(&program.file(PAYMENTS), sandbox).output().unwrap().status.success()
    );

    let mut elsewhere = program.command_for(&program.file(PAYMENTS), sandbox);
    let error = complaint(elsewhere.env("ENKASH_BASE_URL", "http://127.0.0.1:9/payouts"));
    assert!(
        error.contains("the ledger belongs to client ") && error.contains(" at http://127.0.0.1:9"),
        "{error}"
    );

    let mut of_another = program.command_for(&program.file(PAYMENTS), sandbox);
    let error = complaint(of_another.env("ENKASH_CLIENT_ID", "ANOTHER-CLIENT"));
    assert!(error.contains("not to client ANOTHER-CLIENT"), "{error}");

    for (change, to) in [("10.50", "11.50"), ("payee@", "other@"), (",Rent", ",Deposit")] {
        let error = complaint(
            &mut program.command_for(&program.file(&PAYMENTS.replace(change, to)), sandbox),
        );
        assert!(
            error.contains("RENT-1 is in the ledger with another payee, amount or remark"),
            "{error}"
        );
    }

    // One row that cannot be paid keeps the others out of the ledger.
    let with_a_wrong_one =
        format!("{PAYMENTS}RENT-2,payee@testbank,10,Rent\nRENT-3,payee@testbank,0.50,Rent\n");
    let error = complaint(&mut program.command_for(&program.file(&with_a_wrong_one), sandbox));
    assert!(error.contains("payment RENT-3: ") && error.contains("`transferAmount`"), "{error}");
    assert_eq!(program.ledger(), [("RENT-1".to_owned(), "paid".to_owned())]);

    let other = Connection::open(program.ledger_path()).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let error = complaint(&mut program.command_for(&program.file(PAYMENTS), sandbox));
    assert!(error.contains("perhaps another process uses it"), "{error}");

    let transfers = sandbox
        .journal()
        .iter()
        .filter(|entry| entry.operation.as_deref() == Some(TRANSFER))
        .count();
    assert_eq!(transfers, 1);
}
