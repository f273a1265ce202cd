//! The tags of the bundle, described once: what the manifest, the types and the editors' files are made of. A test
//! holds the list of attributes to the loader.

/// A tag with everything that is a promise to its users.
pub struct Tag {
    pub name: &'static str,
    pub class: &'static str,
    pub description: &'static str,
    pub attributes: &'static [Described],
    pub events: &'static [Event],
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
        Described { name: "thema", description: "Id of a thema to filter by, such as taalbevordering" },
        Described { name: "gemeente", description: "CBS code of the chosen gemeente, such as GM0505" },
    ],
    events: &[
        Event {
            name: "gka-select",
            detail: "{ code: string | null; naam: string | null }",
            description: "The reader chose a gemeente, or let go of it",
        },
        Event {
            name: "gka-filter",
            detail: "{ thema: string | null }",
            description: "The reader chose a thema, or all",
        },
        Event { name: "gka-load", detail: "{ release: string }", description: "The widget is ready" },
        Event {
            name: "gka-error",
            detail: "{ message: string }",
            description: "It cannot start; the reader is told in its frame",
        },
    ],
    parts: &[Described { name: "base", description: "The whole widget" }],
}];
