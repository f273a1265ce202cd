//! The register: every document of a release that needs no map, a line each.
//!
//! A new document is a line here and three files of the line's name: its types in `contract/`, its
//! table in `import/tabellen/`, its rules in `import/check/`. Index, reading, writing, checking, schema,
//! CSV and catalogue follow from the line. Tables are read in this order: a document may refer to those
//! before it.

/// Calls a macro with `name: Type` of every document; its file is `name.json`.
macro_rules! documents {
    ($then:ident) => {
        $then! {
            /// Everyone who took part, in time; `gemeenten` holds those of the peildatum.
            deelnemers: Deelnemers,
            /// The agendas of the participants, and their addenda.
            agendas: Agendas,
            /// Figures as their sources state them, each with its day.
            kerncijfers: Kerncijfers,
            /// Who took part at the moments that a source counts.
            standen: Standen,
            /// What stands in agendas: an interventie in a gemeente.
            items: Items,
            /// Letters, reports and publications.
            stukken: Stukken,
            /// Networks of schools.
            communities: Communities,
            /// What was tried out.
            experimenten: Experimenten,
            /// What a gemeente was in the alliance besides having an agenda.
            rollen: Rollen,
            /// What happened, and what was meant to happen.
            tijdlijn: Tijdlijn,
            /// The Nationaal Programma Onderwijs as a letter of 2021 told it to gemeenten.
            npo: Npo,
            /// Where readers can go on.
            links: Links,
            /// Videos, with captions and transcript.
            videos: Videos,
            /// The closed lists, with labels.
            begrippen: Begrippen,
            /// Where sources err or contradict each other, and what was done.
            correcties: Correcties,
        }
    };
}

pub(crate) use documents;
