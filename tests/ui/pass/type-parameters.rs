//! Type parameters, constants and where clauses.
use std::fmt::Debug;

use enkash_core::{endpoint, model};

#[model]
pub struct Page<T, U = u32>
where
    U: Debug,
{
    pub rows: Vec<T>,
    pub first: Option<U>,
}

#[endpoint(POST, "/api/v0/<kind>/<customerId>")]
pub struct Update<'a, K: Debug, T, const N: usize>
where
    T: Clone + 'a,
{
    pub kind: K,
    pub customer_id: &'a str,
    #[query]
    pub page: Option<K>,
    pub content: T,
    #[header("X-Hint")]
    pub hint: Vec<K>,
}

fn main() {
    let request = Update::<_, _, 3>::builder()
        .kind(1_u8)
        .customer_id("KC0123456789ABCD")
        .page(2)
        .content("text".to_owned())
        .hint([])
        .build();
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"content":"text"}"#);
    let page: Page<u8> = serde_json::from_str(r#"{"rows":[1,2]}"#).unwrap();
    assert_eq!(page.rows, [1, 2]);
    let page = Page::<u8, u8>::builder().rows([]).first(1).build();
    assert_eq!(page.first, Some(1));
}
