//! The tables, in Markdown.

use super::child::Cost;

const NAME: usize = 66;

pub(super) fn head(title: &str) {
    println!("\n{title}\n");
    println!("| {:<NAME$} | instructions |  ratio | allocations |", "");
    println!("|{:-<width$}|-------------:|-------:|------------:|", "", width = NAME + 2);
}

pub(super) fn row(name: &str, cost: Cost, base: f64) {
    let instructions = thousands(cost.instructions.round() as i64);
    let ratio = cost.instructions / base;
    let digits = if ratio < 0.01 { 4 } else { 2 };
    println!(
        "| {name:<NAME$} | {instructions:>12} | {ratio:>6.digits$} | {:>11} |",
        whole(cost.allocations)
    );
}

pub(super) fn count_head(title: &str, what: &str) {
    println!("\n{title}\n");
    println!("| {:<NAME$} | {what} |", "");
    println!("|{:-<width$}|{:->length$}:|", "", "", width = NAME + 2, length = what.len() + 1);
}

pub(super) fn count_row(name: &str, count: u64) {
    println!("| {name:<NAME$} | {count} |");
}

/// A whole number where it is one; works that share a runtime can have a fraction.
fn whole(count: f64) -> String {
    if (count - count.round()).abs() < 0.05 { format!("{count:.0}") } else { format!("{count:.1}") }
}

fn thousands(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if number < 0 { format!("-{text}") } else { text }
}
