//! What the declarations of EnKash's API mark as sensitive.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::path::Path;

use enkash_core::{Json, JsonMap};
use enkash_endpoints::bharat_connect::models::RegB2bId;
use enkash_endpoints::bharat_connect::webhooks::FoundB2bId;
use enkash_endpoints::bill_payments::models::PaymentStatus;
use enkash_endpoints::cards::webhooks::CardTransactionDetails;
use enkash_endpoints::payouts::models::WebhookData;
use enkash_endpoints::{ErrorType, payouts};
use enkash_tests::leak_check::find;
use serde::de::DeserializeOwned;
use serde_json::json;

const PLANTED: &str = "pl4nted-value";

/// Every field of a struct, filled with the planted value.
fn filled<T: DeserializeOwned>(fields: &[&str]) -> T {
    let members: JsonMap =
        fields.iter().map(|name| ((*name).to_owned(), Json::from(PLANTED))).collect();
    serde_json::from_value(members.into()).unwrap()
}

#[test]
fn what_is_personal_or_foreign_is_not_in_debug() {
    let found: FoundB2bId = filled(&["value", "description"]);
    let registered: RegB2bId = filled(&["value", "reason", "description"]);
    let card: CardTransactionDetails = filled(&[
        "id",
        "txnRefNo",
        "merchantName",
        "mcc",
        "retrievalRefNo",
        "traceNo",
        "channel",
        "other",
    ]);
    assert_eq!(found.value.as_deref(), Some(PLANTED));
    assert_eq!(registered.value.as_deref(), Some(PLANTED));
    assert_eq!(card.merchant_name, Some(Json::from(PLANTED)));
    let headers = json!({ "headers": { "authorization": PLANTED }, "webhookUrl": format!("https://x/?t={PLANTED}") });
    let data: WebhookData = serde_json::from_value(headers.clone()).unwrap();
    let request = payouts::CreatePayoutWebhookConfiguration::builder()
        .webhook_url(format!("https://x/?t={PLANTED}"))
        .events([])
        .headers(headers["headers"].as_object().unwrap().clone())
        .build();
    let status: PaymentStatus = serde_json::from_value(json!(PLANTED)).unwrap();
    assert_eq!(status.as_str(), PLANTED);
    let values: [&dyn Debug; 7] =
        [&found, &registered, &card, &data, &request, &status, &ErrorType::from_wire(PLANTED)];
    for value in values {
        let text = format!("{value:?} {value:#?}");
        assert_eq!(find(&text, &[PLANTED]), None);
    }
}

/// Fields of these structs have a name that is sensitive elsewhere, and another meaning.
const NOT_SENSITIVE: [(&str, &[&str]); 7] = [
    ("description", &["RewardProduct"]),
    ("expiry", &["QrCode"]),
    ("id", &["FetchRewardOrder"]),
    ("mcc", &["MandatePayeeInfo"]),
    (
        "name",
        &[
            "AdditionalInfo",
            "PaymentSplit",
            "ReceivedAdditionalInfo",
            "ReceivedPaymentSplit",
            "ReceivedTag",
            "RewardCart",
            "StatusLabel",
            "Tag",
            "UpiMandateCallback",
            "WebhookBiller",
            "WebhookBillerParam",
        ],
    ),
    ("reason", &["PaymentReturn"]),
    (
        "transaction_type",
        &["AllocateIncentivePoints", "SettlementTransaction", "StatementEntry", "TopUpWallet"],
    ),
];

/// A field that a source file declares.
struct Declared {
    owner: String,
    name: String,
    ty: String,
    sensitive: bool,
    extra: bool,
}

/// The fields of all declarations of the SDK.
fn declared(folder: &Path, all: &mut Vec<Declared>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            declared(&path, all);
            continue;
        }
        let (mut owner, mut attributes) = (None, String::new());
        for line in fs::read_to_string(&path).unwrap().lines() {
            let text = line.trim();
            if let Some(name) =
                line.strip_prefix("pub struct ").and_then(|rest| rest.split([' ', '<']).next())
            {
                owner = Some(name.to_owned());
            } else if line == "}" {
                owner = None;
            }
            if text.starts_with("#[") {
                attributes.push_str(text);
                continue;
            }
            let field =
                text.strip_prefix("pub ").and_then(|rest| rest.strip_suffix(',')?.split_once(": "));
            if let (Some(owner), Some((name, ty))) = (&owner, field) {
                all.push(Declared {
                    owner: owner.clone(),
                    name: name.trim_start_matches("r#").to_owned(),
                    ty: ty.to_owned(),
                    sensitive: attributes.contains("#[sensitive]"),
                    extra: attributes.contains("#[extra]"),
                });
            }
            attributes.clear();
        }
    }
}

#[test]
fn a_name_that_is_sensitive_in_one_place_is_so_everywhere() {
    let mut all = Vec::new();
    declared(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../enkash-endpoints/src"), &mut all);
    let sensitive: BTreeSet<&str> =
        all.iter().filter(|field| field.sensitive).map(|field| field.name.as_str()).collect();
    assert!(
        all.len() > 1500 && sensitive.len() > 150,
        "{} fields, {} names",
        all.len(),
        sensitive.len()
    );
    let mut open = BTreeMap::<&str, BTreeSet<&str>>::new();
    for field in all.iter().filter(|field| !field.sensitive && !field.extra) {
        let holds = |ty: &str| field.ty.split(['<', '>']).any(|part| part == ty);
        // What a map of undocumented content holds is anybody's guess.
        assert!(!holds("JsonMap"), "`{}::{}` is to be `#[sensitive]`", field.owner, field.name);
        if sensitive.contains(&field.name.as_str()) && (holds("String") || holds("Json")) {
            open.entry(&field.name).or_default().insert(&field.owner);
        }
    }
    let expected: BTreeMap<&str, BTreeSet<&str>> = NOT_SENSITIVE
        .into_iter()
        .map(|(name, owners)| (name, owners.iter().copied().collect()))
        .collect();
    assert_eq!(open, expected, "mark them `#[sensitive]`, or add them to `NOT_SENSITIVE`");
}
