use enkash_core::{JsonMap, Money};
use enkash_endpoints::bharat_connect::models::*;
use enkash_endpoints::bharat_connect::*;
use enkash_tests::fixtures::written;
use enkash_tests::operations::Session;

use self::parts::*;

mod parts;
mod webhooks;

const ORGANISATION: OrganisationObjectId =
    OrganisationObjectId::from_static("ORGabcdefghijklmnopqrstuvwxyz012345");
const INVOICE: InvoiceObjectId =
    InvoiceObjectId::from_static("INVabcdefghijklmnopqrstuvwxyz012345");
const PAYMENT: PaymentObjectId =
    PaymentObjectId::from_static("PMTabcdefghijklmnopqrstuvwxyz012345");
const NUMBER: SupplierInvoiceNumber = SupplierInvoiceNumber::from_static("INV-0001");
const REFERENCE: Utr = Utr::from_static("UTR0001");

#[tokio::test]
async fn every_operation() {
    let session = Session::start().await;
    onboarding(&session).await;
    invoices_and_payments(&session).await;
    purchase_orders(&session).await;
    notes(&session).await;
    financing(&session).await;
    session.assert_complete(&BHARAT_CONNECT);
}

async fn onboarding(session: &Session) {
    let check = |device| {
        let institute = CheckInstitute::builder()
            .doc_name(IdentityDocument::Pan)
            .r#type(LegalForm::GovernmentAgency)
            .value("ABCDE1234F")
            .registered_name("Example Traders LLP")
            .build();
        InitiateEntityCheck::builder()
            .initiator_entity("EXAMPLE")
            .object_id(ORGANISATION)
            .device(device)
            .check_institute(institute)
            .build()
    };
    let reply = session.minimal(check(bare_device())).await;
    assert_eq!(reply.payload.as_ref().map(|text| text.as_str()), Some("SUCCESS"));
    session.full(check(device())).await;

    let lei = Lei::builder().build();
    let identifier = PrimaryBusinessIdentifier::builder().more(JsonMap::new()).build();
    let institute = Institute::builder()
        .object_id(ORGANISATION)
        .object_version(bare_version())
        .name("Example Traders LLP")
        .default_b2b_id("buyer@example")
        .mcc_code("5411")
        .lei(lei)
        .primary_business_identifier(identifier)
        .addresses(vec![])
        .bank_accounts(vec![])
        .contact_numbers(vec![])
        .more(JsonMap::new())
        .build();
    let request = RegisterEntity::builder()
        .initiator_entity("EXAMPLE")
        .device(bare_device())
        .more(JsonMap::new());
    session.minimal(request.institute(institute).build()).await;

    let lei = Lei::builder()
        .document_name("PAN")
        .r#type("LLP")
        .value("ABCDE1234F")
        .registered_name("Example");
    let identifier = PrimaryBusinessIdentifier::builder()
        .document_name("PAN")
        .value("ABCDE1234F")
        .more(more())
        .build();
    let institute = Institute::builder()
        .object_id(ORGANISATION)
        .object_version(version())
        .name("Example Traders LLP")
        .alias("Example")
        .default_b2b_id("buyer@example")
        .mcc_code("5411")
        .lei(lei.build())
        .primary_business_identifier(identifier)
        .other_business_identifiers(vec![more()])
        .addresses(vec![more()])
        .bank_accounts(vec![more()])
        .contact_numbers(vec![more()])
        .emails(["a@example.com"])
        .cin("U00000KA2026PTC000000")
        .dins(["00000001"])
        .more(more())
        .build();
    let request =
        RegisterEntity::builder().initiator_entity("EXAMPLE").device(device()).more(more());
    session.full(request.institute(institute).build()).await;

    let register = |device, id: RegB2bId| {
        RegisterB2bId::builder()
            .initiator_entity("EXAMPLE")
            .object_id(ORGANISATION.as_str())
            .device(device)
            .onboarding_b2b_ids(B2bIds::builder().requestor_b2b_id("buyer@example").build())
            .reg_b2b_ids(RegB2bIds::builder().ids(vec![id]).build())
            .build()
    };
    session.minimal(register(bare_device(), RegB2bId::builder().build())).await;
    let identifier = BusinessIdentifier::builder()
        .document_name("PAN")
        .value("ABCDE1234F")
        .registered_name("Example");
    let id = RegB2bId::builder()
        .value("buyer@example")
        .privacy_type("PUBLIC")
        .reason("new")
        .description("orders")
        .business_identifier(identifier.build());
    session.full(register(device(), id.build())).await;
}

async fn invoices_and_payments(session: &Session) {
    let confirm = |device, version, transition| {
        let confirmation = InvoiceConfirmation::builder()
            .object_id(INVOICE)
            .supplier_invoice_number(NUMBER)
            .object_version(version)
            .buyer_response(BuyerResponse::Return)
            .buyer_remarks("accepted")
            .status_transition(transition)
            .build();
        ConfirmB2bInvoice::builder()
            .device(device)
            .b2b_ids(ids())
            .invoice_confirmation(confirmation)
            .build()
    };
    let reply = session.minimal(confirm(bare_device(), bare_version(), bare_transition())).await;
    assert_eq!(reply.payload.as_ref().map(|text| text.as_str()), Some("SUCCESS"));
    session.full(confirm(device(), version(), transition())).await;

    let payment = |amount, info| {
        Payment::builder()
            .object_id(PAYMENT)
            .ts("2026-01-01T10:00:00")
            .r#type(PaymentType::OffPlatform)
            .mode(PaymentMode::InternetBanking)
            .utr(REFERENCE)
            .currency(Currency::Inr)
            .payment_amount(amount)
            .invoices_pay_infos(vec![info])
            .build()
    };
    let bare = payment(PaymentAmount::builder().build(), InvoicePayInfo::builder().build());
    let request = PayB2bInvoices::builder().device(bare_device()).b2b_ids(ids()).payment(bare);
    session.minimal(request.build()).await;

    let amount = PaymentAmount::builder()
        .net_paid_amount(Money::from_paise(10_050))
        .net_adjustment_amount(Money::ZERO)
        .total_amount(Money::from_paise(10_050))
        .currency("INR");
    let split =
        PaymentSplit::builder().name("TDS").value(Money::from_paise(50)).ref_no("R1").build();
    let invoice_amount = InvoiceAmount::builder()
        .due_amount(Money::from_rupees(100))
        .total_amount(Money::from_rupees(100))
        .currency("INR");
    let paid = InvoicePaymentAmount::builder()
        .net_paid_amount(Money::from_rupees(100))
        .net_adjustment_amount(Money::ZERO)
        .total_amount(Money::from_rupees(100))
        .currency("INR")
        .splits(vec![split]);
    let account = SupplierBankAccountDetails::builder()
        .masked_account_number("XXXXXX0001")
        .ifsc("EXMP0000001")
        .beneficiary_name("Example Traders LLP")
        .business_vpa("example@upi");
    let info = InvoicePayInfo::builder()
        .object_id(INVOICE.as_str())
        .supplier_invoice_number("INV-0001")
        .object_version(version())
        .status_transition(transition())
        .invoice_amount(invoice_amount.build())
        .invoice_payment_amount(paid.build())
        .supplier_bank_account_details(account.build());
    let request = PayB2bInvoices::builder()
        .device(device())
        .b2b_ids(ids())
        .payment(payment(amount.build(), info.build()))
        .additional_infos(infos())
        .build();
    let body = written(&request);
    session.full(request).await;
    assert_eq!(body["payment"]["mode"], "INTERNET BANKING");
    assert_eq!(body["payment"]["paymentAmount"]["netPaidAmount"], 100.5);
    assert_eq!(body["payment"]["invoicesPayInfos"][0]["objectVersion"]["newVersion"], 1);
}

async fn purchase_orders(session: &Session) {
    let request =
        |device, version, transition, supplier, buyer, place, item, infos: Vec<AdditionalInfo>| {
            let order = PurchaseOrder::builder()
                .object_id("PO1")
                .buyer_po_number("PO-0001")
                .ts("2026-01-01T10:00:00")
                .order_date("2026-01-01")
                .delivery_date("2026-02-01")
                .subject("Paper")
                .object_version(version)
                .po_status_transition(transition)
                .supplier_details(supplier)
                .buyer_details(buyer)
                .address_details(vec![place])
                .item_lists(vec![item])
                .po_value_details(more())
                .po_infos(vec![more()])
                .contract_reference_details(vec![more()])
                .additional_document_details(vec![more()])
                .payment_milestones(vec![more()])
                .shipping_terms_details(more())
                .build();
            SendPurchaseOrder::builder()
                .device(device)
                .b2b_ids(plain_ids())
                .purchase_order(order)
                .additional_infos(infos)
                .build()
        };
    let (supplier_none, buyer_none) =
        (SupplierDetails::builder().build(), BuyerDetails::builder().build());
    let place = AddressDetail::builder().build();
    let item = OrderItem::builder().more(JsonMap::new()).build();
    let bare = request(
        bare_device(),
        bare_version(),
        bare_transition(),
        supplier_none,
        buyer_none,
        place,
        item,
        vec![],
    );
    session.minimal(bare).await;

    let value =
        || vec![TypedValue::builder().r#type("IGST").value(Money::from_paise(1850)).build()];
    let batch = BatchDetails::builder().batch_number("B1").expiry_date("2027-01-01").more(more());
    let item = OrderItem::builder()
        .serialno("1")
        .product_description("Paper")
        .is_service("N")
        .hsn_code("4802")
        .bar_code("0001")
        .quantity(2.5)
        .free_quantity(0.5)
        .unit("KGS")
        .unit_price(Money::from_paise(1_999))
        .total_amt(Money::from_paise(4_998))
        .assessment_amount(Money::from_paise(4_998))
        .gst_rate(18.5)
        .total_item_value(Money::from_paise(5_923))
        .order_line_reference("L1")
        .origin_country("IN")
        .product_serial_number("S1")
        .item_value_details(value())
        .rates(value())
        .batch_details(batch.build())
        .more(more())
        .build();
    let place = AddressDetail::builder().address_type("DELIVERY").address(address()).build();
    let full =
        request(device(), version(), transition(), supplier(), buyer(), place, item, infos());
    let item = &written(&full)["purchaseOrder"]["itemLists"][0];
    assert_eq!((&item["unitPrice"], &item["gstRate"]), (&19.99.into(), &18.5.into()));
    session.full(full).await;
}

async fn notes(session: &Session) {
    let note = |version, transition, e_invoice, transaction, supplier| {
        CdNote::builder()
            .object_id("CDN1")
            .note_type("CREDIT")
            .supplier_cd_note_number("CN-0001")
            .object_version(version)
            .ts("2026-01-01T10:00:00")
            .cd_note_status_transition(transition)
            .e_invoice_info(e_invoice)
            .transaction_details(transaction)
            .supplier_details(supplier)
            .buyer_details(more())
            .dispatch_details(more())
            .shipping_details(more())
            .item_lists(vec![more()])
            .cd_note_value_details(more())
            .supplier_bank_account_details(more())
            .advance_payment_details(more())
            .invoice_reference_details(more())
            .preceding_invoice_details(vec![more()])
            .po_details(vec![more()])
            .contract_reference_details(vec![more()])
            .additional_document_details(vec![more()])
            .export_details(more())
            .eway_bill_detail(more())
            .recurring_payments(more())
            .payment_milestones(vec![more()])
            .shipping_terms_details(more())
            .build()
    };
    let send = |device, note, infos: Vec<AdditionalInfo>| {
        SendCreditDebitNote::builder()
            .device(device)
            .b2b_ids(plain_ids())
            .cd_note(note)
            .additional_infos(infos)
            .build()
    };
    let bare = note(
        bare_version(),
        bare_transition(),
        EInvoiceInfo::builder().build(),
        CdNoteTransactionDetails::builder().build(),
        CdNoteSupplierDetails::builder().more(JsonMap::new()).build(),
    );
    session.minimal(send(bare_device(), bare, vec![])).await;
    let transaction = CdNoteTransactionDetails::builder()
        .tax_scheme("GST")
        .supply_type("B2B")
        .reverse_charge_tax("N")
        .e_commerce_gstin("29ABCDE1234F1Z5")
        .igst_chargable("N");
    let supplier = CdNoteSupplierDetails::builder()
        .b2b_id("supplier@example")
        .gstin("29ABCDE1234F1Z5")
        .legal_name("Example Traders LLP")
        .trade_name("Example")
        .more(more());
    let e_invoice = EInvoiceInfo::builder()
        .schema_version("1.1")
        .irn_number("IRN1")
        .irn_ts("2026-01-01")
        .build();
    let full = note(version(), transition(), e_invoice, transaction.build(), supplier.build());
    session.full(send(device(), full, infos())).await;

    let confirm = |device, version, transition, infos: Vec<AdditionalInfo>| {
        let confirmation = CdNoteConfirmation::builder()
            .object_id("CDN1")
            .note_type("CREDIT")
            .supplier_cd_note_number("CN-0001")
            .object_version(version)
            .buyer_response("ACCEPT")
            .buyer_remarks("accepted")
            .cd_note_status_transition(transition)
            .build();
        ConfirmCreditDebitNote::builder()
            .device(device)
            .b2b_ids(plain_ids())
            .cd_note_confirmation(confirmation)
            .additional_infos(infos)
            .build()
    };
    session.minimal(confirm(bare_device(), bare_version(), bare_transition(), vec![])).await;
    session.full(confirm(device(), version(), transition(), infos())).await;
}

async fn financing(session: &Session) {
    let request = |device, whom, pans, invoice| {
        let finance = FinanceRequest::builder()
            .initiator_b2b_id("buyer@example")
            .financing_request_id("FR1")
            .finance_id(vec![whom])
            .b2b_pan(pans)
            .cost_of_fund_bearer("BUYER")
            .financing_request_amount(Money::from_rupees(100_000))
            .financing_type("INVOICE")
            .invoices(vec![invoice])
            .build();
        RequestInvoiceFinancing::builder()
            .initiator_entity("EXAMPLE")
            .b2b_ids(plain_ids())
            .device(device)
            .finance_request(finance)
            .build()
    };
    let (whom, pans) = (FinanceId::builder().build(), B2bPan::builder().build());
    session
        .minimal(request(
            bare_device(),
            whom,
            pans,
            FinancingInvoice::builder().more(JsonMap::new()).build(),
        ))
        .await;
    let transaction = InvoiceTransactionDetails::builder()
        .tax_scheme("GST")
        .supply_type("B2B")
        .reverse_charge_tax("N")
        .igst_chargable("N")
        .ecommerce_gstin("29ABCDE1234F1Z5");
    let invoice = FinancingInvoice::builder()
        .object_id(INVOICE.as_str())
        .supplier_invoice_number("INV-0001")
        .object_version(version())
        .ts("2026-01-01T10:00:00")
        .status_transition(transition())
        .transaction_details(transaction.build())
        .supplier_details(supplier())
        .buyer_details(buyer())
        .more(more());
    let whom = FinanceId::builder().fa_id("FA1").financier_id(["F1"]).build();
    let pans = B2bPan::builder().buyer_pan("ABCDE1234F").supplier_pan("ABCDE1234G").build();
    let full = request(device(), whom, pans, invoice.build());
    assert_eq!(written(&full)["financeRequest"]["financingRequestAmount"].to_string(), "100000");
    session.full(full).await;
}
