//! A release a hundred times as large: made in proportion, in slices that stay small.
//!
//! The work is measured in the processor time of this process, not by the clock of a busy machine.

mod scratch;

use geodata::import;
use scratch::{Scratch, files, small};
use std::fmt::Write;
use std::fs;
use std::io::Write as _;

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

const GEMEENTEN: usize = 342;
const BUURTEN: usize = 14_000;
const SCHOLEN: usize = 8_000;
const PERIODEN: usize = 10;

/// Figures of so many indicators, of every gemeente, buurt and school of the land, for ten years.
fn figures(tables: &Scratch, indicators: usize) {
    let dir = &tables.dir;
    fs::create_dir_all(dir.join("indicatoren")).expect("a folder");
    let mut definitions = "id,label_nl,label_en,label_fy,definitie_nl,definitie_en,formule,eenheid_nl,eenheid_en,teken,\
                           decimalen,min,max,periodesoort,beschikbaarheid,toelichting_nl,toelichting_en,grondslag,zekerheid,\
                           bronnen\n"
        .to_owned();
    let mut series = "indicator,niveau,indeling,bronnen\n".to_owned();
    for indicator in 0..indicators {
        writeln!(
            definitions,
            "maat-{indicator},Maat {indicator},,,Een maat.,,,procent,,%,1,0,100,jaar,beschikbaar,,,bron,hoog,brief"
        )
        .expect("memory");
        for niveau in ["gemeente", "buurt", "school"] {
            writeln!(series, "maat-{indicator},{niveau},2020,brief").expect("memory");
            let path = dir.join(format!("indicatoren/maat-{indicator}-{niveau}-2020.csv"));
            fs::write(path, table(niveau, indicator)).expect("a table");
        }
    }
    fs::write(dir.join("indicatoren.csv"), definitions).expect("a table");
    fs::write(dir.join("indicatorreeksen.csv"), series).expect("a table");
    let breaks = "indicator,vanaf,soort,toelichting_nl,toelichting_en,bronnen\n";
    fs::write(dir.join("indicatorbreuken.csv"), breaks).expect("a table");
    fs::write(dir.join("vergelijkingskenmerken.csv"), "indicator,periode,schaal,gewicht\n").expect("a table");
}

fn table(niveau: &str, indicator: usize) -> String {
    let gemeente = |area: usize| area % GEMEENTEN + 1;
    let (areas, of_schools) = match niveau {
        "gemeente" => (GEMEENTEN, false),
        "buurt" => (BUURTEN, false),
        _ => (SCHOLEN, true),
    };
    let mut text = format!("code,naam,periode,waarde,status{}\n", if of_schools { ",gemeente" } else { "" });
    for area in 0..areas {
        for periode in 0..PERIODEN {
            let value = (area * 7_919 + periode * 104_729 + indicator * 31) % 1_000;
            let code = match niveau {
                "gemeente" => format!("GM{:04}", gemeente(area)),
                "buurt" => format!("BU{:04}{:04}", gemeente(area), area / GEMEENTEN),
                _ => format!("{:02}AA{:02}", area / 100, area % 100),
            };
            let naam = if niveau == "gemeente" { String::new() } else { format!("Plek {area}") };
            write!(text, "{code},{naam},{},", 2010 + periode).expect("memory");
            // Now and then there is no figure.
            match value % 50 {
                0 => text.push_str("onderdrukt,"),
                _ => write!(text, "{}.{},", value / 10, value % 10).expect("memory"),
            }
            if of_schools {
                write!(text, ",GM{:04}", gemeente(area)).expect("memory");
            }
            text.push('\n');
        }
    }
    text
}

/// The most memory this process had at once, in MB; where the system does not tell, nothing is measured.
fn peak_megabytes() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<usize>().ok().map(|kilobytes| kilobytes / 1024)
}

/// Processor time of this thread, seconds; where the system does not tell, nothing is measured.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / 100.0)
}

/// The time that a release of so many interventies and indicators takes, and where it is.
fn release(count: usize, indicators: usize) -> (f64, Scratch) {
    let tables = tables(count);
    if indicators > 0 {
        figures(&tables, indicators);
    }
    let out = Scratch::new(&format!("scale-{count}-{indicators}-out"));
    let before = processor_seconds();
    import::export(&tables.dir, &small("kaart.topo.json"), &out.dir).expect("a release");
    let after = processor_seconds();
    (after.zip(before).map_or(0.0, |(after, before)| after - before), out)
}

#[test]
fn a_release_a_hundred_times_as_large_takes_time_in_proportion_and_its_slices_stay_small() {
    let (ten, _) = release(10 * REAL, 0);
    let (hundred, out) = release(100 * REAL, 0);
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

/// `GEODATA_SCALE=20` measures all twenty; without it a part is enough to see that a step is not quadratic.
#[test]
fn figures_of_every_buurt_and_school_take_time_in_proportion_and_their_slices_stay_small() {
    let most = std::env::var("GEODATA_SCALE").ok().and_then(|text| text.parse().ok()).unwrap_or(4_usize);
    let few = (most / 4).max(1);
    let (short, _) = release(1, few);
    let before = peak_megabytes();
    let (long, out) = release(1, most);
    println!(
        "{few} indicators: {short:.2} s, {before:?} MB; {most}: {long:.2} s, {:?} MB; {} figures",
        peak_megabytes(),
        most * PERIODEN * (GEMEENTEN + BUURTEN + SCHOLEN)
    );
    let times = most as f64 / few as f64;
    assert!(long <= 2.0 * times * short.max(0.1), "{short:.2} s, then {long:.2} s");
    let mut slices = 0;
    for (name, bytes) in files(&out.dir).into_iter().filter(|(name, _)| name.starts_with("indicatoren/")) {
        // As gzip: of a slice brotli is smaller, and of a list of 342 slices, mostly hashes, 14 kB where gzip is 17.
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(&bytes).expect("memory");
        let packed = packed.finish().expect("memory").len();
        let is_list = name.matches('/').count() == 1 && !name.contains("gemeente");
        let most = if is_list { 18_000 } else { 15_000 };
        assert!(packed <= most, "{name}: {packed} bytes");
        slices += 1;
    }
    assert_eq!(slices, most * (1 + 2 * (1 + GEMEENTEN)));
}
