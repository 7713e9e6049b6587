//! Each webhook event, read from JSON with every documented field.

use enkash_core::{Json, JsonMap, Lenient, Money};
use enkash_endpoints::bharat_connect::models::*;
use enkash_endpoints::bharat_connect::webhooks::*;
use enkash_endpoints::bharat_connect::*;
use enkash_endpoints::webhook::Webhook;
use serde::Serialize;
use serde_json::{Value, from_value, json, to_value};

use super::{INVOICE, ORGANISATION, PAYMENT};

/// Reads a webhook event, whose name and product have to be these, and asserts that no field is
/// lost.
fn read<W: Webhook + Serialize>(name: &str, json: Json) -> W {
    assert_eq!((W::NAME, W::PRODUCT), (name, BHARAT_CONNECT));
    let webhook: W = from_value(json.clone()).expect(name);
    assert_eq!(to_value(&webhook).ok(), Some(json), "{name}");
    // Nothing in it is required.
    from_value::<W>(json!({})).expect(name);
    webhook
}

fn device() -> Json {
    json!({"tag": {"name": "GEOCODE", "value": "12.0000,77.0000"}})
}

fn ids() -> Json {
    json!({"buyerB2BId": "buyer@example", "supplierB2BId": "supplier@example"})
}

fn resp() -> Json {
    json!({"reqMsgId": "M1", "result": "SUCCESS", "errorCd": "E1", "errorDtl": "none", "errorField": "device"})
}

fn infos() -> Json {
    json!([{"name": "note", "value": "1"}])
}

/// An invoice, a note or an order, by its number, version and status.
fn object(id: &str, number: &str, transition: &str) -> JsonMap {
    let Value::Object(members) = json!({
        "objectId": id,
        number: "N-0001",
        "objectVersion": {"currentVersion": 1, "newVersion": 2},
        transition: {"currentStatus": "CREATED", "newStatus": "CREATED"},
    }) else {
        unreachable!("written as an object")
    };
    members
}

fn with(mut members: JsonMap, further: Json) -> Json {
    members.extend(further.as_object().cloned().unwrap_or_default());
    members.into()
}

#[test]
fn onboarding() {
    let check: CheckEntityWebhook = read(
        "CheckEntityWebhook",
        json!({
            "objectId": ORGANISATION,
            "resp": resp(),
            "instituteStatus": {"institutes": [{"furtherMember": "1"}]},
            "checkInstitute":
                {"docName": "PAN", "type": "LLP", "value": "ABCDE1234F", "registeredName": "Example Traders LLP"},
        }),
    );
    assert_eq!(check.resp.unwrap().result.as_deref(), Some("SUCCESS"));
    let institute = check.check_institute.unwrap();
    assert_eq!(institute.doc_name, Some(IdentityDocument::Pan));
    assert!(!format!("{institute:?}").contains("ABCDE1234F"));

    let institute = json!({
        "objectId": ORGANISATION,
        "objectVersion": {"currentVersion": 1, "newVersion": 2},
        "name": "Example Traders LLP",
        "alias": "Example",
        "defaultB2BId": "buyer@example",
        "mccCode": "5411",
        "lei": {"documentName": "PAN", "type": "LLP", "value": "ABCDE1234F", "registeredName": "Example"},
        "primaryBusinessIdentifier": {"documentName": "PAN", "value": "ABCDE1234F", "furtherMember": 1},
        "otherBusinessIdentifiers": [{"furtherMember": 1}],
        "addresses": [{"furtherMember": 1}],
        "bankAccounts": [{"furtherMember": 1}],
        "contactNumbers": [{"furtherMember": 1}],
        "emails": ["a@example.com"],
        "cin": "U00000KA2026PTC000000",
        "dins": ["00000001"],
        "primaryContactNumber": {"furtherMember": 1},
        "primaryEmail": "a@example.com",
    });
    let registered: EntityRegistrationResponseWebhook = read(
        "EntityRegistrationResponseWebhook",
        json!({"resp": resp(), "institute": institute, "additionalInfos": infos()}),
    );
    let institute = registered.institute.unwrap();
    assert_eq!(institute.object_version.unwrap().new_version, Some(Lenient::Value(2)));
    assert_eq!(institute.primary_business_identifier.unwrap().more["furtherMember"], 1);

    let found = json!({
        "name": "Example",
        "alias": "Example",
        "state": "Karnataka",
        "pincode": "560001",
        "b2bIds": [{"value": "buyer@example", "description": "orders"}],
    });
    let found: SearchEntityResponseWebhook = read(
        "SearchEntityResponseWebhook",
        json!({
            "objectId": ORGANISATION,
            "resp": resp(),
            "respParams": {"entityInfo": [found]},
            "onboardingB2BIds": {"requestorB2BId": "buyer@example"},
            "search": {"criteria": [{"searchParameter": "NAME", "operator": "EXACT", "value": "Example"}]},
        }),
    );
    let ids = &found.resp_params.unwrap().entity_info[0].b2b_ids;
    assert_eq!(ids[0].value.as_deref(), Some("buyer@example"));
}

#[test]
fn invoices() {
    let change = object(INVOICE.as_str(), "supplierInvoiceNumber", "statusTransition");
    let change = with(change, json!({"supplierAction": "CANCEL", "supplierRemarks": "again"}));
    let change: StatusChangeInvoiceRequestWebhook = read(
        "StatusChangeInvoiceRequestWebhook",
        json!({"device": device(), "b2bIds": ids(), "invoiceStatus": change}),
    );
    let change = change.invoice_status.unwrap();
    assert_eq!(change.status_transition.unwrap().new_status.as_deref(), Some("CREATED"));
}

#[test]
fn payments() {
    let amount = json!(
        {"netPaidAmount": 100.5, "netAdjustmentAmount": 0.5, "totalAmount": 101.5, "currency": "INR"}
    );
    let mut paid = amount.clone();
    paid["splits"] = json!([{"name": "TDS", "value": 0.5, "refNo": "R1"}]);
    let account = json!({
        "maskedAccountNumber": "XXXXXX0001",
        "ifsc": "EXMP0000001",
        "beneficiaryName": "Example Traders LLP",
        "businessVPA": "example@upi",
    });
    let invoice = object(INVOICE.as_str(), "supplierInvoiceNumber", "statusTransition");
    let info = json!({
        "invoiceAmount": {"dueAmount": 100.5, "totalAmount": 100.5, "currency": "INR"},
        "invoicePaymentAmount": paid,
        "supplierBankAccountDetails": account,
    });
    let payment = json!({
        "objectId": PAYMENT,
        "ts": "2026-01-01T10:00:00",
        "type": "ONPLATFORM",
        "mode": "ACCOUNT TRANSFER",
        "utr": "UTR0001",
        "currency": "INR",
        "paymentAmount": amount,
        "invoicesPayInfos": [with(invoice.clone(), info)],
    });
    let paid: PaymentRequestWebhook = read(
        "PaymentRequestWebhook",
        json!({"device": device(), "b2bIds": ids(), "payment": payment, "additionalInfos": infos()}),
    );
    let received = paid.payment.unwrap();
    assert_eq!(received.mode, Some(PaymentMode::AccountTransfer));
    assert_eq!(received.r#type, Some(PaymentType::OnPlatform));
    assert_eq!(received.object_id, Some(Lenient::Value(PAYMENT)));
    let total = received.payment_amount.unwrap().total_amount;
    assert_eq!(total, Some(Lenient::Value(Money::from_paise(10_150))));

    let received: PaymentResponseWebhook = read(
        "PaymentResponseWebhook",
        json!({"resp": resp(), "b2bIds": ids(), "payment": payment, "additionalInfos": infos()}),
    );
    let info = received.payment.unwrap().invoices_pay_infos.remove(0);
    let splits = info.invoice_payment_amount.unwrap().splits;
    assert_eq!(splits[0].value, Some(Lenient::Value(Money::from_paise(50))));

    let confirmation = json!({
        "objectId": PAYMENT,
        "ts": "2026-01-01T10:00:00",
        "type": "OFFPLATFORM",
        "supplierResponse": "REJECT",
        "supplierRemarks": "not here",
        "invoiceInfos": [invoice],
    });
    let request: PaymentConfirmationRequestWebhook = read(
        "PaymentConfirmationRequestWebhook",
        json!({"device": device(), "b2bIds": ids(), "paymentConfirmation": confirmation, "additionalInfo": 1}),
    );
    assert_eq!(request.more["additionalInfo"], 1);
    let decision = request.payment_confirmation.unwrap().supplier_response;
    assert_eq!(decision, Some(SupplierResponse::Reject));
    let response: PaymentConfirmationResponseWebhook = read(
        "PaymentConfirmationResponseWebhook",
        json!({
            "resp": resp(),
            "b2bIds": ids(),
            "paymentConfirmation": confirmation,
            "additionalInfo": infos(),
        }),
    );
    let buyer = response.b2b_ids.unwrap().buyer_b2b_id;
    assert_eq!(buyer, Some(Lenient::Value("buyer@example".parse().unwrap())));
    assert_eq!(response.additional_info[0].name.as_deref(), Some("note"));
}

#[test]
fn purchase_orders() {
    let order: SendPurchaseOrderResponseWebhook = read(
        "SendPurchaseOrderResponseWebhook",
        json!({"b2bIds": ids(), "resp": resp(), "purchaseOrder": order(), "additionalInfos": infos()}),
    );
    let order = order.purchase_order.unwrap();
    assert_eq!(order.item_lists[0].unit_price, Some(Lenient::Value(Money::from_paise(1_999))));
    assert_eq!(order.item_lists[0].rates[0].value, Some(Lenient::Value(Money::from_paise(1850))));
    let city = order.buyer_details.unwrap().address.unwrap().city;
    assert_eq!(city.as_deref(), Some("Bengaluru"));

    let object = || object("PO1", "buyerPONumber", "poStatusTransition");
    let confirmation =
        with(object(), json!({"supplierResponse": "ACCEPT", "supplierRemarks": "fine"}));
    let confirmed: ConfirmPurchaseOrderRequestWebhook = read(
        "ConfirmPurchaseOrderRequestWebhook",
        json!({
            "device": device(),
            "b2bIds": ids(),
            "poConfirmation": confirmation,
            "additionalInfos": infos(),
        }),
    );
    assert_eq!(confirmed.po_confirmation.unwrap().supplier_response.as_deref(), Some("ACCEPT"));

    let status = with(object(), json!({"buyerAction": "CANCEL", "buyerRemarks": "too late"}));
    let request: StatusChangePurchaseOrderRequestWebhook = read(
        "StatusChangePurchaseOrderRequestWebhook",
        json!({"device": device(), "b2bIds": ids(), "poStatus": status, "additionalInfos": infos()}),
    );
    assert_eq!(request.po_status.unwrap().buyer_po_number.as_deref(), Some("N-0001"));
    let response: StatusChangePurchaseOrderResponseWebhook = read(
        "StatusChangePurchaseOrderResponseWebhook",
        json!({"b2bIds": ids(), "resp": resp(), "poStatus": status, "additionalInfos": infos()}),
    );
    let version = response.po_status.unwrap().object_version.unwrap();
    assert_eq!(version.current_version, Some(Lenient::Value(1)));
}

fn order() -> Json {
    let address = json!({
        "type": "OFFICE",
        "addressLine1": "1 Example Road",
        "addressLine2": "First floor",
        "city": "Bengaluru",
        "state": "Karnataka",
        "country": "IN",
        "pincode": "560001",
    });
    let supplier = json!({
        "b2bId": "supplier@example",
        "gstin": "29ABCDE1234F1Z5",
        "legalName": "Example Traders LLP",
        "tradeName": "Example",
        "stateCode": "29",
        "address": address,
        "contactNumber": {"type": "MOBILE", "countryCode": "91", "phoneNumber": "9000000000"},
        "email": "a@example.com",
    });
    let mut buyer = supplier.clone();
    buyer["placeOfSupply"] = json!("29");
    let item = json!({
        "serialno": "1",
        "productDescription": "Paper",
        "isService": "N",
        "hsnCode": "4802",
        "barCode": "0001",
        "quantity": 2.5,
        "freeQuantity": 0.5,
        "unit": "KGS",
        "unitPrice": 19.99,
        "totalAmt": 49.98,
        "assessmentAmount": 49.98,
        "gstRate": 18.5,
        "totalItemValue": 59.23,
        "orderLineReference": "L1",
        "originCountry": "IN",
        "productSerialNumber": "S1",
        "itemValueDetails": [{"type": "IGST", "value": 9.25}],
        "rates": [{"type": "IGST", "value": 18.5}],
        "batchDetails": {"batchNumber": "B1", "expiryDate": "2027-01-01", "furtherMember": 1},
        "furtherMember": 1,
    });
    let rest = json!({
        "ts": "2026-01-01T10:00:00",
        "orderDate": "2026-01-01",
        "deliveryDate": "2026-02-01",
        "subject": "Paper",
        "supplierDetails": supplier,
        "buyerDetails": buyer,
        "addressDetails": [{"addressType": "DELIVERY", "address": address}],
        "itemLists": [item],
        "poValueDetails": {"furtherMember": 1},
        "poInfos": [{"furtherMember": 1}],
        "contractReferenceDetails": [{"furtherMember": 1}],
        "additionalDocumentDetails": [{"furtherMember": 1}],
        "paymentMilestones": [{"furtherMember": 1}],
        "shippingTermsDetails": {"furtherMember": 1},
    });
    with(object("PO1", "buyerPONumber", "poStatusTransition"), rest)
}

#[test]
fn notes() {
    let transaction = json!({
        "taxScheme": "GST",
        "supplyType": "B2B",
        "reverseChargeTax": "N",
        "eCommerceGstin": "29ABCDE1234F1Z5",
        "igstChargable": "N",
    });
    let supplier = json!({
        "b2bId": "supplier@example",
        "gstin": "29ABCDE1234F1Z5",
        "legalName": "Example Traders LLP",
        "tradeName": "Example",
        "furtherMember": 1,
    });
    let mut rest = json!({
        "noteType": "CREDIT",
        "ts": "2026-01-01T10:00:00",
        "eInvoiceInfo": {"schemaVersion": "1.1", "irnNumber": "IRN1", "irnTs": "2026-01-01"},
        "transactionDetails": transaction,
        "supplierDetails": supplier,
    });
    let maps = "buyerDetails dispatchDetails shippingDetails cdNoteValueDetails supplierBankAccountDetails \
        advancePaymentDetails invoiceReferenceDetails exportDetails ewayBillDetail recurringPayments \
        shippingTermsDetails";
    maps.split(' ').for_each(|name| rest[name] = json!({"furtherMember": "F1"}));
    let lists = "itemLists precedingInvoiceDetails poDetails contractReferenceDetails \
        additionalDocumentDetails paymentMilestones";
    lists.split(' ').for_each(|name| rest[name] = json!([{"furtherMember": "F1"}]));
    let note: SendCreditDebitNoteResponseWebhook = read(
        "SendCreditDebitNoteResponseWebhook",
        json!({
            "device": device(),
            "b2bIds": ids(),
            "resp": resp(),
            "cdNote": with(object("CDN1", "supplierCDNoteNumber", "cdNoteStatusTransition"), rest),
            "additionalInfos": infos(),
        }),
    );
    let note = note.cd_note.unwrap();
    assert_eq!(note.e_invoice_info.unwrap().irn_number.as_deref(), Some("IRN1"));
    assert_eq!(note.po_details[0]["furtherMember"], "F1");
}

#[test]
fn financing() {
    let bid = json!({
        "bidId": "B1",
        "financierId": "F1",
        "approvedAmount": 90000.5,
        "bidValue": 9.25,
        "invoiceFinDetails":
            [{"objectId": INVOICE, "approvedAmount": 90000.5, "financingRequestAmount": 100000.5}],
        "financeTermDoc": "terms",
    });
    let bids = json!({
        "faId": "FA1",
        "financingRequestId": "FR1",
        "financingRequestAmount": 100000.5,
        "bidDetails": [bid],
    });
    let shared: ShareBidRequestWebhook =
        read("ShareBidRequestWebhook", json!({"device": device(), "bid": bids}));
    let bid = shared.bid.unwrap();
    assert_eq!(bid.financing_request_amount, Some(Lenient::Value(Money::from_paise(10_000_050))));
    assert_eq!(bid.bid_details[0].bid_value, Some(Lenient::Value(Money::from_paise(925))));
}
