//! Orders, payments and refunds of the payment gateway.

mod attempt;

use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::assumptions::Assumption;
use crate::exchange::{Call, Outcome, Refusal, Violation, amount, number};
use crate::journal::{Action, Effect};
use crate::state::{Attempt, AttemptStatus, Gateway, Order, State};

/// The one-time password that the sandbox accepts.
const OTP: &str = "123456";

/// A picture of one pixel, Base64: what a QR code looks like here.
const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";

/// Performs the operations of the flow; `None` for all others.
pub(super) fn perform(state: &State, call: &Call<'_>) -> Option<Result<Outcome, Refusal>> {
    Some(match call.operation.id() {
        "CreatePaymentOrder" => create(state, call),
        "GetOrderStatus" => order_status(state, call),
        "SubmitPayment" => submit(state, call),
        "GetDynamicUpiQr" => start_upi(state, call, true),
        "GetUpiIntentLinks" => start_upi(state, call, false),
        "GetPaymentTransactionStatus" => payment_status(state, call),
        "GetUpiTransactionStatus" => upi_status(state, call),
        "ValidatePaymentOtp" => validate_otp(state, call),
        "ResendPaymentOtp" => resend_otp(state, call),
        "VerifyUpiVpa" => verify_vpa(state, call),
        "RefundPayment" => refund(state, call),
        _ => return None,
    })
}

fn create(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let own = call.string("orderId").unwrap_or_default();
    let value = amount(&call.body["amount"]["value"]).filter(in_paise);
    let mut violations = Vec::new();
    if own.is_empty() || !own.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        violations.push(Violation::new("orderId", "must be letters and digits only"));
    }
    if value.is_none() {
        violations.push(Violation::new("amount.value", IN_PAISE));
    }
    let Some(value) = value.filter(|_| violations.is_empty()) else {
        return Err(Refusal::violations(violations));
    };
    let mut store = state.gateway();
    if store.merchant_ids.contains_key(own) {
        return Err(Refusal::duplicate("Order", own).assuming(Assumption::OrderIds));
    }
    let id = state.ids.next("ORD", 18);
    let order = Order {
        id: id.clone(),
        amount: value,
        created: state.clock.indian_stamp(),
        status: "CREATED",
    };
    store.orders.insert(id.clone(), order);
    store.merchant_ids.insert(own.to_owned(), id.clone());
    let payload = json!({
        "orderId": id,
        "redirectionUrl": format!("https://checkout.sandbox.invalid/v1/pay/{id}"),
    });
    Ok(Outcome::success(payload).with([Effect::new(Action::OrderCreated, id)]))
}

/// Whether an amount is one of rupees and paise.
fn in_paise(amount: &Decimal) -> bool {
    *amount > Decimal::ZERO && amount.normalize().scale() <= 2
}

const IN_PAISE: &str = "must be more than 0, with at most 2 decimals and 28 digits";

fn order_status(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let mut store = state.gateway();
    let order = store.order(call.id("orderId"))?;
    Ok(Outcome::success(json!({
        "orderId": order.id,
        "created": order.created,
        "orderStatus": order.status,
        "amount": {"value": number(order.amount), "currency": "INR"},
    })))
}

fn submit(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let detail = attempt::detail(&call.body);
    let violations = attempt::missing(&call.body, detail);
    if !violations.is_empty() {
        return Err(Refusal::violations(violations));
    }
    let mut store = state.gateway();
    let order = payable(&mut store, call.string("orderId").unwrap_or_default())?;
    let mode = detail["paymentMode"].as_str();
    let status = attempt::first_status(mode, detail);
    let (id, effects) = start(state, &mut store, &order, mode, status);
    let status = store.attempt(&id)?.status;
    let payload = json!({
        "transactionId": id,
        "transactionStatus": status.as_str(),
        "orderId": order,
        "redirectionUrl": format!("https://checkout.sandbox.invalid/v1/bank/{id}"),
    });
    Ok(Outcome::success(payload).with(effects))
}

/// EnKash's id of an order that can still be paid.
fn payable(store: &mut Gateway, id: &str) -> Result<String, Refusal> {
    let order = store.order(id)?;
    if order.status == "PAID" {
        return Err(
            Refusal::unprocessable("The order is paid already").assuming(Assumption::PaidOrder)
        );
    }
    order.status = "ATTEMPTED";
    Ok(order.id.clone())
}

/// Adds an attempt whose first status is `status`.
fn start(
    state: &State,
    store: &mut Gateway,
    order: &str,
    mode: Option<&str>,
    status: AttemptStatus,
) -> (String, Vec<Effect>) {
    let id = state.ids.next("EK", 18);
    let now = state.clock.indian_stamp();
    store.attempts.insert(id.clone(), Attempt::new(order, mode, status, now.clone()));
    let mut effects = vec![Effect::new(Action::PaymentStarted, &id)];
    match status {
        AttemptStatus::Success => effects.extend(store.succeed(&id, now)),
        AttemptStatus::Failed => effects.push(Effect::new(Action::PaymentFailed, &id)),
        _ => {}
    }
    (id, effects)
}

fn start_upi(state: &State, call: &Call<'_>, as_picture: bool) -> Result<Outcome, Refusal> {
    let mut store = state.gateway();
    let order = payable(&mut store, call.id("orderId"))?;
    let (id, effects) =
        start(state, &mut store, &order, Some("UPI"), AttemptStatus::Processing { reads: 1 });
    let link = format!("upi://pay?pa=sandbox@invalid&tr={id}");
    let payload = if as_picture {
        json!({"qrCode": PIXEL, "qrUrl": link, "ekPayId": id})
    } else {
        json!({"transactionId": id, "upi": link})
    };
    Ok(Outcome::success(payload).with(effects))
}

fn payment_status(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("transactionId");
    let mut store = state.gateway();
    let effect = read(state, &mut store, id)?;
    let attempt = store.attempt(id)?;
    let mut payload = json!({
        "transactionId": id,
        "created": attempt.created,
        "lastModified": attempt.modified,
        "orderId": attempt.order,
        "status": attempt.status.as_str(),
        "refundedAmount": number(attempt.refunded),
    });
    if let (Value::Object(members), Some(mode)) = (&mut payload, &attempt.mode) {
        members.insert("paymentMode".to_owned(), json!(mode));
    }
    Ok(Outcome::success(payload).with(effect))
}

fn upi_status(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("transactionId");
    let mut store = state.gateway();
    let effect = read(state, &mut store, id)?;
    let attempt = store.attempt(id)?;
    let payload = json!({
        "status": attempt.status.as_upi(),
        "transactionMessage": attempt.status.as_str(),
        "orderId": attempt.order,
    });
    Ok(Outcome::success(payload).with(effect))
}

/// Reading the status is what lets time pass for an attempt that waits for its customer.
fn read(state: &State, store: &mut Gateway, id: &str) -> Result<Option<Effect>, Refusal> {
    let attempt = store.attempt(id)?;
    let AttemptStatus::Processing { reads } = attempt.status else {
        return Ok(None);
    };
    if reads > 0 {
        attempt.status = AttemptStatus::Processing { reads: reads - 1 };
        return Ok(None);
    }
    let order = attempt.order.clone();
    let now = state.clock.indian_stamp();
    if store.order(&order)?.status == "PAID" {
        store.attempt(id)?.set_status(AttemptStatus::Failed, now);
        return Ok(Some(Effect::new(Action::PaymentFailed, id)));
    }
    Ok(store.succeed(id, now))
}

fn validate_otp(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.string("ekPayId").unwrap_or_default();
    let mut store = state.gateway();
    let attempt = store.attempt(id)?;
    if attempt.status != AttemptStatus::Created {
        return Err(Refusal::unprocessable(
            "The transaction does not wait for a one-time password",
        ));
    }
    if call.string("otp") != Some(OTP) {
        return Err(Refusal::unprocessable("The one-time password is wrong")
            .assuming(Assumption::PaymentResult));
    }
    let order = attempt.order.clone();
    payable(&mut store, &order)?;
    let effect = store.succeed(id, state.clock.indian_stamp());
    let total = store.order(&order)?.amount;
    let payload = json!({
        "transactionId": id,
        "amount": total.to_string(),
        "currency": "INR",
        "txnMessage": "Success",
        "txnStatus": AttemptStatus::Success.as_str(),
        "txnDate": state.clock.indian_stamp(),
        "orderId": order,
    });
    Ok(Outcome::success(payload).with(effect))
}

fn resend_otp(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    state.gateway().attempt(call.id("enkashTransactionId"))?;
    Ok(Outcome::text("OTP sent"))
}

fn verify_vpa(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    if call.string("merchantIdentifierKey") != Some(state.credentials.access_key.as_str()) {
        return Err(Refusal::new(403, "merchantIdentifierKey is not the merchant's access key"));
    }
    let vpa = call.string("vpa").unwrap_or_default();
    if !vpa.contains('@') || vpa.starts_with("unknown") {
        return Err(Refusal::unknown("UPI address", vpa).assuming(Assumption::UpiAddress));
    }
    Ok(Outcome::success(json!({"name": "Sandbox Payer"})))
}

fn refund(state: &State, call: &Call<'_>) -> Result<Outcome, Refusal> {
    let id = call.id("transactionId");
    let request = call.string("requestId").unwrap_or_default();
    let wanted = amount(&call.body["amount"]).filter(in_paise);
    let wanted = wanted.ok_or_else(|| Refusal::violation("amount", IN_PAISE))?;
    let mut store = state.gateway();
    let order = store.attempt(id)?.order.clone();
    if store.refunds.contains(request) {
        return Err(Refusal::duplicate("Refund", request).assuming(Assumption::OrderIds));
    }
    let paid = store.order(&order)?.amount;
    let attempt = store.attempt(id)?;
    if !matches!(attempt.status, AttemptStatus::Success | AttemptStatus::PartiallyRefunded) {
        return Err(Refusal::unprocessable("Only a successful transaction can be refunded")
            .assuming(Assumption::Refunds));
    }
    if wanted > paid - attempt.refunded {
        return Err(Refusal::unprocessable("The refund is more than what is left of the payment")
            .assuming(Assumption::Refunds));
    }
    attempt.refunded += wanted;
    let all = attempt.refunded == paid;
    let status = if all { AttemptStatus::Refunded } else { AttemptStatus::PartiallyRefunded };
    attempt.set_status(status, state.clock.indian_stamp());
    let mut payload = json!({
        "amount": number(wanted),
        "currency": "INR",
        "status": status.as_str(),
        "transactionId": id,
        "txnMsg": "Refund accepted",
        "txnDate": state.clock.indian_stamp(),
        "uniqueTransactionId": request,
    });
    if let (Value::Object(members), Some(mode)) = (&mut payload, &attempt.mode) {
        members.insert("paymentMode".to_owned(), json!(mode));
    }
    store.refunds.insert(request.to_owned());
    Ok(Outcome::success(payload).with([Effect::paid(Action::PaymentRefunded, id, wanted)]))
}
