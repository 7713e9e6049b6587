//! Medians over the rounds, as a table.

use std::sync::Arc;

use crate::clients::Client;
use crate::load::Slice;

/// Prints what came of all rounds at one level. Ratios are those within a round.
pub fn print(at_once: usize, clients: &[Arc<Client>], rounds: &[Vec<Slice>]) {
    println!("\n{at_once} at once, medians of {} rounds\n", rounds.len());
    println!(
        "| {:<48} | requests/s | ratio | half of the rounds | p50 µs | p99 µs | p50, ratio | p99, ratio |",
        ""
    );
    println!(
        "|{:-<50}|-----------:|------:|-------------------:|-------:|-------:|-----------:|-----------:|",
        ""
    );
    for (place, client) in clients.iter().enumerate() {
        let of =
            |figure: fn(&Slice) -> f64| sorted(rounds.iter().map(|round| figure(&round[place])));
        let ratio = |figure: fn(&Slice) -> f64| {
            sorted(rounds.iter().map(|round| figure(&round[place]) / figure(&round[0])))
        };
        let speeds = ratio(per_second);
        println!(
            "| {:<48} | {:>10.0} | {:>5.3} | {:>18} | {:>6.0} | {:>6.0} | {:>10.2} | {:>10.2} |",
            client.name,
            share(&of(per_second), 0.5),
            share(&speeds, 0.5),
            format!("{:.3} to {:.3}", share(&speeds, 0.25), share(&speeds, 0.75)),
            share(&of(p50), 0.5),
            share(&of(p99), 0.5),
            share(&ratio(p50), 0.5),
            share(&ratio(p99), 0.5),
        );
    }
}

fn per_second(slice: &Slice) -> f64 {
    slice.per_second
}

fn p50(slice: &Slice) -> f64 {
    slice.percentile(0.5)
}

fn p99(slice: &Slice) -> f64 {
    slice.percentile(0.99)
}

fn sorted(figures: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_unstable_by(f64::total_cmp);
    figures
}

/// The figure that this share of the sorted ones does not exceed, between two of them where it
/// falls there.
fn share(figures: &[f64], share: f64) -> f64 {
    let Some(last) = figures.len().checked_sub(1) else { return f64::NAN };
    let place = last as f64 * share;
    let (low, high) = (figures[place.floor() as usize], figures[place.ceil() as usize]);
    low + (high - low) * place.fract()
}
