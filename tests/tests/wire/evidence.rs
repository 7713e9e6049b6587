//! A response with status 200 is a success only on evidence: kinds of endpoints by bodies.

use enkash_core::mock::Mock;
use enkash_core::{
    Bytes, Client, Endpoint, Error, Json, JsonMap, Method, Outcome, Reply, Text, endpoint, model,
};
use enkash_endpoints::bill_payments::BILL_PAYMENTS;

use super::{PRODUCT, send};

/// The response of a transfer. It declares no field for an error.
#[model]
pub struct Transfer {
    pub payout_status: Option<String>,
    #[serde(flatten)]
    pub ids: Ids,
}

#[model]
pub struct Ids {
    pub transaction_id: Option<String>,
}

/// A model that declares nothing.
#[model]
pub struct Open {
    #[extra]
    pub more: JsonMap,
}

#[endpoint(PUT, "/x", response = Bytes)]
pub struct EnvelopedBytes;

#[endpoint(PUT, "/x", response = Bytes, auto)]
pub struct AutoBytes;

/// A model whose own fields have the names of an error's.
#[model]
pub struct Own {
    pub success: Option<bool>,
    pub message: Option<String>,
}

/// The product defines no result codes.
#[endpoint(PUT, "/x")]
pub struct Enveloped;

#[endpoint(PUT, "/x", response = Transfer)]
pub struct EnvelopedModel;

/// The product defines result codes.
#[endpoint(PUT, "/x", response = Json, product = BILL_PAYMENTS)]
pub struct WithCodes;

#[endpoint(PUT, "/x", response = Transfer, bare)]
pub struct Bare;

#[endpoint(PUT, "/x", response = Text, bare)]
pub struct BareText;

#[endpoint(PUT, "/x", response = Bytes, bare)]
pub struct BareBytes;

#[endpoint(PUT, "/x", response = Json, bare)]
pub struct BareJson;

#[endpoint(PUT, "/x", response = Vec<Transfer>, bare)]
pub struct BareList;

#[endpoint(PUT, "/x", response = Open, bare)]
pub struct BareOpen;

#[endpoint(PUT, "/x", response = Own, bare)]
pub struct BareOwn;

#[endpoint(PUT, "/x", response = Json, auto)]
pub struct Auto;

#[endpoint(PUT, "/x", response = Json, product = BILL_PAYMENTS, auto)]
pub struct AutoWithCodes;

/// How a call ends, in one letter, as in the tables below.
///
/// | letter | end |
/// |---|---|
/// | `P` | a reply with a payload |
/// | `-` | a reply without one |
/// | `A` | `Error::Api`, outcome `Unknown` |
/// | `R` | `Error::Api`, outcome `Refused` |
/// | `D` | `Error::Decode`, outcome `Unknown` |
/// | `!` | `Error::Decode`, outcome `Performed` |
async fn end<E: Endpoint>(request: E, body: &'static str) -> char {
    match send(request, 200, body).await {
        Ok(reply) if reply.payload.is_some() => 'P',
        Ok(_) => '-',
        Err(error) => letter(&error),
    }
}

fn letter(error: &Error) -> char {
    match (error, error.outcome()) {
        (Error::Api(_), Outcome::Unknown) => 'A',
        (Error::Api(_), Outcome::Refused) => 'R',
        (Error::Decode(_), Outcome::Unknown) => 'D',
        (Error::Decode(_), Outcome::Performed) => '!',
        other => panic!("{other:?}"),
    }
}

/// A client of a mock that responds to an undeclared call with this body.
fn client(body: &'static str) -> Client {
    let mock = Mock::new();
    mock.on_raw(Method::POST, "/x").raw(200, body);
    mock.client().expect("these settings are complete")
}

/// Asserts how each kind of call ends on each body. The letters of a row are those of the heading's
/// kinds.
macro_rules! assert_ends {
    ([$($kind:ident),*] $rows:expr) => {
        for (letters, body) in $rows {
            let mut ends = String::new();
            $(ends.push(end($kind, body).await);)*
            assert_eq!(ends, letters, "{} on {body}", stringify!($($kind),*));
        }
    };
}

#[tokio::test]
async fn enveloped_responses() {
    assert_ends!(
        [Enveloped, EnvelopedModel, WithCodes]
        [
            // Positive evidence: a code, the word, a payload.
            ("PPP", r#"{"payload":{"payoutStatus":"SUCCESS"},"response_code":0,"response_message":"Success"}"#),
            ("PPP", r#"{"payload":{"payoutStatus":"SUCCESS"},"errorResponse":null}"#),
            ("PPP", r#"{"data":{"payoutStatus":"FAILED","success":false},"code":"0.0"}"#),
            ("PPP", r#"{"payload":{},"code":0}"#),
            ("---", r#"{"response_code":0}"#),
            ("---", r#"{"response_code":0,"payload":null}"#),
            ("--A", r#"{"response_code":200}"#),
            ("--D", r#"{"response_message":"SUCCESS"}"#),
            ("--D", r#"{"response_message":" success "}"#),
            ("--D", r#"{"code":"SUCCESS"}"#),
            ("PPP", r#"{"code":"SUCCESS","payload":{}}"#),
            ("PPP", r#"{"code":null,"message":"Processed","payload":{"a":1}}"#),
            ("PPP", r#"{"code":"","payload":{"a":1}}"#),
            // A code that nobody defines is no failure where there are no codes.
            ("PPA", r#"{"payload":{},"response_code":156}"#),
            ("PPA", r#"{"payload":{},"response_code":"E1"}"#),
            ("DDA", r#"{"response_code":156}"#),
            // An error that reports nothing is none.
            ("PPP", r#"{"payload":{},"errorResponse":{}}"#),
            ("PPP", r#"{"payload":{},"errorResponse":{"errorType":null,"apiSubErrors":[],"requestId":"R1","timestamp":"now"}}"#),
            ("PPP", r#"{"payload":{},"error":false,"errors":[],"errorMessage":" ","success":true}"#),
            ("PPP", r#"{"payload":{},"error":0,"errors":0.0,"success":true}"#),
            // Neither.
            ("DDD", "{}"),
            ("DDD", r#"{"success":true}"#),
            ("DDD", r#"{"a":1}"#),
            ("DDD", r#"{"message":"Service under maintenance"}"#),
            ("DDD", r#"{"status":"FAILED","message":"not enough balance"}"#),
            ("DDD", r#"{"payload":null}"#),
            ("DDD", r#"{"resultCode":0,"resultMessage":"ok"}"#),
            ("DDD", "null"),
            ("DDD", "[]"),
            ("DDD", r#""OK""#),
            ("DDD", "true"),
            ("DDD", "7"),
            ("DDD", "\u{feff}{}"),
            ("DDD", "<html>Service Unavailable</html>"),
            ("DDD", r#"{"payload":{"payoutStatus":"SUC"#),
            // Negative evidence, which wins.
            ("AAA", r#"{"success":false,"message":"Insufficient balance","data":null}"#),
            ("AAA", r#"{"success":"False","response_code":0,"payload":{}}"#),
            ("AAA", r#"{"error":"x"}"#),
            ("AAA", r#"{"error":true,"response_code":0,"payload":{}}"#),
            ("AAA", r#"{"error":404,"payload":{}}"#),
            ("AAA", r#"{"errors":["x"],"data":null}"#),
            ("AAA", r#"{"errorMessage":"x","payload":{}}"#),
            ("AAA", r#"{"errorResponse":{"code":"E1"}}"#),
            ("AAA", r#"{"errorResponse":{"code":"E1"},"payload":{},"response_code":0}"#),
            ("AAA", r#"{"errorResponse":{"apiSubErrors":[{"field":"x"}]},"payload":{}}"#),
            ("AAA", r#"{"ErrorResponse":{"errorMessage":"x"},"payload":{}}"#),
            ("AAA", r#"{"errorResponse":"try later","response_code":0}"#),
            ("AAA", r#"{"response_message":"Failed","payload":{}}"#),
            ("AAA", r#"{"response_message":" ERROR","response_code":0}"#),
            ("AAA", r#"{"code":"FAILURE","payload":{}}"#),
            ("AAR", r#"{"response_code":1,"response_message":"FAILURE","payload":"Customer not found"}"#),
            ("AAR", r#"{"response_code":1.0,"payload":{}}"#),
            ("AAA", r#"{"response_code":500,"response_message":"FAILURE","payload":"Customer not found"}"#),
            ("AAA", r#"{"code":0,"response_code":500,"payload":{}}"#),
            ("AAA", r#"{"timestamp":"now","status":500,"error":"Internal Server Error","path":"/x"}"#),
            // A refusal beside a word of success proves nothing.
            ("AAA", r#"{"response_code":1,"response_message":"SUCCESS","payload":{}}"#),
            ("DDA", r#"{"response_code":38,"success":true}"#),
            // A duplicate is a refusal.
            ("PPR", r#"{"payload":{},"response_code":38}"#),
        ]
    );
}

#[tokio::test]
async fn a_body_that_is_not_utf_8_is_no_success() {
    let error = send(Enveloped, 200, &b"\xff\xfe\x00"[..]).await.unwrap_err();
    assert_eq!(letter(&error), 'D');
}

#[tokio::test]
async fn bare_responses() {
    assert_ends!(
        [Bare, BareText, BareBytes, BareJson, BareList, BareOpen, BareOwn]
        [
            // What is documented is a success.
            ("PDPPDPD", r#"{"payoutStatus":"SUCCESS"}"#),
            ("PDPPDPD", r#"{"transactionId":"T1"}"#),
            ("DPPDDDD", r#""Card replaced""#),
            ("DDPPPDD", "[]"),
            ("DDPPPDD", r#"[{"payoutStatus":"SUCCESS"}]"#),
            // Errors and codes may be the payload's own.
            ("PDPPDPP", r#"{"payoutStatus":"REJECTED","error":"x","errorCode":"E1","code":412,"message":"no"}"#),
            ("PDPPDPD", r#"{"payoutStatus":"REJECTED","errors":["x"],"errorMessage":"x"}"#),
            ("PDPPDPD", r#"{"payoutStatus":"PENDING","errorResponse":{"requestId":"R1","timestamp":"now"}}"#),
            ("PDPPDPD", r#"{"payoutStatus":"PENDING","status":200,"path":"/x"}"#),
            // Nothing that is declared.
            ("DDPPDDD", "{}"),
            ("DDPPDPD", r#"{"payoutStatus":null}"#),
            ("DDPPDPD", r#"{"status":"FAILED"}"#),
            ("DDPPDPP", r#"{"message":"Service under maintenance"}"#),
            ("DDPPDPD", r#"{"error":"x"}"#),
            ("DDPPDPD", r#"{"errors":["x"],"data":null}"#),
            ("DDPPDPD", r#"{"errorMessage":"x"}"#),
            ("DDPDDDD", "null"),
            ("DDPDDDD", "true"),
            ("DDPDDDD", "7"),
            ("DDPDDDD", "<html></html>"),
            // Negative evidence, which wins.
            ("AAAAAAP", r#"{"success":false,"message":"Insufficient balance","payoutStatus":"SUCCESS"}"#),
            ("AAAAAAA", r#"{"errorResponse":{"code":"E1"},"payoutStatus":"SUCCESS","success":true}"#),
            ("AAAAAAA", r#"{"ErrorResponse":{"errorMessage":"x"}}"#),
            ("AAAAAAA", r#"{"timestamp":"now","status":500,"error":"Internal Server Error","path":"/x","message":"m"}"#),
            ("AAAAAAA", r#"{"status":"404","path":"/x","payoutStatus":"SUCCESS","success":true}"#),
        ]
    );
}

#[tokio::test]
async fn responses_that_nobody_documents() {
    assert_ends!(
        [Auto, AutoWithCodes]
        [
            // With the envelope.
            ("PP", r#"{"payload":{"a":1},"response_code":0}"#),
            ("PP", r#"{"data":[]}"#),
            ("--", r#"{"response_code":0,"id":7}"#),
            ("--", r#"{"code":0,"message":"Success"}"#),
            ("-D", r#"{"message":"Success"}"#),
            ("AR", r#"{"code":1,"message":"no"}"#),
            ("AA", r#"{"message":"Failed"}"#),
            ("AA", r#"{"errors":["x"],"data":null}"#),
            ("AA", r#"{"success":false,"message":"Insufficient balance","data":null}"#),
            ("AA", r#"{"errorResponse":{"code":"E1"}}"#),
            ("DD", r#"{"errorResponse":null,"id":7}"#),
            // Without.
            ("PP", r#"{"id":7}"#),
            ("PP", r#"{"transactionId":"T1","error":false,"status":"SUCCESS","code":5}"#),
            ("PP", r#"{"access_token":"T","success":true}"#),
            ("DD", r#"{"id":null}"#),
            ("DD", "{}"),
            ("DD", r#"{"error":"x","message":"m","status":"FAILED","timestamp":"now","path":"/x","requestId":"R1"}"#),
            ("DD", r#"{"resultCode":401,"resultMessage":"no"}"#),
            ("DD", r#"{"error":"invalid_client","error_description":"Bad credentials"}"#),
            // An error beside other fields may be why there is no success.
            ("DD", r#"{"error":"declined","transactionId":"T1"}"#),
            ("DD", r#"{"error":"invalid_client","error_description":"Bad credentials","correlationId":"c1"}"#),
            ("DD", r#"{"success":true}"#),
            ("AA", r#"{"success":0,"id":7}"#),
            ("AA", r#"{"success":"no","id":7}"#),
            ("DD", r#"{"type":"about:blank","title":"t","detail":"d","status":500}"#),
            ("DD", r#"{"responseCode":1,"responseMessage":"no","msg":"no","exception":"x","trace":"x"}"#),
            ("DD", r#"[{"id":7}]"#),
            ("DD", r#""OK""#),
            ("DD", "null"),
            ("DD", "<html></html>"),
            ("AA", r#"{"success":"FALSE","id":7}"#),
            ("AA", r#"{"timestamp":"now","status":503,"error":"Unavailable","path":"/x","id":7}"#),
        ]
    );
    for (body, end) in
        [(r#"{"id":7}"#, 'P'), (r#"{"error":"x"}"#, 'D'), (r#"{"payload":1,"code":1}"#, 'A')]
    {
        let result = client(body).raw(&PRODUCT, Method::POST, "/x").send().await;
        assert_eq!(result.map_or_else(|error| letter(&error), |_| 'P'), end, "{body}");
    }
}

/// Such characters come from messages that were cut, or from a server that writes no UTF-8.
#[tokio::test]
async fn what_cannot_be_read_hides_no_failure_and_loses_no_success() {
    assert_ends!(
        [Enveloped, WithCodes, Bare, BareText, BareBytes, BareJson, BareOpen, Auto]
        [
            ("AAAAAAAA", "{\"success\":false,\"message\":\"cut \\ud83d\"}"),
            ("AAAAAAAA", "{\"errorResponse\":{\"errorMessage\":\"\\ud83d\"}}"),
            ("AAAAAAAA", "{\"errorResponse\":1e999,\"payoutStatus\":\"SUCCESS\"}"),
            ("AAAAAAAA", "\u{feff}{\"success\":false}"),
            ("AAPDPPPD", "{\"error\":1e999,\"payoutStatus\":\"SUCCESS\"}"),
            ("PPDDPPPP", "\u{feff}{\"payload\":\"\\ud83d\",\"response_code\":0}"),
            ("PPDDPPPP", "{\"payload\":\"x\",\"response_code\":0,\"response_message\":\"\\ud83d\"}"),
        ]
    );
}

#[tokio::test]
async fn bytes_need_the_evidence_of_the_form_that_is_declared() {
    assert_ends!(
        [EnvelopedBytes, AutoBytes, BareBytes]
        [
            ("PPP", r#"{"response_code":0}"#),
            ("DPP", r#"{"id":7}"#),
            ("AAP", r#"{"response_code":1}"#),
            ("AAP", r#"{"response_message":"FAILED"}"#),
            ("DDP", "<html></html>"),
            ("DDP", "{}"),
            ("DDA", r#"{"success":false} x"#),
            ("DDA", r#"{"success":false,"payoutStatus":"x"#),
        ]
    );
    let call = client(r#"{"response_code":1,"error":"x"}"#)
        .raw(&PRODUCT, Method::POST, "/x")
        .send_as::<Bytes>();
    assert_eq!(letter(&call.await.unwrap_err()), 'A');
}

#[tokio::test]
async fn an_empty_body_is_a_reply_whose_payload_is_unknown() {
    assert_ends!(
        [Enveloped, WithCodes, Bare, BareText, BareBytes, BareJson, BareList, Auto]
        [
            ("--------", ""),
            ("----P---", " \r\n"),
        ]
    );
    for status in [200, 202, 204] {
        let reply = send(WithCodes, status, "").await.unwrap();
        assert!(reply.payload.is_none() && reply.code.is_none(), "{status}");
        assert_eq!(reply.into_payload().unwrap_err().outcome(), Outcome::Unknown, "{status}");
    }
}

#[tokio::test]
async fn performed_needs_a_code_that_the_product_defines_as_success() {
    let unreadable = r#"{"response_code":0,"payload":[1]}"#;
    let error = send(EnvelopedModel, 200, unreadable).await.unwrap_err();
    assert_eq!(letter(&error), 'D');
    let missing = |reply: Reply<Json>| letter(&reply.into_payload().unwrap_err());
    assert_eq!(missing(send(WithCodes, 200, r#"{"response_code":0}"#).await.unwrap()), '!');
    assert_eq!(missing(send(Auto, 200, r#"{"response_code":0}"#).await.unwrap()), 'D');
    assert_eq!(missing(send(Auto, 200, r#"{"message":"SUCCESS"}"#).await.unwrap()), 'D');
}
