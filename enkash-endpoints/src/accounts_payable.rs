//! Accounts payable: vendors and what is owed to them.
