//! What an identifier can do.
use std::collections::{BTreeSet, HashSet};

use enkash_core::{InvalidIdentifier, pattern};

#[pattern("^KC[A-Z0-9]{14}$")]
pub struct CustomerId;

#[pattern(r"^\d{16}$", sensitive)]
struct CardNumber;

#[pattern("[a-z]+", crate = ::enkash_core)]
#[allow(dead_code)]
pub(crate) struct Word;

const ID: CustomerId = CustomerId::from_static("KC0123456789ABCD");
static OTHER: CustomerId = CustomerId::from_static("KC0123456789ABCE");

fn main() -> Result<(), InvalidIdentifier> {
    let id = CustomerId::new("KC0123456789ABCD")?;
    assert_eq!(id, ID);
    assert_eq!("KC0123456789ABCD".parse::<CustomerId>()?, ID);
    assert_eq!(CustomerId::try_from("KC0123456789ABCD")?, ID);
    assert_eq!(CustomerId::try_from(String::from("KC0123456789ABCD"))?, ID);
    assert!(CustomerId::new("x").is_err());
    assert_eq!((id.as_str(), id.as_ref(), id.to_string()), ("KC0123456789ABCD", "KC0123456789ABCD", ID.to_string()));
    assert!(ID < OTHER);
    assert_eq!(HashSet::from([ID, id.clone()]).len(), 1);
    assert_eq!(BTreeSet::from([ID, OTHER.clone()]).len(), 2);
    assert_eq!(serde_json::from_str::<CustomerId>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
    assert!(serde_json::from_str::<CustomerId>("\"KC\"").is_err());
    assert_eq!(format!("{:?}", CardNumber::new("4111111111111111")?), "***");
    Ok(())
}
