//! The table.

use crate::expanded::Lines;
use crate::generate::STYLES;
use crate::measure::{Measured, first_step, steps};

type Value<'a> = Box<dyn Fn(&Measured) -> Option<f64> + 'a>;

/// A line of the table: what it is, how it is written, and the value of a style where there is one.
struct Row<'a> {
    name: String,
    write: fn(f64) -> String,
    value: Value<'a>,
}

impl<'a> Row<'a> {
    fn new(
        name: impl Into<String>,
        write: fn(f64) -> String,
        value: impl Fn(&Measured) -> Option<f64> + 'a,
    ) -> Row<'a> {
        Row { name: name.into(), write, value: Box::new(value) }
    }
}

/// Returns everything as a markdown table, a column per style, with the ratio to the first style
/// in brackets.
pub fn table(sizes: &[usize], measured: &[Measured]) -> String {
    let base = measured.iter().find(|one| one.style.name == STYLES[0].name);
    let mut table = String::from("| |");
    for one in measured {
        table += &format!(" {} |", one.style.name);
    }
    table += &format!("\n|---|{}\n", "---|".repeat(measured.len()));
    for row in rows(sizes) {
        let values: Vec<_> = measured.iter().map(|one| (one, (row.value)(one))).collect();
        if values.iter().all(|(_, value)| value.is_none()) {
            continue;
        }
        table += &format!("| {} |", row.name);
        for (one, value) in values {
            let base = base.filter(|base| base.style.name != one.style.name);
            table +=
                &format!(" {} |", cell(value, base.and_then(|base| (row.value)(base)), row.write));
        }
        table.push('\n');
    }
    table + NOTES
}

const NOTES: &str = "
Cold is the first `cargo check` of the crate, warm the next one after a comment was added. Millions of instructions (M)
and bytes are the same on every run, to 0.1 %; milliseconds are not, on a machine that others use. In brackets: times
what `plain` needs.
";

fn rows(sizes: &[usize]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (name, select) in STATES {
        for (low, high) in steps(sizes) {
            rows.push(Row::new(
                format!("rustc per endpoint, {name}, {low} → {high}"),
                millions,
                move |one: &Measured| instructions_per_endpoint(one, select, low, high),
            ));
        }
        for ((low, middle), (_, high)) in steps(sizes).zip(steps(sizes).skip(1)) {
            rows.push(Row::new(
                format!("… growth: {middle} → {high} over {low} → {middle}"),
                plain_number,
                move |one: &Measured| {
                    let early = instructions_per_endpoint(one, select, low, middle)?;
                    Some(instructions_per_endpoint(one, select, middle, high)? / early)
                },
            ));
        }
        for &size in sizes {
            let plural = if size == 1 { "" } else { "s" };
            rows.push(Row::new(
                format!("rustc for {size} endpoint{plural}, {name}"),
                millions,
                move |one: &Measured| one.instructions.get(&size).map(select),
            ));
        }
    }
    if let Some((low, high)) = first_step(sizes) {
        rows.extend(informational(low, high));
    }
    rows.extend(binaries());
    rows.extend(macro_crates());
    rows
}

type Select = fn(&crate::compiler::Instructions) -> f64;

const STATES: [(&str, Select); 2] =
    [("warm", |counted| counted.warm), ("cold", |counted| counted.cold)];

fn informational(low: usize, high: usize) -> [Row<'static>; 4] {
    let time = move |one: &Measured, select: fn(&crate::wrapper::Times) -> std::time::Duration| {
        let milliseconds =
            |size| one.times.get(&size).map(|times| select(times).as_secs_f64() * 1e3);
        per_endpoint(milliseconds(low), milliseconds(high), low, high)
    };
    let lines = move |one: &Measured, select: fn(&Lines) -> Option<usize>| {
        let count = |size| one.lines.get(&size).and_then(select).map(|lines| lines as f64);
        per_endpoint(count(low), count(high), low, high)
    };
    [
        Row::new("user time per endpoint, warm", milliseconds, move |one| {
            time(one, |times| times.user)
        }),
        Row::new("wall time per endpoint, warm", milliseconds, move |one| {
            time(one, |times| times.wall)
        }),
        Row::new("expanded lines per endpoint", whole, move |one| {
            lines(one, |lines| Some(lines.printed))
        }),
        Row::new("… after rustfmt", whole, move |one| lines(one, |lines| lines.formatted)),
    ]
}

fn binaries() -> [Row<'static>; 3] {
    [
        Row::new("binary per used endpoint", bytes, |one| Some(one.bytes?.per_used)),
        Row::new("binary per unused endpoint", bytes, |one| Some(one.bytes?.per_unused)),
        Row::new("binary with one endpoint", bytes, |one| Some(one.bytes?.with_one)),
    ]
}

fn macro_crates() -> [Row<'static>; 3] {
    [
        Row::new("the macros' crate, once", millions, |one| Some(one.macro_crate?.instructions)),
        Row::new("… user time", milliseconds, |one| {
            Some(one.macro_crate?.times.user.as_secs_f64() * 1e3)
        }),
        Row::new("… wall time", milliseconds, |one| {
            Some(one.macro_crate?.times.wall.as_secs_f64() * 1e3)
        }),
    ]
}

fn instructions_per_endpoint(
    one: &Measured,
    select: Select,
    low: usize,
    high: usize,
) -> Option<f64> {
    let count = |size| one.instructions.get(&size).map(select);
    per_endpoint(count(low), count(high), low, high)
}

fn per_endpoint(at_low: Option<f64>, at_high: Option<f64>, low: usize, high: usize) -> Option<f64> {
    Some((at_high? - at_low?) / (high - low) as f64)
}

fn cell(value: Option<f64>, base: Option<f64>, write: fn(f64) -> String) -> String {
    match (value, base) {
        (None, _) => "–".to_owned(),
        (Some(value), Some(base)) if base.abs() >= 0.5 => {
            format!("{} ({:.2})", write(value), value / base)
        }
        (Some(value), _) => write(value),
    }
}

fn millions(value: f64) -> String {
    if value < 1000.0 { format!("{value:.1} M") } else { format!("{} M", whole(value)) }
}

fn milliseconds(value: f64) -> String {
    format!("{value:.1} ms")
}

fn bytes(value: f64) -> String {
    format!("{} B", whole(value))
}

fn plain_number(value: f64) -> String {
    format!("{value:.3}")
}

/// With a comma after each three digits.
fn whole(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = if value <= -0.5 { String::from("-") } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
