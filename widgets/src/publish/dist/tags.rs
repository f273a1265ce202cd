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

pub const TAGS: [Tag; 1] = [Tag {
    name: "gka-landkaart",
    class: "Landkaart",
    description: "The map of the Gelijke Kansen Alliantie with its list. What stands inside the tag is shown without script, and stays when anything fails.",
    attributes: &[
        Described { name: "src", description: "Address of an export's index.json" },
        Described { name: "weergave", description: "What is shown: kaart, tegels or lijst" },
        Described { name: "thema", description: "Id of a thema to filter by, such as taalbevordering" },
        Described { name: "sector", description: "Id of an onderwijssector to filter by, such as po" },
        Described { name: "provincie", description: "Code of a provincie to filter by, such as PV21" },
        Described { name: "rol", description: "Id of a role to filter by, such as expertpool" },
        Described { name: "gemeente", description: "CBS code of the chosen gemeente, such as GM0505" },
        Described { name: "vergelijk", description: "CBS code of a gemeente to compare the chosen one with" },
        Described {
            name: "indicator",
            description: "Id of the figure that colours the map, such as opleiding-laag",
        },
        Described { name: "peildatum", description: "Day to show, on the borders of its year" },
        Described { name: "zoom", description: "Code of the provincie or gemeente that fills the map" },
        Described { name: "keuzes", description: "open when the fields to choose with are" },
        Described {
            name: "wijken",
            description: "open when the map shows the wijken of the chosen gemeente",
        },
        Described { name: "lang", description: "Language of the widget: nl, en or fy" },
        Described { name: "groep", description: "Widgets of one src and one groep share what is chosen" },
        Described {
            name: "adres",
            description: "Keeps the choices in the page's address, or with fragment behind the #",
        },
    ],
    events: &[
        Event {
            name: "gka-select",
            detail: "{ code: string | null; naam: string | null }",
            description: "The reader chose a gemeente, or let go of it",
        },
        Event {
            name: "gka-filter",
            detail: "{ thema: string | null; sector: string | null; provincie: string | null; rol: string | null; indicator: string | null; peildatum: string | null }",
            description: "The reader chose what is shown",
        },
        Event { name: "gka-load", detail: "{ release: string }", description: "The widget is ready" },
        Event {
            name: "gka-error",
            detail: "{ message: string }",
            description: "It cannot start; the reader is told in its frame",
        },
    ],
    slots: &[
        Described { name: "", description: "What a reader sees without script, and when anything fails" },
        Described { name: "kop", description: "Your own heading in the place of ours" },
    ],
    parts: &[Described { name: "base", description: "The whole widget" }],
}];
