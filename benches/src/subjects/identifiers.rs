//! Three identifiers, checked by enkash, by two regex engines, and by hand.

use std::sync::LazyLock;

use enkash_core::Identifier;
use enkash_core::pattern;
pub use enkash_endpoints::ids::{CustomerId, Ifsc};

/// The number of a taxpayer, or what looks like one.
#[pattern("^[A-Z]{5}[0-9]{4}[A-Z]$")]
pub struct Pan;

/// What is checked: the pattern, and a check by hand.
pub trait Checked: Identifier {
    /// The same without a pattern.
    fn by_hand(text: &[u8]) -> bool;
}

impl Checked for Pan {
    fn by_hand(text: &[u8]) -> bool {
        text.len() == 10
            && text[..5].iter().all(u8::is_ascii_uppercase)
            && text[5..9].iter().all(u8::is_ascii_digit)
            && text[9].is_ascii_uppercase()
    }
}

impl Checked for Ifsc {
    fn by_hand(text: &[u8]) -> bool {
        text.len() == 11
            && text[..4].iter().all(u8::is_ascii_uppercase)
            && text[4] == b'0'
            && text[5..].iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    }
}

impl Checked for CustomerId {
    fn by_hand(text: &[u8]) -> bool {
        text.len() == 16
            && text.starts_with(b"KC")
            && text[2..].iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    }
}

/// The same pattern for the two engines, made when they are first used.
pub struct Engines {
    pub regex: LazyLock<regex::Regex>,
    pub regex_lite: LazyLock<regex_lite::Regex>,
}

macro_rules! engines {
    ($($name:ident: $pattern:literal),*) => {$(
        #[doc = concat!("`", $pattern, "`")]
        pub static $name: Engines = Engines {
            regex: LazyLock::new(|| regex::Regex::new($pattern).expect("the pattern is right")),
            regex_lite: LazyLock::new(|| regex_lite::Regex::new($pattern).expect("the pattern is right")),
        };
    )*};
}

engines! {
    PAN: "^[A-Z]{5}[0-9]{4}[A-Z]$",
    IFSC: "^[A-Z]{4}0[A-Z0-9]{6}$",
    CUSTOMER_ID: "^KC[A-Z0-9]{14}$"
}
