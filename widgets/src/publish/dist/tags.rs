//! The tags of the bundle, described once: what the manifest, the types and the editors' files are made of. A test
//! holds the list of attributes to the loader.

/// A tag with everything that is a promise to its users.
pub struct Tag {
    pub name: &'static str,
    pub class: &'static str,
    pub description: &'static str,
    pub attributes: &'static [Described],
    pub events: &'static [Event],
    pub slots: &'static [Described],
    /// Shadow parts.
    pub parts: &'static [Described],
}

pub struct Described {
    pub name: &'static str,
    pub description: &'static str,
}

pub struct Event {
    pub name: &'static str,
    /// The type of its `detail`, in TypeScript.
    pub detail: &'static str,
    pub description: &'static str,
}

const fn described(name: &'static str, description: &'static str) -> Described {
    Described { name, description }
}

const SRC: Described = described("src", "Address of an export's index.json");
const THEMA: Described = described("thema", "Id of a thema to filter by, such as taalbevordering");
const SECTOR: Described = described("sector", "Id of an onderwijssector to filter by, such as po");
const PROVINCIE: Described = described("provincie", "Code of a provincie to filter by, such as PV21");
const LANG: Described = described("lang", "Language of the widget: nl, en or fy");
const GROEP: Described = described("groep", "Widgets of one src and one groep share what is chosen");
const ADRES: Described =
    described("adres", "Keeps the choices in the page's address, or with fragment behind the #");
const INTEGRITY: Described =
    described("integrity", "SHA-384 of the index at src, as of a script, for an address that never changes");
const LOADING: Described = described(
    "loading",
    "eager fetches at once; without it wasm and data are fetched when the widget is near the window, touched or printed",
);
const KEUZES: Described = described("keuzes", "open when the fields to choose with are");

/// Those of every tag.
pub const EVENTS: &[Event] = &[
    Event {
        name: "gka-select",
        detail: "{ code: string | null; naam: string | null }",
        description: "The reader chose a gemeente, or let go of it",
    },
    Event {
        name: "gka-filter",
        detail: "{ thema: string | null; sector: string | null; provincie: string | null; rol: string | null; indicator: string | null; peildatum: string | null; leefwereld: string | null; bewijs: string | null; status: string | null; agenda: string | null }",
        description: "The reader chose what is shown",
    },
    Event { name: "gka-load", detail: "{ release: string }", description: "The widget is ready" },
    Event {
        name: "gka-error",
        detail: "{ message: string }",
        description: "It cannot start; the reader is told in its frame",
    },
];

const SLOTS: &[Described] = &[
    described("", "What a reader sees without script, and when anything fails"),
    described("kop", "Your own heading in the place of ours"),
];

const PARTS: &[Described] = &[described("base", "The whole widget")];

pub const TAGS: [Tag; 6] = [
    Tag {
        name: "gka-landkaart",
        class: "Landkaart",
        description: "The map of the Gelijke Kansen Alliantie with its list. What stands inside the tag is shown without script, and stays when anything fails.",
        attributes: &[
            SRC,
            described("weergave", "What is shown: kaart, tegels or lijst"),
            THEMA,
            SECTOR,
            PROVINCIE,
            described("rol", "Id of a role to filter by, such as expertpool"),
            described("gemeente", "CBS code of the chosen gemeente, such as GM0505"),
            described("vergelijk", "CBS code of a gemeente to compare the chosen one with"),
            described("indicator", "Id of the figure that colours the map, such as opleiding-laag"),
            described("peildatum", "Day to show, on the borders of its year"),
            described("zoom", "Code of the provincie or gemeente that fills the map"),
            KEUZES,
            described("wijken", "open when the map shows the wijken of the chosen gemeente"),
            LANG,
            GROEP,
            LOADING,
            INTEGRITY,
            ADRES,
        ],
        events: EVENTS,
        slots: SLOTS,
        parts: PARTS,
    },
    Tag {
        name: "gka-interventies",
        class: "Interventies",
        description: "The interventies of the Gelijke Kansen Alliantie as a list to search and to filter. What stands inside the tag is shown without script, and stays when anything fails.",
        attributes: &[
            SRC,
            THEMA,
            SECTOR,
            described("gemeente", "CBS code of the gemeente to filter by, such as GM0505"),
            PROVINCIE,
            described("leefwereld", "Where a child grows up, to filter by: thuis, school or omgeving"),
            described("bewijs", "Id of an evidence level to filter by, such as goed-onderbouwd"),
            described(
                "status",
                "To filter by: liep, begonnen, afgelopen, later or onbekend, on the day of the release",
            ),
            described("agenda", "Year in which the agenda of the gemeente begins, to filter by"),
            described("zoek", "Words to search for"),
            described(
                "orde",
                "What the list is ordered by, if not its titles: gemeente, thema, sector or jaar",
            ),
            described("deel", "Which part of a long list is shown, from 1"),
            described("interventie", "Id of the interventie to show"),
            KEUZES,
            LANG,
            GROEP,
            LOADING,
            INTEGRITY,
            ADRES,
        ],
        events: EVENTS,
        slots: SLOTS,
        parts: PARTS,
    },
    Tag {
        name: "gka-indicator",
        class: "Indicator",
        description: "A figure of a gemeente in words and as a plot, beside what the gemeente does. What stands inside the tag is shown without script, and stays when anything fails.",
        attributes: &[
            SRC,
            described("indicator", "Id of the figure, such as opleiding-laag"),
            described("gemeente", "CBS code of the gemeente, such as GM0505; without it the Netherlands"),
            LANG,
            GROEP,
            LOADING,
            INTEGRITY,
            ADRES,
        ],
        events: EVENTS,
        slots: SLOTS,
        parts: PARTS,
    },
    Tag {
        name: "gka-gemeente",
        class: "Gemeente",
        description: "The profile of a gemeente: what it does by thema, what it signed and its figures in words. What stands inside the tag is shown without script, and stays when anything fails.",
        attributes: &[
            SRC,
            described(
                "gemeente",
                "CBS code of the gemeente, such as GM0505; without it a list to choose from",
            ),
            LANG,
            GROEP,
            LOADING,
            INTEGRITY,
            ADRES,
        ],
        events: EVENTS,
        slots: SLOTS,
        parts: PARTS,
    },
    Tag {
        name: "gka-tijdlijn",
        class: "Tijdlijn",
        description: "What happened in the alliance and what was meant to happen, and the calendar of the Nationaal Programma Onderwijs. What stands inside the tag is shown without script, and stays when anything fails.",
        attributes: &[
            SRC,
            described("jaar", "Year to show, such as 2020; without it all"),
            described("soort", "Kind of events to show: feit, voornemen or niet-gehaald; without it all"),
            LANG,
            GROEP,
            LOADING,
            INTEGRITY,
            ADRES,
        ],
        events: EVENTS,
        slots: SLOTS,
        parts: PARTS,
    },
    Tag {
        name: "gka-voortgang",
        class: "Voortgang",
        description: "The parts of the progress report: lines, themas by sector, communities, experiments, key figures with their day and source, links. In a group a number of themas by sector chooses what the others show. What stands inside the tag is shown without script, and stays when anything fails.",
        attributes: &[SRC, THEMA, SECTOR, LANG, GROEP, LOADING, INTEGRITY, ADRES],
        events: EVENTS,
        slots: SLOTS,
        parts: PARTS,
    },
];
