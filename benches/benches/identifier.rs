//! Checking an identifier: over and over, and for the first time in a process.

use std::hint::black_box;
use std::process::ExitCode;

use enkash_benches::harness::{self, Counting, Group, Work};
use enkash_benches::subjects::identifiers::{
    CUSTOMER_ID, Checked, CustomerId, IFSC, Ifsc, PAN, Pan,
};
use enkash_core::Identifier;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Expects that a check says what it has to say.
fn expect(accepts: bool, said: bool) {
    assert_eq!(black_box(said), accepts);
}

/// The works over one pattern and one text: a table over and over, and one for the first time.
macro_rules! check {
    ($id:ident, $engines:ident, $text:literal, $accepts:literal, $title:literal) => {{
        fn by_regex() {
            expect($accepts, $engines.regex.is_match(black_box($text)));
        }
        fn by_regex_lite() {
            expect($accepts, $engines.regex_lite.is_match(black_box($text)));
        }
        fn by_enkash() {
            expect($accepts, $id::PATTERN.is_match(black_box($text)));
        }
        fn new() {
            expect($accepts, $id::new(black_box($text)).is_ok());
        }
        fn by_hand() {
            expect($accepts, $id::by_hand(black_box($text).as_bytes()));
        }
        let again = Group {
            title: $title,
            works: const {
                &[
                    Work::new("`regex`", by_regex),
                    Work::new("`regex-lite`", by_regex_lite),
                    Work::new("enkash's pattern", by_enkash),
                    Work::new("enkash, the whole of `new` of the identifier's type", new),
                    Work::new("bytes by hand", by_hand),
                ]
            },
        };
        let first = Group {
            title: concat!($title, ", first use in a process"),
            works: const {
                &[
                    Work::new("`regex`, first use", by_regex).first_use(),
                    Work::new("`regex-lite`, first use", by_regex_lite).first_use(),
                    Work::new("enkash's pattern, first use", by_enkash).first_use(),
                    Work::new("bytes by hand, first use", by_hand).first_use(),
                ]
            },
        };
        (again, first)
    }};
}

fn main() -> ExitCode {
    let (pan, first_pan) = check!(Pan, PAN, "ABCDE1234F", true, "PAN, accepted");
    let (no_pan, _) = check!(Pan, PAN, "ABCDE12345", false, "PAN, refused at its last character");
    let (ifsc, first_ifsc) = check!(Ifsc, IFSC, "HDFC0001234", true, "IFSC, accepted");
    let (no_ifsc, _) =
        check!(Ifsc, IFSC, "HDFC1001234", false, "IFSC, refused at its fifth character");
    let (id, first_id) =
        check!(CustomerId, CUSTOMER_ID, "KC0123456789ABCD", true, "customer's id, accepted");
    let (no_id, _) = check!(
        CustomerId,
        CUSTOMER_ID,
        "KC0123456789ABC",
        false,
        "customer's id, refused as too short"
    );
    harness::main(&[pan, no_pan, ifsc, no_ifsc, id, no_id, first_pan, first_ifsc, first_id])
}
