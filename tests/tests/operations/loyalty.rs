#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use std::collections::BTreeMap;

use enkash_core::{Error, Json, JsonMap, Lenient, Money};
use enkash_endpoints::loyalty::models::*;
use enkash_endpoints::loyalty::*;
use enkash_tests::operations::Session;

const ACCOUNT: &str = "CAC0000001";
const COMPANY: &str = "CEK0000001";
const CARD: &str = "EKC0000001";

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    tokens(&session).await;
    allocations(&session).await;
    accounts_and_users(&session).await;
    carts_and_products(&session).await;
    orders(&session).await;
    coins(&session).await;
    session.assert_complete(&LOYALTY);
}

async fn tokens(session: &Session) {
    let known = session.sandbox.credentials();
    let reward = || {
        GenerateRewardToken::builder()
            .username(&*known.username)
            .password(&*known.password)
            .grant_type(GrantType::Password)
            .client_id(&*known.client_id)
            .build()
    };
    session.minimal(reward()).await;
    let token = session.full(reward()).await.into_payload().unwrap();
    let access = token.more["access_token"].as_str().unwrap();
    assert!(!format!("{token:?}").contains(access));

    let redemption = || {
        GenerateRedemptionToken::builder()
            .username(&*known.username)
            .password(&*known.password)
            .grant_type(GrantType::Password)
            .client_id(&*known.client_id)
            .build()
    };
    session.minimal(redemption()).await;
    let token = session.full(redemption()).await.into_payload().unwrap();
    assert_eq!(token.more["token_type"], "bearer");

    let sso = || {
        CreateRewardSsoToken::builder()
            .card_account_id(ACCOUNT)
            .company_id(COMPANY)
            .enkash_card_id(CARD)
            .build()
    };
    session.minimal(sso()).await;
    session.full(sso()).await;
}

/// Everything that is required to move reward points; what is not required can follow.
macro_rules! reward_points {
    () => {
        AllocateRewardPoints::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .transaction_code(AllocationCode::Allocation)
            .transaction_type(AllocationDirection::Cr)
            .r#type(AllocationType::AllocatePoint)
            .email("person@example.com")
            .mobile("9000000001")
            .title("Ms")
            .first_name("Example")
            .gender("F")
            .load_amount(12.5)
            .unique_reference_number("REF-0002")
    };
}

async fn allocations(session: &Session) {
    session.minimal(reward_points!().build()).await;
    let booked =
        session.full(reward_points!().enkash_card_id(CARD).build()).await.into_payload().unwrap();
    assert_eq!(booked.otb_balance, Some(Lenient::Value(10.0)));
    assert_eq!(booked.pg_reference_number.as_deref(), Some("REF-0001"));
    assert!(booked.more.is_empty());

    let incentive = || {
        AllocateIncentivePoints::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .transaction_code("ALLOCATION")
            .transaction_type("DR")
            .r#type("UNALLOCATE_POINT")
            .email("person@example.com")
            .mobile("9000000001")
            .title("Mr")
            .first_name("Example")
            .gender("M")
            .load_amount(1.0)
            .unique_reference_number("REF-0003")
            .build()
    };
    session.minimal(incentive()).await;
    session.full(incentive()).await;

    let bulk = |entries: Vec<BulkAllocationEntry>| {
        BulkAllocateRewardPoints::builder()
            .company_id(COMPANY)
            .card_account_id(ACCOUNT)
            .is_points_allocation(true)
            .entries(entries)
            .build()
    };
    session.minimal(bulk(vec![BulkAllocationEntry::builder().build()])).await;
    let entry = BulkAllocationEntry::builder()
        .title("Mrs")
        .name("Example")
        .email("person@example.com")
        .mobile("9000000001")
        .load_amount(10.0)
        .remarks("thanks")
        .unique_reference_number("REF-0004")
        .build();
    let done = session.full(bulk(vec![entry.clone(), entry])).await.into_payload().unwrap();
    assert_eq!(done.successes[0].load_amount, Some(Lenient::Value(10.0)));
    assert!(done.more.is_empty() && done.successes[0].more.is_empty());
}

#[tokio::test]
async fn points_are_given_or_taken_back_but_not_both() {
    let session = Session::start().await;
    for (direction, kind) in [
        (AllocationDirection::Cr, AllocationType::UnallocatePoint),
        (AllocationDirection::Dr, AllocationType::AllocatePoint),
    ] {
        let request = AllocateRewardPoints {
            transaction_type: direction,
            r#type: kind,
            ..reward_points!().build()
        };
        let Err(Error::Invalid(found)) = request.send(&session.client).await else {
            panic!("{request:?} was sent");
        };
        assert_eq!(found.iter().map(|violation| &*violation.path).collect::<Vec<_>>(), ["type"]);
    }
    let back = AllocateRewardPoints {
        transaction_type: AllocationDirection::Dr,
        r#type: AllocationType::UnallocatePoint,
        ..reward_points!().build()
    };
    session.send(&back).await;
}

async fn accounts_and_users(session: &Session) {
    let account =
        || GetRewardAccount::builder().card_account_id(ACCOUNT).company_id(COMPANY).build();
    session.minimal(account()).await;
    let account = session.full(account()).await.into_payload().unwrap();
    assert_eq!(account.used_credit_limit, Some(Lenient::Value(Money::from_paise(-1050))));
    assert_eq!(account.total_cards, Some(Lenient::Value(3.0)));
    let card = account.primary_en_kash_card.unwrap();
    assert_eq!(card.en_kash_card_id.as_deref(), Some("EKC0000000"));
    assert!(account.more.is_empty() && card.more.is_empty());

    let users = || ListRewardUsers::builder().card_account_id(ACCOUNT).company_id(COMPANY).build();
    session.minimal(users()).await;
    session.full(users()).await;
    session
        .minimal(GetRewardUserCard::builder().card_account_id(ACCOUNT).company_id(COMPANY).build())
        .await;
    session
        .full(
            GetRewardUserCard::builder()
                .card_account_id(ACCOUNT)
                .company_id(COMPANY)
                .en_kash_card_id(CARD)
                .build(),
        )
        .await;
    let user = || {
        GetIncentiveUser::builder()
            .card_account_id(ACCOUNT)
            .company_id(COMPANY)
            .en_kash_card_id(CARD)
            .build()
    };
    session.minimal(user()).await;
    session.full(user()).await;
}

fn changes(change: CartItemChange) -> CartItemChanges {
    CartItemChanges { by_config: BTreeMap::from([("PCF0000001".to_owned(), change)]) }
}

async fn carts_and_products(session: &Session) {
    let cart = || GetRewardCart::builder().product("VOUCHER").build();
    session.minimal(cart()).await;
    let carts = session.full(cart()).await.into_payload().unwrap();
    assert_eq!(carts[0].total_amount, Some(Lenient::Value(Money::from_rupees(200))));
    let item = &carts[0].items.as_ref().unwrap().by_config["sample"];
    assert_eq!(item.quantity, Some(Lenient::Value(2)));
    assert_eq!(item.sell_rate, Some(Lenient::Value(Money::from_rupees(95))));
    assert_eq!(carts[0].product_configs[0].max_quantity, Some(Lenient::Value(10)));

    let full_change = || CartItemChange::builder().quantity(2).description("two pieces").build();
    let add = |items: CartItemChanges| {
        AddToRewardCart::builder()
            .product("VOUCHER")
            .product_catalog_id("PRC0000001")
            .items(items)
            .build()
    };
    session.minimal(add(changes(CartItemChange::builder().build()))).await;
    session.full(add(changes(full_change()))).await;
    let sent = serde_json::to_value(add(changes(full_change()))).unwrap();
    assert_eq!(
        sent["items"],
        serde_json::json!({"PCF0000001": {"quantity": 2, "description": "two pieces"}})
    );

    let update = |items: CartItemChanges| {
        UpdateRewardCart::builder().product("VOUCHER").cart_id(1).items(items).build()
    };
    session.minimal(update(changes(CartItemChange::builder().build()))).await;
    session.full(update(changes(full_change()))).await;

    let product = || GetRewardProductConfigs::builder().product_catalog_id("PRC0000001").build();
    session.minimal(product()).await;
    let product = session.full(product()).await.into_payload().unwrap();
    assert_eq!(product.config_responses[0].mrp, Some(Lenient::Value(Money::from_rupees(100))));
    assert!(product.images.unwrap().logo_image_small.is_some());
}

async fn orders(session: &Session) {
    let create = || {
        CreateRewardOrder::builder()
            .denomination(Money::from_rupees(100))
            .order_reference_id("ORD-0002")
            .product_catalog_id("PRC0000001")
            .quantity(1)
            .build()
    };
    session.minimal(create()).await;
    session.full(create()).await;

    session.minimal(SearchRewardOrders::builder().limit("20").offset("0").build()).await;
    let search = SearchRewardOrders::builder()
        .limit("20")
        .offset("0")
        .aggregator("REWARD_STORE")
        .aggregator_discount_from(0)
        .aggregator_discount_to(10)
        .aggregator_order_id("AGG-1")
        .aggregator_product_id("AGP-1")
        .amount_from(Money::ZERO)
        .amount_to(Money::from_rupees(1000))
        .brand(["Example Brand"])
        .category(["Example"])
        .company_id(COMPANY)
        .created_on_from("2026-01-01")
        .created_on_to("2026-01-31")
        .direction("DESC")
        .ek_user_id("EK000001")
        .email("person@example.com")
        .enkash_discount_from(0)
        .enkash_discount_to(10)
        .more(JsonMap::from_iter([("orderStatus".to_owned(), Json::from("SUCCESS"))]))
        .build();
    session.full(search).await;

    let fetch = || FetchRewardOrder::builder().id("ORD-0002").build();
    session.minimal(fetch()).await;
    let reply = session.full(fetch()).await;
    assert_eq!(reply.code, Some(0));
    let order = reply.into_payload().unwrap();
    assert_eq!(order.paid_amount, Some(Lenient::Value(Money::from_rupees(95))));
    assert!(order.more.is_empty());
    let voucher = &order.voucher_details_list[0];
    let end = enkash_core::civil::datetime(2030, 12, 31, 23, 59, 59, 0);
    assert_eq!(voucher.expiry_date, Some(Lenient::Value(end)));
    assert!(!format!("{order:?}").contains(voucher.card_number.as_deref().unwrap()));
}

async fn coins(session: &Session) {
    let create = || {
        CreateCoinEvent::builder()
            .configuration("DEFAULT")
            .company_id(COMPANY)
            .event("REFERRAL_EVENT")
            .amount(10)
            .build()
    };
    session.minimal(create()).await;
    session.full(create()).await;

    let read = || GetCoinEvent::builder().coin_config_id("CCF0000001").build();
    session.minimal(read()).await;
    session.full(read()).await;

    session.minimal(UpdateCoinEvent::builder().coin_config_id("CCF0000001").build()).await;
    let event = session
        .full(
            UpdateCoinEvent::builder()
                .coin_config_id("CCF0000001")
                .amount(10)
                .configuration("DEFAULT")
                .company_id(COMPANY)
                .event("REFERRAL_EVENT")
                .build(),
        )
        .await
        .into_payload()
        .unwrap();
    assert_eq!(event.amount, Some(Lenient::Value(10)));

    let allocate = || {
        AllocateCoins::builder()
            .company_id(COMPANY)
            .event("REFERRAL_EVENT")
            .request_id("REQ-0002")
            .user_id("EK000001")
            .build()
    };
    session.minimal(allocate()).await;
    assert!(session.full(allocate()).await.payload.is_some());

    let balance = || GetCoinBalance::builder().user_id("EK000001").build();
    session.minimal(balance()).await;
    assert_eq!(session.full(balance()).await.into_payload().unwrap(), 25);
}
