//! The values that are planted, and requests that carry them.

use enkash_core::{Json, JsonMap, Money, Patch, endpoint, model, pattern};
use enkash_endpoints::accounts_receivable::ACCOUNTS_RECEIVABLE as PRODUCT;
use enkash_endpoints::cards::CARDS;
use enkash_endpoints::payment_gateway::PAYMENT_GATEWAY;
use enkash_endpoints::payouts::PAYOUTS;

pub(super) const USERNAME: &str = "planted.user+1@example.com";
pub(super) const PASSWORD: &str = "pl4nted p@ss/w\u{f6}rd&=1";
pub(super) const CLIENT_SECRET: &str = "pl4nted/client+secret?";
pub(super) const ACCESS_KEY: &str = "AKPL4NTED0001XYZ";
pub(super) const SECRET_KEY: &str = "SK-pl4nted-\"secret\"-key";
pub(super) const PARTNER: &str = "PARTNERpl4nted77";
pub(super) const TOKEN: &str = "tok.pl4nted-access_9f3a";
pub(super) const BEARER: &str = "bearer.pl4nted-fixed_77";
pub(super) const PAN: &str = "QWZPK4321F";
pub(super) const MOBILE: &str = "9876501234";
pub(super) const ACCOUNT: &str = "000198765432109";
pub(super) const EMAIL: &str = "pl4nted.person@example.org";
pub(super) const NOTE: &str = "header-pl4nted-note";
pub(super) const NAME: &str = "Pl4nted P\u{f6}rson";
pub(super) const SECRET_AMOUNT: &str = "918273645.46";
/// What only the server sends.
pub(super) const WORDS: &str = "the server's pl4nted words";

/// What leaves in requests and comes back in responses.
pub(super) const PERSONAL: [&str; 6] = [PAN, MOBILE, ACCOUNT, EMAIL, NOTE, NAME];
pub(super) const SECRETS: [&str; 8] =
    [USERNAME, PASSWORD, CLIENT_SECRET, ACCESS_KEY, SECRET_KEY, PARTNER, TOKEN, BEARER];

pub(super) fn values() -> Vec<&'static str> {
    [&PERSONAL[..], &SECRETS[..], &[SECRET_AMOUNT, WORDS]].concat()
}

/// A tax number.
#[pattern(r"^[A-Z]{5}\d{4}[A-Z]$", sensitive)]
pub struct Pan;

/// A telephone's number.
#[pattern(r"^\d{10}$", sensitive)]
pub struct Mobile;

#[model]
pub struct Person {
    #[sensitive]
    pub name: String,
    pub mobile: Option<Mobile>,
    #[sensitive]
    #[length(..=20)]
    pub account_number: Option<String>,
    #[sensitive]
    pub income: Option<Money>,
}

pub(super) fn person() -> Person {
    Person {
        name: NAME.to_owned(),
        mobile: Some(Mobile::new(MOBILE).unwrap()),
        account_number: Some(ACCOUNT.to_owned()),
        income: Some(SECRET_AMOUNT.parse().unwrap()),
    }
}

macro_rules! checks {
    ($($name:ident $product:ident)*) => {$(
        /// One check of a person, with values in every place.
        #[endpoint(POST, "/api/v0/<accountNumber>/check/<pan>", product = $product, response = Vec<Person>)]
        pub struct $name {
            #[sensitive]
            pub account_number: String,
            pub pan: Pan,
            #[query]
            #[sensitive]
            pub email: String,
            #[query]
            pub mobile: Vec<Mobile>,
            #[header("X-Note")]
            #[sensitive]
            pub note: Option<String>,
            pub person: Person,
            pub others: Vec<Person>,
            #[sensitive]
            pub nickname: Patch<String>,
            #[sensitive]
            #[extra]
            pub more: JsonMap,
        }

        impl $name {
            pub(super) fn new() -> Self {
                $name {
                    account_number: ACCOUNT.to_owned(),
                    pan: Pan::new(PAN).unwrap(),
                    email: EMAIL.to_owned(),
                    mobile: vec![Mobile::new(MOBILE).unwrap(); 2],
                    note: Some(NOTE.to_owned()),
                    person: person(),
                    others: vec![person(), person()],
                    nickname: Patch::Value(NAME.to_owned()),
                    more: JsonMap::from_iter([("comment".to_owned(), Json::from(NAME))]),
                }
            }
        }
    )*};
}

checks! { CheckPlain PRODUCT CheckEncrypted PAYOUTS CheckPaid PAYMENT_GATEWAY CheckCard CARDS }

/// A request that breaks rules, with the values in the broken places.
#[endpoint(POST, "/api/v0/broken/<accountNumber>", response = Json)]
pub struct Broken {
    #[sensitive]
    #[length(..=3)]
    pub account_number: String,
    #[query]
    #[sensitive]
    #[pattern("^x$")]
    pub email: String,
    #[sensitive]
    #[pattern("^x$")]
    pub names: Vec<String>,
    #[sensitive]
    #[range(..=5)]
    #[decimals(1)]
    pub amount: Money,
    pub person: Person,
}
