//! Private and restricted structs and fields.
#![deny(warnings)]
use enkash_core::{Endpoint, Product, endpoint, model, pattern};

const PRODUCT: Product = Product::new("example");

mod inner {
    use super::*;

    #[pattern("^[a-z]+$")]
    pub(super) struct Word;

    #[model]
    pub(in crate::inner) struct Private {
        word: Word,
    }

    #[model]
    pub(crate) struct Shown {
        pub(super) word: Word,
        pub(in crate::inner) other: Option<u8>,
    }

    #[endpoint(POST, "/customer")]
    struct Hidden {
        private: Private,
    }

    #[endpoint(POST, "/customer", response = Shown)]
    pub(super) struct Create {
        pub(super) word: Word,
        shown: Shown,
    }

    pub(super) fn create() -> Create {
        let hidden = Hidden::builder().private(Private { word: Word::from_static("a") }).build();
        let shown = Shown { word: hidden.private.word, other: None };
        assert!(shown.other.is_none());
        Create { word: Word::from_static("b"), shown }
    }
}

#[endpoint(GET, "/customer")]
struct Get {
    page: u32,
}

fn main() {
    assert_eq!(inner::create().word.as_str(), "b");
    assert_eq!(inner::Create::INFO.fields().len(), 2);
    assert_eq!(Get { page: 1 }.page, 1);
}
