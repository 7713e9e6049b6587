//! Points for one person.

use enkash_core::{JsonMap, Lenient, Violations, endpoint, model};

use super::LOYALTY as PRODUCT;

/// Allocates reward points to a person or takes them back. A new person and a new card are created.
///
/// [`AllocateIncentivePoints`] has the same path, so the server may send the response of either.
///
/// # Examples
///
/// `client` is that of the [crate's example](crate#using-an-endpoint). It calls the sandbox, which
/// makes up the data of its responses.
///
/// ```
/// use enkash_endpoints::Outcome;
/// use enkash_endpoints::loyalty::{
///     AllocateRewardPoints,
///     models::{AllocationCode, AllocationDirection, AllocationType},
/// };
/// # use enkash_endpoints::loyalty::LOYALTY;
/// # mod support { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/support/mod.rs")); }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let sandbox = enkash_sandbox::Sandbox::start().await?;
/// # let client = support::client(&sandbox, &LOYALTY)?;
/// let request = AllocateRewardPoints::builder()
///     .company_id("CEK0000001")
///     .card_account_id("CAC0000001")
///     .transaction_code(AllocationCode::Allocation)
///     .transaction_type(AllocationDirection::Cr)
///     .r#type(AllocationType::AllocatePoint)
///     .email("person@example.com")
///     .mobile("0000000000")
///     .title("Ms")
///     .first_name("Example")
///     .gender("F")
///     .load_amount(12.5)
///     .unique_reference_number("REF0001")
///     .build();
/// match request.send(&client).await {
///     Ok(reply) => {
///         let booked = reply.into_payload()?;
///         println!("{:?}, balance {:?}", booked.enkash_card_txn_id, booked.otb_balance);
///     }
///     // The points may be allocated: get the account before you send it again.
///     Err(error) if error.outcome() == Outcome::Unknown => println!("unknown: {error}"),
///     // `NotSent` or `Refused`: correct the cause and send it again. `Performed`: do not.
///     Err(error) => return Err(error.into()),
/// }
/// # Ok(())
/// # }
/// ```
///
/// # Gaps in the API reference
///
/// The page and its guide contradict each other: the example of the guide sends the reference as
/// `uniqueReferenceNum`, and accepts a card's id in place of the account and the person. This
/// declaration follows the table of the page. The response is documented in part.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/create-allocate-points",
    response = PointsAllocation,
    validate = Self::check,
    docs = "https://docs.enkash.com/project-616243/api-9796905"
)]
pub struct AllocateRewardPoints {
    /// The company at EnKash.
    pub company_id: String,
    /// The reward account.
    pub card_account_id: String,
    /// The kind of booking.
    pub transaction_code: AllocationCode,
    /// Whether points are given or taken back.
    pub transaction_type: AllocationDirection,
    /// The same again; it has to match the direction.
    pub r#type: AllocationType,
    /// The person's e-mail address.
    #[sensitive]
    pub email: String,
    /// The person's mobile number.
    #[sensitive]
    pub mobile: String,
    /// The person's title: Mr, Mrs or Ms.
    #[sensitive]
    pub title: String,
    /// The person's first name.
    #[sensitive]
    pub first_name: String,
    /// The person's gender: M or F.
    #[sensitive]
    pub gender: String,
    /// How many points to move.
    pub load_amount: f64,
    /// The caller's own reference of the booking.
    pub unique_reference_number: String,
    /// The person's card, if there is one; only the guide has this field.
    pub enkash_card_id: Option<String>,
}

impl AllocateRewardPoints {
    /// The guide documents two pairs of direction and type.
    fn check(&self, found: &mut Violations) {
        use AllocationDirection::{Cr, Dr};
        use AllocationType::{AllocatePoint, UnallocatePoint};
        match (&self.transaction_type, &self.r#type) {
            (Cr, UnallocatePoint) => {
                found.add("type", "be ALLOCATE_POINT where points are given (CR)")
            }
            (Dr, AllocatePoint) => {
                found.add("type", "be UNALLOCATE_POINT where points are taken back (DR)")
            }
            _ => {}
        }
    }
}

/// The kind of a points transaction.
#[model]
pub enum AllocationCode {
    /// Points are moved between the account and a card.
    Allocation,
}

/// The direction of points.
#[model]
pub enum AllocationDirection {
    /// To the person, with [`AllocationType::AllocatePoint`].
    Cr,
    /// Back from the person, with [`AllocationType::UnallocatePoint`].
    Dr,
}

/// The type of a points transaction.
#[model]
pub enum AllocationType {
    /// They are given.
    AllocatePoint,
    /// They are taken back.
    UnallocatePoint,
}

/// Allocates incentive points to a channel partner. A new person and a new card are created.
///
/// [`AllocateRewardPoints`] has the same path, so the server may send the response of either.
///
/// For a complete example see [`AllocateRewardPoints`](AllocateRewardPoints#examples).
///
/// # Gaps in the API reference
///
/// The guide (`doc-1039496`) names another path, `/api/v0/partner/enKashCard/points/allocate`. This
/// declaration follows the page. The response is documented in part.
#[endpoint(
    POST,
    "/api/v0/partner/enKashCard/create-allocate-points",
    response = PointsAllocation,
    docs = "https://docs.enkash.com/api-9796911"
)]
pub struct AllocateIncentivePoints {
    /// The company at EnKash.
    pub company_id: String,
    /// The incentive account.
    pub card_account_id: String,
    /// The kind of booking; the page shows only `ALLOCATION`.
    pub transaction_code: String,
    /// `CR` gives points, `DR` takes them back.
    pub transaction_type: String,
    /// The type; the page shows only `ALLOCATE_POINT`.
    pub r#type: String,
    /// The person's e-mail address.
    #[sensitive]
    pub email: String,
    /// The person's mobile number.
    #[sensitive]
    pub mobile: String,
    /// The person's title: Mr, Mrs or Ms.
    #[sensitive]
    pub title: String,
    /// The person's first name.
    #[sensitive]
    pub first_name: String,
    /// The person's gender: M or F.
    #[sensitive]
    pub gender: String,
    /// How many points to move.
    pub load_amount: f64,
    /// The caller's own reference of the booking.
    pub unique_reference_number: String,
}

/// Points that were booked, and the card that they are on.
#[model]
pub struct PointsAllocation {
    /// The card that holds the points.
    pub en_kash_card_id: Option<String>,
    /// The person at EnKash.
    pub user_id: Option<String>,
    /// The account that the card belongs to.
    pub card_account_id: Option<String>,
    /// The person's e-mail address.
    #[sensitive]
    pub email: Option<String>,
    /// The person's mobile number.
    #[sensitive]
    pub mobile: Option<String>,
    /// The person's title.
    #[sensitive]
    pub title: Option<String>,
    /// The person's first name.
    #[sensitive]
    pub first_name: Option<String>,
    /// The person's gender.
    #[sensitive]
    pub gender: Option<String>,
    /// The card's token.
    #[sensitive]
    pub token: Option<String>,
    /// The card's number with most digits hidden.
    #[sensitive]
    pub masked_number: Option<String>,
    /// EnKash's id of the booking.
    pub enkash_card_txn_id: Option<String>,
    /// The caller's reference again; compare it with the one that was sent.
    pub pg_reference_number: Option<String>,
    /// The card's balance that can be redeemed.
    pub otb_balance: Option<Lenient<f64>>,
    /// Fields that the API reference does not document.
    #[extra]
    pub more: JsonMap,
}
