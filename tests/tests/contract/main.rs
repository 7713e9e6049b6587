//! The repository's statements about itself: the declarations against the
//! catalogue, the README's table and the products' pages against the declarations, the pages
//! against each other.
#![allow(missing_docs, clippy::unwrap_used, reason = "what fails here fails the test")]

mod catalogue;
mod product_pages;
mod readme;
