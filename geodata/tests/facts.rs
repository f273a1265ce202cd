//! The committed release against the facts it was made from. Needs the folder of sources beside the
//! repository, and says so where there is none.

mod scratch;

use geodata::contract::{Exports, GemeenteCode, Precisie, RolSoort};
use geodata::import::read_exports;
use scratch::root;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::PathBuf;

fn committed() -> Exports {
    read_exports(&root().join("examples/exports")).expect("the committed release")
}

fn source(path: &str) -> Option<String> {
    let path = root().join("../shared/bronnen").join(path);
    match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            // Not `eprintln`, which a passing test keeps to itself.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {error}", path.display());
            None
        }
    }
}

fn facts(path: &str) -> Option<Value> {
    source(path).map(|text| serde_json::from_str(&text).expect("JSON"))
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_default()
}

/// The source of a letter by the name of its file.
fn letter(file: &str) -> &'static str {
    match file.get(..3) {
        Some("000") => "brief-2021-01-29",
        Some("001") => "brief-2017-07-25",
        Some("002") => "brief-2019-11-19",
        Some("003") => "brief-2021-04-22",
        _ => "brief-2021-01-22",
    }
}

/// Every text of every JSON file of the release, with the name of its field.
fn texts() -> Vec<(String, String, String)> {
    fn walk(file: &str, field: &str, value: &Value, texts: &mut Vec<(String, String, String)>) {
        match value {
            Value::String(text) => texts.push((file.to_owned(), field.to_owned(), text.clone())),
            Value::Array(items) => items.iter().for_each(|item| walk(file, field, item, texts)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(file, name, value, texts)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    for entry in fs::read_dir(root().join("examples/exports")).expect("the release") {
        let path: PathBuf = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "json" || extension == "jsonld") {
            let content = serde_json::from_str(&fs::read_to_string(&path).expect("a text")).expect("JSON");
            let file = path.file_name().expect("a name").to_string_lossy().into_owned();
            walk(&file, "", &content, &mut texts);
        }
    }
    texts
}

/// Lower case, a word each.
fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_fault_of_the_texts_is_corrected_as_listed() {
    let Some(list) = facts("brieven-feiten/ocr_noise.json") else { return };
    let correcties = committed().correcties.expect("the corrections").correcties;
    assert_eq!((items(&list).len(), correcties.len()), (41, 41));
    let texts = texts();
    for fault in items(&list) {
        let (wrong, right) = (text(fault, "source"), text(fault, "gecorrigeerd"));
        let (bron, line) = (letter(text(&fault["bron"], "file")), text(&fault["bron"], "locator"));
        let line = line.trim_start_matches('L');
        let there = |one: &&geodata::contract::Correctie| {
            one.bronnen[0].bron == bron
                && one.bronnen[0]
                    .plaats
                    .as_deref()
                    .is_some_and(|plaats| plaats.ends_with(&format!(" {line}")))
        };
        let same = |one: &&geodata::contract::Correctie| one.in_bron == wrong && one.gelezen == right;
        // The name of a child is not repeated, however it is spelled.
        let child = |one: &&geodata::contract::Correctie| one.in_bron == "naam van een kind";
        assert!(
            correcties.iter().filter(there).any(|one| same(&one) || child(&one)),
            "{bron} {line}: {wrong}"
        );
        if wrong == right {
            continue;
        }
        let wrong = words(wrong);
        // A page may spell its own name and address so.
        let ours = texts.iter().filter(|(file, field, _)| {
            !["correcties.json", "bronnen.json"].contains(&file.as_str())
                && !["bron", "url"].contains(&field.as_str())
        });
        for (file, field, text) in ours {
            let here = words(text).windows(wrong.len()).any(|window| window == wrong);
            // "rot" is a word, and 22-04-2020 is shown as the date that stands on the letter.
            assert!(!here || field == "datumInStuk", "{file}: {field}: {text}");
        }
    }
}

#[test]
fn every_contradiction_is_handled_as_listed() {
    let Some(list) = facts("brieven-feiten/contradictions.json") else { return };
    let exports = committed();
    let handled = exports.correcties.expect("the corrections").tegenspraken;
    let expected: BTreeSet<&str> = items(&list).iter().map(|one| text(one, "id")).collect();
    let found: BTreeSet<&str> = handled.iter().map(|one| one.id.as_str()).collect();
    assert_eq!((found.len(), &found), (14, &expected));

    let stukken = exports.stukken.expect("the stukken").stukken;
    let npo = stukken.iter().find(|stuk| stuk.datum_in_stuk.is_some()).expect("the letter with a wrong year");
    assert_eq!((npo.datum.as_str(), npo.datum_in_stuk.as_deref()), ("2021-04-22", Some("2020-04-22")));

    let kerncijfers = exports.kerncijfers.expect("the figures").kerncijfers;
    let figure = |id: &str| kerncijfers.iter().find(|one| one.id == id).expect("a figure");
    assert_eq!(figure("inwoners-2021").precisie, Precisie::Ongeveer);
    assert_eq!(figure("npo-gemeenten-2021").precisie, Precisie::Ongeveer);
    assert!(figure("gemeenten-met-plan-2017").toelichting.is_some(), "another notion than agendas");

    let numbers: BTreeMap<&str, u16> =
        exports.gemeenten.gemeenten.iter().map(|one| (one.naam.as_str(), one.nummer)).collect();
    assert_eq!(
        [numbers["Eemsdelta"], numbers["Ede"], numbers["Roosendaal"], numbers["Roermond"]],
        [18, 19, 38, 39]
    );

    let rollen = exports.rollen.expect("the roles").rollen;
    let members: BTreeSet<&GemeenteCode> = exports.gemeenten.gemeenten.iter().map(|one| &one.code).collect();
    let signed = rollen.iter().filter(|rol| rol.rol == RolSoort::Ondertekenaar);
    assert_eq!(signed.filter(|rol| !members.contains(&rol.gemeente)).count(), 9);

    let interventies = exports.interventies.interventies;
    let region = interventies.iter().filter(|one| one.regio.as_deref() == Some("Zuid-Limburg"));
    assert_eq!(region.count(), 1);
    let claimed = interventies.iter().filter(|one| one.bewijs.bronlabel.as_deref() == Some("evidence-based"));
    assert_eq!(claimed.count(), 1);
    let worlds: Vec<String> =
        exports.begrippen.expect("the lists").leefwerelden.into_iter().map(|one| one.id).collect();
    assert_eq!(worlds, ["thuis", "school", "omgeving"]);
}

#[test]
fn no_eight_words_of_a_letter_stand_in_the_release() {
    const RUN: usize = 8;
    let mut runs: BTreeSet<Vec<String>> = BTreeSet::new();
    for name in [
        "000_4f9ebb51748bd8ff",
        "001_a864e9c971f8d451",
        "002_4b0d5840749dbaf9",
        "003_33e60ce491454f17",
        "004_bcf4d25f5748fd07",
    ] {
        let Some(text) = source(&format!("brieven/{name}.txt")) else { return };
        let text = text.replace("-\n", "");
        runs.extend(words(&text).windows(RUN).map(<[String]>::to_vec));
    }
    assert!(runs.len() > 5_000);
    let mut copied = Vec::new();
    for (file, field, text) in texts() {
        // What a text wrongly says is shown as it stands; titles, offices and addresses are names.
        if ["inBron", "functie", "url"].contains(&field.as_str())
            || (field == "titel" && file == "stukken.json")
        {
            continue;
        }
        if words(&text).windows(RUN).any(|window| runs.contains(window)) {
            copied.push(format!("{file}: {field}: {text}"));
        }
    }
    assert_eq!(copied, Vec::<String>::new());
}

#[test]
fn no_child_is_named() {
    let Some(list) = facts("brieven-feiten/ocr_noise.json") else { return };
    let Some(quotes) = facts("brieven-feiten/quotes.json") else { return };
    let spelled = items(&list)
        .iter()
        .find(|fault| text(&fault["bron"], "locator") == "L43" && text(fault, "source").ends_with(','));
    let spelled = spelled.expect("the fault in a child's name");
    let mut names: BTreeSet<String> = BTreeSet::new();
    for field in ["source", "gecorrigeerd"] {
        names.extend(words(text(spelled, field)));
    }
    for quote in items(&quotes).iter().filter(|quote| text(quote, "rol").contains("Jongerenraad")) {
        names.extend(words(text(quote, "spreker")));
        names.extend(
            items(&quote["medeontwikkelaars"])
                .iter()
                .flat_map(|name| words(name.as_str().unwrap_or_default())),
        );
    }
    assert!(names.len() >= 5, "{}", names.len());
    for (file, field, text) in texts() {
        assert!(words(&text).iter().all(|word| !names.contains(word)), "{file}: {field}: {text}");
    }
}

#[test]
fn every_figure_of_the_letters_is_a_key_figure_of_its_day() {
    let Some(list) = facts("brieven-feiten/numbers.json") else { return };
    let kerncijfers = committed().kerncijfers.expect("the figures").kerncijfers;
    for number in items(&list) {
        let (waarde, peil) = (number["waarde"].as_f64().expect("a number"), text(number, "peil"));
        let (bron, id) = (letter(text(&number["bron"], "file")), text(number, "id"));
        let found = kerncijfers.iter().any(|one| {
            one.waarde.value() == waarde
                && one.peildatum.starts_with(peil)
                && one.bronnen.iter().any(|verwijzing| verwijzing.bron == bron)
        });
        assert!(found, "{id}: {waarde} on {peil} in {bron}");
    }
}

#[test]
fn every_event_of_the_letters_is_on_the_timeline() {
    let Some(list) = facts("brieven-feiten/timeline.json") else { return };
    let tijdlijn = committed().tijdlijn.expect("the timeline").gebeurtenissen;
    for event in items(&list) {
        let datum = text(event, "datum");
        let datum = datum
            .split("-begin")
            .next()
            .unwrap_or_default()
            .trim_end_matches("-eind")
            .trim_end_matches("-na-zomer");
        let bron = letter(text(&event["bron"], "file"));
        let found = tijdlijn
            .iter()
            .any(|one| one.datum == datum && one.bronnen.iter().any(|verwijzing| verwijzing.bron == bron));
        assert!(found, "{datum} in {bron}: {}", text(event, "id"));
    }
}

#[test]
fn all_interventies_that_are_known_are_there() {
    let Some(list) = facts("gka/interventies.json") else { return };
    // The letter tells of three that pages of gemeenten tell again, one of them twice.
    let same = BTreeMap::from([
        ("amsterdam-brede-brugklas-bonus", "brede-brugklas-bonus"),
        ("groningen-brugfunctionarissen", "brugfunctionaris"),
        ("haarlem-high-dosage-tutoring", "high-dosage-tutoring"),
        ("zaanstad-brugfunctionaris", "brugfunctionaris"),
    ]);
    let exports = committed();
    let deelnemers = exports.deelnemers.expect("the participants").deelnemers;
    let known: BTreeMap<&str, &str> = exports
        .bronnen
        .bronnen
        .iter()
        .filter_map(|bron| Some((bron.url.as_deref()?, bron.id.as_str())))
        .collect();
    let list = if list.is_array() { items(&list) } else { items(&list["interventies"]) };
    assert_eq!(list.len(), 92);
    for one in list {
        let id = text(one, "id");
        let id = same.get(id).copied().unwrap_or(id);
        let interventie = exports.interventies.interventies.iter().find(|known| known.id == id);
        let interventie = interventie.unwrap_or_else(|| panic!("{id} is missing"));
        for naam in items(&one["gemeenten"]).iter().filter_map(Value::as_str) {
            let deelnemer = deelnemers.iter().find(|deelnemer| deelnemer.naam == naam);
            let deelnemer = deelnemer.unwrap_or_else(|| panic!("{naam} takes part"));
            assert!(interventie.gemeenten.contains(&deelnemer.code), "{id} in {naam}");
        }
        for url in items(&one["bron"]).iter().filter_map(Value::as_str) {
            let bron = known.get(url).unwrap_or_else(|| panic!("{url} is a source"));
            assert!(interventie.bronnen.iter().any(|verwijzing| verwijzing.bron == *bron), "{id}: {bron}");
        }
    }
    assert_eq!(exports.interventies.interventies.len(), list.len() - 1, "one of them is in two gemeenten");
}

#[test]
fn everyone_who_is_known_to_take_part_is_there() {
    let Some(list) = facts("gka/gemeenten.json") else { return };
    let deelnemers = committed().deelnemers.expect("the participants").deelnemers;
    let expected: BTreeSet<&str> = items(&list).iter().map(|one| text(one, "naam")).collect();
    let found: BTreeSet<&str> = deelnemers.iter().map(|one| one.naam.as_str()).collect();
    assert_eq!((found.len(), &found), (63, &expected));
}

#[test]
fn the_roles_are_those_of_the_letters() {
    let Some(signed) = facts("brieven-feiten/signatories_2021-01-29.json") else { return };
    let Some(pool) = facts("brieven-feiten/expertpool.json") else { return };
    let exports = committed();
    let rollen = exports.rollen.expect("the roles").rollen;
    let of = |soort| rollen.iter().filter(move |rol| rol.rol == soort);
    let expected: BTreeSet<(&str, Vec<&str>)> = items(&signed["ondertekenaars"])
        .iter()
        .map(|one| {
            let name = |person| match text(person, "naam_gecorrigeerd") {
                "" => text(person, "naam_source"),
                name => name,
            };
            (text(one, "gm_code"), items(&one["wethouders"]).iter().map(name).collect())
        })
        .collect();
    let found: BTreeSet<(&str, Vec<&str>)> = of(RolSoort::Ondertekenaar)
        .map(|rol| (rol.gemeente.as_str(), rol.personen.iter().map(|person| person.naam.as_str()).collect()))
        .collect();
    assert_eq!((found.len(), &found), (33, &expected));
    assert!(of(RolSoort::Ondertekenaar).flat_map(|rol| &rol.personen).all(|person| person.jaar == 2021));
    let names: BTreeMap<&str, &str> =
        exports.gemeenten.gemeenten.iter().map(|one| (one.code.as_str(), one.naam.as_str())).collect();
    let found: BTreeSet<&str> = of(RolSoort::Expertpool).map(|rol| names[rol.gemeente.as_str()]).collect();
    let expected: BTreeSet<&str> = items(&pool["gemeenten"]).iter().filter_map(Value::as_str).collect();
    assert_eq!(found, expected);
}
