//! Declarations that a `macro_rules!` makes of fragments.
use enkash_core::{Endpoint, Product, endpoint, model, pattern};

const PRODUCT: Product = Product::new("example");

macro_rules! declare {
    (
        $(#[$attribute:meta])*
        $vis:vis $name:ident, $id:ident, $status:ident($($variant:ident)*), $method:ident $template:literal -> $response:ty,
        $product:path, $pattern:literal, $unique:ident, { $($field:ident: $ty:ty,)* }
    ) => {
        #[pattern($pattern)]
        $vis struct $id;

        #[model]
        $vis enum $status { $($variant,)* }

        $(#[$attribute])*
        #[endpoint($method, $template, response = $response, product = $product, unique = $unique)]
        $vis struct $name {
            #[rename("reference")]
            $unique: String,
            own: Option<$id>,
            $($field: $ty,)*
            state: $status,
        }

        impl $name {
            fn info() -> &'static enkash_core::EndpointInfo {
                <Self as Endpoint>::INFO
            }
        }
    };
}

declare! {
    /// Creates a transfer.
    pub(crate) Transfer, TransferId, State(Open Closed), POST "/api/v0/transfer/<company>" -> Vec<String>,
    self::PRODUCT, "^T[0-9]{5}$", transaction_id, { company: String, amount: Option<u64>, tags: Option<Vec<String>>, }
}

macro_rules! limited {
    ($name:ident, $most:literal, $fewest:expr) => {
        #[model]
        pub struct $name {
            #[length(1..=$most)]
            #[items($fewest..=$most)]
            pub lines: Vec<String>,
        }
    };
}

limited!(Limited, 3, 1);

fn main() {
    assert_eq!(Limited { lines: Vec::new() }.lines.len(), 0);

    let request = Transfer::builder()
        .transaction_id("1")
        .own(TransferId::from_static("T12345"))
        .company("C")
        .amount(5)
        .state(State::Open)
        .build();
    assert!(request.tags.is_none() && request.own.is_some());
    assert_eq!(Transfer::info().unique(), Some("transaction_id"));
    assert_eq!(Transfer::info().product(), &PRODUCT);
    assert!(matches!(State::Closed, State::Closed));
    assert_eq!((&request.company[..], request.amount, &request.state), ("C", Some(5), &State::Open));
}
