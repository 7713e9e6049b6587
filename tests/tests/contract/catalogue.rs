//! Every declaration against the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use enkash_core::Json;
use enkash_endpoints::webhook::webhooks;
use enkash_tests::contract::{
    Difference, GROUPS, Operations, Review, Tally, catalogue, catalogue_files, compare, declared,
    declared_document, declared_webhooks, documented, documented_webhooks, facts, operation_ids,
    page_of, reviewed, sources, webhook_document, webhook_facts,
};
use serde_json::json;

fn assert_settled(differences: &[Difference], reviews: &[Review]) {
    let (open, idle) = Review::settle(reviews, differences);
    let lines: Vec<String> = open.iter().map(ToString::to_string).collect();
    assert!(
        lines.is_empty(),
        "correct these, or give the reason in `tests/contract/differences.yaml`:\n{}",
        lines.join("\n")
    );
    assert!(idle.is_empty(), "reviewed differences that are none (any more): {idle:#?}");
}

fn row(name: &str, tally: Tally) {
    let share = |(all, agree): (usize, usize)| format!("{agree}/{all}");
    println!(
        "{name:<44} {:>10} {:>10} {:>10} {:>10}",
        share(tally.operations),
        share(tally.parameters),
        share(tally.body),
        share(tally.responses)
    );
}

#[test]
fn the_declarations_agree_with_the_catalogue() {
    println!(
        "{:<44} {:>10} {:>10} {:>10} {:>10}",
        "product", "operations", "parameters", "bodies", "responses"
    );
    let mut differences = Vec::new();
    let mut operations = 0;
    for (files, products) in GROUPS {
        let (found, tally) = compare(&documented(files), &declared(products));
        row(&files.join(", "), tally);
        operations += tally.operations.1;
        differences.extend(found);
    }
    let (found, tally) = compare(&documented_webhooks(), &declared_webhooks());
    row("webhooks", tally);
    differences.extend(found);
    assert_settled(&differences, &reviewed());
    // An operation that is lost on both sides would be no difference.
    assert_eq!((operations, tally.operations.1), (129, 22));
}

#[test]
fn each_file_of_the_catalogue_is_compared() {
    let compared: BTreeSet<String> =
        GROUPS.iter().flat_map(|(files, _)| *files).map(|file| (*file).to_owned()).collect();
    assert_eq!(compared, catalogue_files());
    let products: BTreeSet<&str> =
        GROUPS.iter().flat_map(|(_, products)| *products).copied().collect();
    assert_eq!(
        products,
        enkash_core::endpoints().iter().map(|info| info.product().name()).collect()
    );
    assert_eq!(products, enkash_endpoints::PRODUCTS.iter().map(|product| product.name()).collect());
}

/// Of two operations of the same name one would hide the other.
#[test]
fn no_two_operations_share_a_name() {
    for (files, products) in GROUPS {
        let documents = files.iter().map(|file| catalogue(file));
        for mut ids in [
            documents.flat_map(|document| operation_ids(&document)).collect::<Vec<_>>(),
            products
                .iter()
                .flat_map(|product| operation_ids(&declared_document(product)))
                .collect(),
        ] {
            ids.sort();
            let repeated: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(!ids.is_empty() && repeated.is_empty(), "{files:?}: {repeated:?}");
        }
    }
}

/// A declaration leads to a page of its operation. Where there is none, the catalogue names
/// its source.
#[test]
fn every_declaration_names_a_page_of_the_portal_where_there_is_one() {
    let files = GROUPS.iter().flat_map(|(files, _)| *files);
    let documented: BTreeMap<_, _> = files.flat_map(|file| sources(&catalogue(file))).collect();
    let declared = enkash_core::endpoints().into_iter().map(|info| (info.name(), info.docs()));
    let declared = declared.chain(webhooks().into_iter().map(|info| (info.name, info.docs)));
    let mut wrong = Vec::new();
    for (name, docs) in declared {
        let source = &documented[name];
        let right = match docs {
            Some(docs) => source.pages.contains(page_of(docs)),
            None => source.pages.is_empty() && source.evidence.is_some(),
        };
        if !right {
            wrong.push(format!("{name}: declared {docs:?}, documented {source:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What was only seen outside the portal may have methods and paths, too.
#[test]
fn an_extension_is_no_operation() {
    let seen = json!({"operationId": "Seen", "requestBody": {"content": {"application/json": {"schema": {}}}}});
    let real = json!({"operationId": "Real"});
    let document = json!({
        "info": {"x-undocumented": [{"method": "post", "path": "/seen"}], "x-seen-calls": {"/seen": {"get": seen}}},
        "paths": {
            "/real": {"get": real, "x-seen-response": seen, "parameters": []},
            "x-seen-paths": {"get": seen},
        },
        "webhooks": {"real": {"x-seen": seen, "post": real}, "x-seen": {"post": seen}},
    });
    let names = |operations: Operations| operations.into_keys().collect::<Vec<_>>();
    assert_eq!(names(facts(&document)), ["Real"]);
    assert_eq!(operation_ids(&document), ["Real"]);
    let found = webhook_facts(&document);
    assert!(
        found["real"].is_empty(),
        "the operation of the webhook was taken for another: {found:?}"
    );
    assert_eq!(names(found), ["real"]);
}

#[test]
fn a_documented_format_holds_unless_another_one_was_observed() {
    for (schema, format) in [
        (json!({"type": "string", "format": "date-time"}), Some("date-time")),
        (json!({"type": "string", "x-documented-format": "date-time"}), Some("date-time")),
        (
            json!({"type": "string", "x-documented-format": "date-time", "x-observed-format": "YYYY"}),
            None,
        ),
        (json!({"type": "string", "x-observed-format": "YYYY"}), None),
        (json!({}), None),
    ] {
        let body = json!({"content": {"application/json": {"schema": schema}}});
        let found = webhook_facts(&json!({"webhooks": {"w": {"post": {"requestBody": body}}}}));
        let read = found["w"]["webhook"].get("format").and_then(Json::as_str);
        assert_eq!(read, format, "{schema}");
    }
}

/// What a change of the declarations' document adds to the differences.
fn noticed(change: impl FnOnce(&mut Json)) -> Vec<Difference> {
    let document = declared_document("accounts-receivable");
    noticed_in(&documented(&["accounts-receivable"]), document, facts, change)
}

fn noticed_in(
    documented: &Operations,
    mut document: Json,
    facts: fn(&Json) -> Operations,
    change: impl FnOnce(&mut Json),
) -> Vec<Difference> {
    let (before, _) = compare(documented, &facts(&document));
    let untouched = document.clone();
    change(&mut document);
    assert_ne!(untouched, document, "the change changes nothing");
    let (after, _) = compare(documented, &facts(&document));
    after.into_iter().filter(|difference| !before.contains(difference)).collect()
}

/// The declared operation in the document.
fn operation<'a>(document: &'a mut Json, id: &str) -> &'a mut Json {
    let paths = document["paths"].as_object_mut().expect("paths are an object");
    let mut operations = paths
        .values_mut()
        .flat_map(|item| item.as_object_mut().into_iter().flat_map(|item| item.values_mut()));
    operations.find(|operation| operation["operationId"] == id).expect("the operation is declared")
}

/// The schema of the operation's JSON body.
fn body<'a>(document: &'a mut Json, id: &str) -> &'a mut Json {
    &mut operation(document, id)["requestBody"]["content"]["application/json"]["schema"]
}

fn kinds(differences: &[Difference]) -> Vec<(&str, &str, &str)> {
    differences.iter().map(|it| (it.operation.as_str(), it.at.as_str(), it.what.as_str())).collect()
}

#[test]
fn a_lost_operation_is_noticed() {
    let found = noticed(|document| {
        let paths = document["paths"].as_object_mut().unwrap();
        paths.remove("/api/v0/customer/activate/{customerId}").unwrap();
    });
    assert_eq!(kinds(&found), [("ActivateCustomer", "operation", "missing")]);
}

#[test]
fn another_method_or_path_is_noticed() {
    let found = noticed(|document| {
        let item =
            document["paths"]["/api/v0/customer/activate/{customerId}"].as_object_mut().unwrap();
        let operation = item.remove("put").unwrap();
        item.insert("post".to_owned(), operation);
    });
    assert_eq!(kinds(&found), [("ActivateCustomer", "call", "method")]);
    let found = noticed(|document| {
        operation(document, "ActivateCustomer")["x-wire-path"] =
            "/api/v1/customer/activate/{customerId}".into();
    });
    assert_eq!(kinds(&found), [("ActivateCustomer", "call", "path")]);
}

#[test]
fn a_parameter_of_another_name_place_pattern_or_requiredness_is_noticed() {
    let parameter = |document: &mut Json, change: fn(&mut Json)| {
        let parameters =
            operation(document, "ActivateCustomer")["parameters"].as_array_mut().unwrap();
        change(parameters.iter_mut().find(|parameter| parameter["in"] == "query").unwrap());
    };
    let found = noticed(|document| parameter(document, |it| it["name"] = "companyId".into()));
    let lost = ("ActivateCustomer", "query parentCompanyId", "missing");
    assert_eq!(kinds(&found), [("ActivateCustomer", "query companyId", "undocumented"), lost]);
    let found = noticed(|document| parameter(document, |it| it["in"] = "header".into()));
    assert_eq!(
        kinds(&found),
        [("ActivateCustomer", "header parentCompanyId", "undocumented"), lost]
    );
    let found = noticed(|document| parameter(document, |it| it["required"] = true.into()));
    assert_eq!(kinds(&found), [("ActivateCustomer", "query parentCompanyId", "required")]);
    let found = noticed(|document| {
        parameter(document, |it| it["schema"] = serde_json::json!({"type": "string"}))
    });
    assert_eq!(kinds(&found), [("ActivateCustomer", "query parentCompanyId", "pattern")]);
}

#[test]
fn a_field_of_a_body_that_is_lost_renamed_or_of_another_type_is_noticed() {
    let id = "CreateCollectionInvoice";
    let found = noticed(|document| {
        body(document, id)["properties"].as_object_mut().unwrap().remove("baseAmount").unwrap();
    });
    assert_eq!(kinds(&found), [(id, "body baseAmount", "missing")]);
    let found = noticed(|document| {
        let properties = body(document, id)["properties"].as_object_mut().unwrap();
        let amount = properties.remove("baseAmount").unwrap();
        properties.insert("amount".to_owned(), amount);
    });
    assert!(kinds(&found).contains(&(id, "body amount", "undocumented")));
    assert!(kinds(&found).contains(&(id, "body baseAmount", "missing")));
    let found = noticed(|document| {
        body(document, id)["properties"]["baseAmount"]["type"] = "string".into()
    });
    assert_eq!(kinds(&found), [(id, "body baseAmount", "type")]);
    let found =
        noticed(|document| body(document, id)["properties"]["baseAmount"]["minimum"] = 1.into());
    assert_eq!(kinds(&found), [(id, "body baseAmount", "minimum")]);
    let found = noticed(|document| body(document, id)["required"] = serde_json::json!([]));
    assert!(!found.is_empty() && found.iter().all(|it| it.what == "required"), "{found:?}");
}

#[test]
fn a_value_of_an_enum_is_noticed_by_its_absence() {
    let found = noticed(|document| {
        let parameters =
            operation(document, "SearchCustomers")["parameters"].as_array_mut().unwrap();
        let direction =
            parameters.iter_mut().find(|parameter| parameter["name"] == "direction").unwrap();
        direction["schema"] = serde_json::json!({"type": "string", "enum": ["ASC"]});
    });
    assert_eq!(kinds(&found), [("SearchCustomers", "query direction", "enum")]);
}

#[test]
fn a_field_of_a_response_is_noticed_by_its_absence() {
    let found = noticed(|document| {
        let response =
            &mut operation(document, "GetReceivablesAuthToken")["responses"]["200"]["content"];
        let schema = response["application/json"]["schema"]["$ref"]
            .as_str()
            .unwrap()
            .trim_start_matches('#')
            .to_owned();
        let schema = document.pointer_mut(&schema).unwrap();
        schema["properties"].as_object_mut().unwrap().remove("access_token").unwrap();
    });
    assert_eq!(kinds(&found), [("GetReceivablesAuthToken", "response access_token", "missing")]);
}

#[test]
fn a_value_of_an_enum_in_a_response_is_noticed_by_its_absence() {
    let document = declared_document("payment-gateway");
    let documented = documented(&["payment-gateway", "payment-gateway-extras"]);
    let found = noticed_in(&documented, document, facts, |document| {
        document["components"]["schemas"]["UpiStatus"]["enum"]
            .as_array_mut()
            .unwrap()
            .pop()
            .unwrap();
    });
    assert_eq!(kinds(&found), [("GetUpiTransactionStatus", "response status", "enum")]);
}

#[test]
fn a_field_of_a_webhook_of_another_name_values_or_format_is_noticed() {
    let noticed = |change: fn(&mut Json)| {
        let documented = documented_webhooks();
        noticed_in(&documented, webhook_document(), webhook_facts, |document| {
            change(&mut document["$defs"])
        })
    };
    let id = "PaymentLinkWebhook";
    let found = noticed(|schemas| {
        schemas["PaymentLinkWebhook"]["properties"]
            .as_object_mut()
            .unwrap()
            .remove("message")
            .unwrap();
    });
    assert_eq!(kinds(&found), [(id, "webhook message", "missing")]);
    let found = noticed(|schemas| {
        schemas["PaymentLinkEvent"]["enum"].as_array_mut().unwrap().pop().unwrap();
    });
    assert_eq!(kinds(&found), [(id, "webhook type", "enum")]);
    let found = noticed(|schemas| {
        schemas["PaymentLinkWebhook"]["properties"]["paymentDate"]["format"] = "date".into();
    });
    assert_eq!(kinds(&found), [(id, "webhook paymentDate", "format")]);
}

#[test]
fn a_review_of_other_values_settles_nothing() {
    let mut found = noticed(|document| {
        let parameters =
            operation(document, "SearchCustomers")["parameters"].as_array_mut().unwrap();
        let direction =
            parameters.iter_mut().find(|parameter| parameter["name"] == "direction").unwrap();
        direction["schema"] = serde_json::json!({"type": "string", "enum": ["ASC"]});
    });
    found.truncate(1);
    let review = |declared: &str| Review {
        operation: "*".to_owned(),
        at: "*".to_owned(),
        what: "enum".to_owned(),
        declared: Some(declared.to_owned()),
        reason: String::new(),
    };
    assert!(review(r#"["ASC"]"#).covers(&found[0]));
    assert!(!review(r#"["DESC"]"#).covers(&found[0]));
}

/// What is missing here would ignore that an account is refused, and could lock it.
#[test]
fn every_token_request_is_marked_as_one() {
    let is_path = |info: &&enkash_core::EndpointInfo| {
        info.template().ends_with("/oauth/token") || info.template().ends_with("/merchant/token")
    };
    let names = |found: Vec<&enkash_core::EndpointInfo>| {
        found.iter().map(|info| info.name()).collect::<Vec<_>>()
    };
    let by_path = names(enkash_core::endpoints().into_iter().filter(is_path).collect());
    let marked = names(
        enkash_core::endpoints().into_iter().filter(|info| info.is_token_request()).collect(),
    );
    assert!(by_path.contains(&"GetReceivablesAuthToken"), "{by_path:?}");
    assert_eq!(by_path, marked);
}
