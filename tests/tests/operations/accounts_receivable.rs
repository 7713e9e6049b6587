#![allow(clippy::unwrap_used, reason = "what fails here fails the test")]

use enkash_core::{FilePart, JsonMap, Lenient, Money, Patch, civil};
use enkash_endpoints::accounts_receivable::models::*;
use enkash_endpoints::accounts_receivable::*;
use enkash_endpoints::ids::{
    AccountNumberOrEmpty, CompanyId, CustomerId, IfscOrEmpty, PhoneNumberOrEmpty,
};
use enkash_tests::fixtures::{more, written};
use enkash_tests::operations::Session;
use serde_json::json;

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    token(&session).await;
    customers(&session).await;
    files(&session).await;
    let invoice = invoices(&session).await;
    several_invoices(&session, invoice).await;
    session.assert_complete(&ACCOUNTS_RECEIVABLE);
}

fn company(session: &Session) -> CompanyId {
    session.sandbox.initial().company_id.parse().unwrap()
}

fn active_customer(session: &Session) -> CustomerId {
    session.sandbox.initial().active_customers[0].parse().unwrap()
}

async fn token(session: &Session) {
    let known = session.sandbox.credentials();
    // Nothing here is optional.
    let authenticate = || {
        GetReceivablesAuthToken::builder()
            .username(&*known.username)
            .password(&*known.password)
            .grant_type(GrantType::Password)
            .client_id(&*known.client_id)
            .build()
    };
    session.minimal(authenticate()).await;
    let token = session.full(authenticate()).await.into_payload().unwrap();
    assert!(matches!(token.expires_in, Some(Lenient::Value(1..))));
    assert!(token.more.is_empty());
    assert!(!format!("{token:?}").contains(token.access_token.as_deref().unwrap()));
}

fn bare_contact() -> CustomerKeyContact {
    const NONE: PhoneNumberOrEmpty = PhoneNumberOrEmpty::from_static("");
    CustomerKeyContact::builder()
        .deleted(false)
        .legal_name("Example Person")
        .mobile(NONE)
        .name("Example")
        .build()
}

fn contact() -> CustomerKeyContact {
    const EMAIL: ContactEmail = ContactEmail::from_static("contact@example.com");
    const MOBILE: PhoneNumberOrEmpty = PhoneNumberOrEmpty::from_static("+91 0000000000");
    CustomerKeyContact::builder()
        .deleted(false)
        .email(EMAIL)
        .key_contact_person_id("KCP0000001")
        .legal_name("Example Person")
        .mail_enabled(true)
        .mobile(MOBILE)
        .name("Example")
        .sms_enabled(false)
        .via("API")
        .whatsapp_enabled(false)
        .build()
}

fn reminder() -> CustomerReminder {
    CustomerReminder::builder()
        .customer_reminder_id("REM0000001")
        .due_date_difference(-3)
        .reminder_interval(7)
        .reminder_time(civil::time(9, 30, 0, 0))
        .reminder_type(ReminderType::Recurring)
        .stage("FIRST")
        .build()
}

async fn customers(session: &Session) {
    let inactive = |index: usize| -> CustomerId {
        session.sandbox.initial().inactive_customers[index].parse().unwrap()
    };
    session.minimal(ActivateCustomer::builder().customer_id(inactive(0)).build()).await;
    let activate =
        ActivateCustomer::builder().customer_id(inactive(1)).parent_company_id(company(session));
    session.full(activate.build()).await;

    let create =
        CreateCustomer::builder().customer_key_contacts(vec![bare_contact()]).more(JsonMap::new());
    session.minimal(create.build()).await;
    const ACCOUNT: AccountNumberOrEmpty = AccountNumberOrEmpty::from_static("000000000000");
    const IFSC: IfscOrEmpty = IfscOrEmpty::from_static("ABCD0123456");
    let create = CreateCustomer::builder()
        .account_number(ACCOUNT)
        .address("1 Example Street")
        .company_id(company(session))
        .contact_number(PhoneNumberOrEmpty::from_static("0000000000"))
        .customer_company_id("CEK0000001")
        .customer_key_contacts(vec![contact(), bare_contact()])
        .customer_reminders(vec![reminder(), CustomerReminder::builder().build()])
        .external_source(true)
        .ifsc(IFSC)
        .legal_name(json!("Example Traders"))
        .more(more())
        .build();
    let printed = format!("{create:?}");
    for secret in [
        "000000000000",
        "Example Street",
        "Example Traders",
        "contact@example.com",
        "Example Person",
    ] {
        assert!(!printed.contains(secret), "{printed}");
    }
    let body = written(&create);
    assert_eq!(body["customerKeyContacts"][0]["mail_enabled"], true);
    let first = json!({"customerReminderId": "REM0000001", "dueDateDifference": -3, "reminderInterval": 7,
        "reminderTime": "09:30", "reminderType": "RECURRING", "stage": "FIRST"});
    assert_eq!(body["customerReminders"], json!([first, {}]));
    assert_eq!(body["further"], "x");
    session.full(create).await;

    session.minimal(SearchCustomers::builder().more(JsonMap::new()).build()).await;
    let search = SearchCustomers::builder()
        .direction(SortDirection::Desc)
        .limit(50)
        .account_number("000000000000")
        .assigned_agent("Example Agent")
        .more(more());
    session.full(search.build()).await;

    session.minimal(UpdateCustomer::builder().customer_id(inactive(0)).build()).await;
    let update = UpdateCustomer::builder()
        .customer_id(inactive(1))
        .parent_company_id(company(session))
        .account_number("000000000000")
        .address("1 Example Street")
        .assigned_agent("Example Agent")
        .branch_codes(["B1"])
        .contact_number("0000000000")
        .customer_id_in_body(inactive(1).as_str())
        .customer_key_contacts(vec![contact()])
        .customer_reminders(vec![reminder()])
        .ifsc("ABCD0123456")
        .legal_name("Example Traders")
        .pan_or_gstin("ABCDE1234F")
        .pin_code("560000")
        .state("Example State")
        .unique_ref_no("REF0000001")
        .build();
    let body = written(&update);
    assert_eq!(body["customerId"], inactive(1).as_str());
    assert_eq!(body["branchCodes"], json!(["B1"]));
    session.full(update).await;

    let mut clear = UpdateCustomer::builder().customer_id(inactive(1)).build();
    clear.address = Patch::Null;
    assert_eq!(written(&clear), json!({"address": null}));
    session.send(&clear).await;

    session.minimal(DeleteCustomer::builder().customer_id(inactive(0)).build()).await;
    let delete =
        DeleteCustomer::builder().customer_id(inactive(1)).parent_company_id(company(session));
    session.full(delete.build()).await;
}

async fn files(session: &Session) {
    let file = || FilePart::new("rows.csv", "text/csv", "name\r\nExample\r\n");

    session.minimal(CreateCustomersInBulk::builder().company_id("CEK0000001").build()).await;
    session
        .full(CreateCustomersInBulk::builder().company_id("CEK0000001").file(file()).build())
        .await;

    session.minimal(UpdateCustomersInBulk::builder().build()).await;
    let update = UpdateCustomersInBulk::builder().parent_company_id(company(session)).file(file());
    let counts = session.full(update.build()).await.into_payload().unwrap();
    assert_eq!(counts.total_count, Some(Lenient::Value(0)));
    assert!(counts.failure_requests.is_empty());

    session.minimal(CreateCollectionInvoicesInBulk::builder().build()).await;
    let create = CreateCollectionInvoicesInBulk::builder().seller_id(company(session)).file(file());
    session.full(create.build()).await;
}

/// Sends what is about one invoice, and gives one that is not paid yet.
async fn invoices(session: &Session) -> String {
    let due = civil::date(2026, 12, 31);
    let customer = active_customer(session);
    let create = CreateCollectionInvoice::builder()
        .base_amount(Money::from_paise(10))
        .customer_id(customer.clone())
        .due_date(due)
        .more(JsonMap::new());
    session.minimal(create.build()).await;
    let create = CreateCollectionInvoice::builder()
        .approval_status(InvoiceApprovalStatus::MakerApprovalPending)
        .balance_amount(Money::from_paise(105_050))
        .base_amount(Money::from_paise(100_050))
        .cgst(Money::from_rupees(50))
        .charge_customer(false)
        .customer_id(customer.clone())
        .description("Example goods")
        .dispatch_now(true)
        .due_date(due)
        .email_address("billing@example.com")
        .external_id("EXT0000001")
        .gst_exclusive(json!(true))
        .more(more())
        .build();
    let body = written(&create);
    assert_eq!((&body["baseAmount"], &body["dueDate"]), (&json!(1000.5), &json!("2026-12-31")));
    assert_eq!(body["approvalStatus"], "MAKER_APPROVAL_PENDING");
    let created = session.full(create).await.into_payload().unwrap();
    let id = created["invoiceId"].as_str().unwrap();

    session.minimal(GetCollectionInvoice::builder().invoice_id(id).build()).await;
    let get = GetCollectionInvoice::builder().invoice_id(id).seller_id(company(session)).build();
    let invoice = session.full(get).await.into_payload().unwrap();
    assert_eq!(invoice.invoice_id.as_deref(), Some(id));
    assert_eq!(invoice.base_amount, Some(Lenient::Value(Money::from_paise(100_050))));
    assert_eq!(invoice.due_date, Some(Lenient::Value(due)));
    assert_eq!(invoice.dispatched, Some(Lenient::Value(true)));
    assert_eq!(invoice.approval_status.unwrap().name.as_deref(), Some("MAKER_APPROVAL_PENDING"));
    // The sandbox writes times with a `Z`.
    assert!(matches!(invoice.created_on, Some(Lenient::Value(_))), "{:?}", invoice.created_on);

    let changed = session.minimal(UpdateCollectionInvoice::builder().invoice_id(id).build()).await;
    assert!(changed.into_payload().unwrap().modified_on.is_some());
    let update = UpdateCollectionInvoice::builder()
        .invoice_id(id)
        .seller_id(company(session))
        .approval_status("BANK_APPROVED")
        .balance_amount(Money::from_rupees(900))
        .base_amount(Money::from_rupees(1000))
        .cgst(Money::from_rupees(90))
        .charge_customer(true)
        .customer_id(customer)
        .description("Other goods")
        .dispatch_now(false)
        .due_date(json!("2027-01-31"))
        .email_address(json!("billing@example.com"))
        .gst_exclusive(json!(false))
        .igst(json!(0))
        .invoice_date(json!("2026-12-01T10:00:00Z"))
        .invoice_number(json!("INV-1"))
        .mobile_number(json!("0000000000"))
        .net_amount(json!(1180))
        .partial_payment_allowed(json!(true))
        .payable_reference_id(json!("PAY0000001"))
        .po_number(json!("PO-1"))
        .receivable_status(json!({"name": "PAID", "label": "Paid"}))
        .sgst(json!(90))
        .tds(json!(0))
        .total_received(json!(280))
        .via(json!("API"));
    let invoice = session.full(update.build()).await.into_payload().unwrap();
    assert_eq!(invoice.net_amount, Some(Lenient::Value(Money::from_rupees(1180))));
    assert_eq!(invoice.due_date, Some(Lenient::Value(civil::date(2027, 1, 31))));
    assert_eq!(invoice.receivable_status.unwrap().label.as_deref(), Some("Paid"));

    let mut clear = UpdateCollectionInvoice::builder().invoice_id(id).build();
    (clear.due_date, clear.description) = (Patch::Null, Patch::Null);
    clear.receivable_status = Patch::Null;
    assert_eq!(
        written(&clear),
        json!({"description": null, "dueDate": null, "receivableStatus": null})
    );
    let invoice = session.send(&clear).await.into_payload().unwrap();
    assert!(invoice.due_date.is_none() && invoice.receivable_status.is_none());
    id.to_owned()
}

async fn several_invoices(session: &Session, id: String) {
    session.minimal(DispatchCollectionInvoices::builder().build()).await;
    let dispatch = DispatchCollectionInvoices::builder().invoice_ids(vec![id.clone()]);
    session.full(dispatch.partial_payment_allowed(true).build()).await;

    session.minimal(SearchCollectionInvoices::builder().more(JsonMap::new()).build()).await;
    let (from, to) =
        (civil::date(2026, 1, 1).at(0, 0, 0, 0), civil::date(2026, 1, 31).at(23, 59, 59, 0));
    let search = |limit| {
        SearchCollectionInvoices::builder()
            .direction(SortDirection::Asc)
            .limit(limit)
            .offset(0)
            .order_by("createdOn")
            .approval_statuses(vec![InvoiceApprovalStatus::BankApproved])
            .balance_amount_from(Money::from_paise(1))
            .balance_amount_to(Money::from_rupees(1000))
            .base_amount_from(Money::from_paise(1))
            .base_amount_to(Money::from_rupees(1000))
            .collection_mode(["UPI"])
            .created_on_from(from)
            .created_on_to(to)
            .created_via("API")
            .customer_deleted(false)
            .customer_ids(vec![active_customer(session).to_string()])
            .customer_legal_name("Example Traders")
            .customer_status("ACTIVE")
            .dispatched(true)
            .dispatched_on_from(from)
            .dispatched_on_to(to)
            .due_date_from(from)
            .due_date_to(to)
            .more(more())
            .build()
    };
    session.full(search(5000)).await;
    let body = written(&search(5000));
    assert_eq!(body["createdOnFrom"], "2026-01-01 00:00:00");
    assert_eq!(body["dueDateTo"], "2026-01-31 23:59:59");
    assert_eq!(body["approvalStatuses"], json!(["BANK_APPROVED"]));
    let refused = search(5001).send(&session.client).await.unwrap_err();
    assert!(refused.to_string().contains("limit"), "{refused}");

    // Nothing here is optional.
    let confirm = || {
        ConfirmCollectionInvoicePayment::builder()
            .invoice_ids(vec![id.clone()])
            .payment_id("PAY0000001")
            .remarks("received")
            .response("ACCEPT")
            .r#type("OFFPLATFORM")
            .build()
    };
    session.minimal(confirm()).await;
    session.full(confirm()).await;
    let get = GetCollectionInvoice::builder().invoice_id(&*id).build();
    let invoice = session.send(&get).await.into_payload().unwrap();
    assert_eq!(invoice.receivable_status.unwrap().name.as_deref(), Some("PAID"));
    assert_eq!(invoice.balance_amount, Some(Lenient::Value(Money::from_rupees(0))));
}
