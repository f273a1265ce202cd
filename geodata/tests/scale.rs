//! A release a hundred times as large: made in proportion, in slices that stay small.
//!
//! The work is measured in the processor time of this process, not by the clock of a busy machine.

mod scratch;

use geodata::import;
use scratch::{Scratch, files, small};
use std::fmt::Write;
use std::fs;

/// Interventies of the real release.
const REAL: usize = 92;

/// The small tables with `count` interventies, four sources each, one in two gemeenten.
fn tables(count: usize) -> Scratch {
    let scratch = Scratch::copy_of(&format!("scale-{count}"), &small("tabellen"));
    let mut bronnen = fs::read_to_string(scratch.dir.join("bronnen.csv")).expect("a table");
    let mut interventies = fs::read_to_string(scratch.dir.join("interventies.csv")).expect("a table");
    for number in 0..count {
        let word = number.wrapping_mul(2_654_435_761) % 1_000_003;
        writeln!(
            bronnen,
            "bron-{number},Bericht {word} over onderwijs,Krant {},2020,,https://example.org/{word},",
            number % 97
        )
        .expect("memory");
        let sources =
            [number, number / 2, number / 3, number / 5].map(|one| format!("bron-{one}")).join("; ");
        writeln!(
            interventies,
            "plan-{number},interventie,Plan {word},,\"Groep {word} leest {} keer in de week voor aan {} kinderen uit de wijk.\",,,\
             GM900{},,,{},po,bron,,,niet-beoordeeld,20{:02},,hoog,{sources}",
            number % 7 + 1,
            number % 31 + 4,
            [1, 3][number % 2],
            ["taal", "rekenen"][number % 3 % 2],
            number % 20 + 10,
        )
        .expect("memory");
    }
    fs::write(scratch.dir.join("bronnen.csv"), bronnen).expect("a table");
    fs::write(scratch.dir.join("interventies.csv"), interventies).expect("a table");
    scratch
}

/// Processor time of this thread, seconds; where the system does not tell, nothing is measured.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / 100.0)
}

/// The time that a release of so many interventies takes, and where it is.
fn release(count: usize) -> (f64, Scratch) {
    let tables = tables(count);
    let out = Scratch::new(&format!("scale-{count}-out"));
    let before = processor_seconds();
    import::export(&tables.dir, &small("kaart.topo.json"), &out.dir).expect("a release");
    let after = processor_seconds();
    (after.zip(before).map_or(0.0, |(after, before)| after - before), out)
}

#[test]
fn a_release_a_hundred_times_as_large_takes_time_in_proportion_and_its_slices_stay_small() {
    let (ten, _) = release(10 * REAL);
    let (hundred, out) = release(100 * REAL);
    println!("{} interventies: {ten:.2} s; {}: {hundred:.2} s", 10 * REAL, 100 * REAL);
    // Linear is ten times; a quadratic step would be a hundred times.
    assert!(hundred <= 20.0 * ten.max(0.1), "{ten:.2} s, then {hundred:.2} s");
    let slices: Vec<_> = files(&out.dir).into_iter().filter(|(name, _)| name.starts_with("delen/")).collect();
    assert!(slices.len() > 300, "{} slices", slices.len());
    for (name, bytes) in slices {
        // By brotli a fifteenth of it: under 10 kB.
        assert!(bytes.len() < 150_000, "{name}: {} bytes", bytes.len());
    }
    let findings = import::check(&out.dir);
    assert!(
        findings.unreadable.is_empty() && findings.contradictions.is_empty(),
        "{}",
        findings.contradictions
    );
}
