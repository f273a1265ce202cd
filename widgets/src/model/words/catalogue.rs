//! Every sentence, in three languages side by side.
//!
//! Dutch is the source, in plain words (B1). English follows it. Frisian awaits the check of a native speaker.
//! A sentence that lacks a language does not compile; one that nothing says fails the words test.

use crate::model::{KAART, LIJST};

/// What every bundle says.
const BEIDE: bool = true;

macro_rules! catalogue {
    ($($who:ident { $($name:ident: $nl:literal, $en:literal, $fy:literal;)* })*) => {
        /// What can be said. See the source for the words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Sentence { $($($name),*),* }

        const COUNT: usize = [$($($nl),*),*].len();
        pub const NL: [&str; COUNT] = [$($(if $who { $nl } else { "" }),*),*];
        #[cfg(not(feature = "csr"))]
        pub const EN: [&str; COUNT] = [$($($en),*),*];
        #[cfg(not(feature = "csr"))]
        pub const FY: [&str; COUNT] = [$($($fy),*),*];

        /// The names of the sentences, to look for who says them.
        #[cfg(test)]
        pub const NAMES: [&str; COUNT] = [$($(stringify!($name)),*),*];
    };
}

catalogue! {
    BEIDE {
    // The loader says these six before there is any wasm: `gka.js` knows their order.
    Laden: "Wordt geladen…", "Loading…", "Wurdt laden…";
    Onbereikbaar: "De gegevens zijn nu niet te bereiken. Probeer het later nog eens.", "The data cannot be reached now. Please try again later.", "De gegevens binne no net te berikken. Besykje it letter nochris.";
    Onvindbaar: "De gegevens zijn niet gevonden.", "The data were not found.", "De gegevens binne net fûn.";
    Beschadigd: "De gegevens zijn beschadigd.", "The data are damaged.", "De gegevens binne skansearre.";
    AlleenLezen: "Dit werkt hier alleen om te lezen: WebAssembly is niet beschikbaar.", "This can only be read here: WebAssembly is not available.", "Dit wurket hjir allinnich om te lêzen: WebAssembly is net beskikber.";
    TeOud: "Dit onderdeel is te oud voor deze gegevens. Vraag de beheerder van de site om een nieuwe versie.", "This part of the page is too old for these data. Ask the owner of the site for a new version.", "Dit ûnderdiel fan de side is te âld foar dizze gegevens. Freegje de behearder fan de side om in nije ferzje.";

    // Numbers, dates, lists.
    Maanden: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december", "January|February|March|April|May|June|July|August|September|October|November|December", "jannewaris|febrewaris|maart|april|maaie|juny|july|augustus|septimber|oktober|novimber|desimber";
    Decimaalteken: ",", ".", ",";
    Duizendtal: ".", ",", ".";
    En: " en ", " and ", " en ";

    // The headline and what stands under it.
    Naam: "Gelijke Kansen Alliantie", "Equal Opportunities Alliance", "Gelijke Kansen Alliantie";
    }
    KAART {
    Samen: "{0} gemeente werkt mee aan gelijke kansen|{0} gemeenten werken samen aan gelijke kansen", "{0} municipality works on equal opportunities|{0} municipalities work together on equal opportunities", "{0} gemeente wurket mei oan gelikense kânsen|{0} gemeenten wurkje gear oan gelikense kânsen";
    WerktAan: "{0} van de {1} gemeenten werkt aan {2}|{0} van de {1} gemeenten werken aan {2}", "{0} of the {1} municipalities works on {2}|{0} of the {1} municipalities work on {2}", "{0} fan de {1} gemeenten wurket oan {2}|{0} fan de {1} gemeenten wurkje oan {2}";
    ElkeAgenda: "Elke gekleurde gemeente heeft een eigen agenda. Kies een thema om te zien wie eraan werkt.", "Every coloured municipality has an agenda of its own. Choose a theme to see who works on it.", "Elke kleure gemeente hat in eigen aginda. Kies in tema om te sjen wa’t deroan wurket.";
    BijThema: "Bij dit thema is {0} interventie bekend.|Bij dit thema zijn {0} interventies bekend.", "{0} intervention is known for this theme.|{0} interventions are known for this theme.", "By dit tema is {0} yntervinsje bekend.|By dit tema binne {0} yntervinsjes bekend.";
    Niemand: "Nog geen gemeente bekend bij dit thema.", "No municipality is known for this theme yet.", "Noch gjin gemeente bekend by dit tema.";
    Gemeenten: "{0} gemeente|{0} gemeenten", "{0} municipality|{0} municipalities", "{0} gemeente|{0} gemeenten";
    Provincies: "{0} provincie|{0} provincies", "{0} province|{0} provinces", "{0} provinsje|{0} provinsjes";
    }
    BEIDE {
    GemeentenInProvincies: "{0} in {1}", "{0} in {1}", "{0} yn {1}";
    Interventies: "{0} interventie|{0} interventies", "{0} intervention|{0} interventions", "{0} yntervinsje|{0} yntervinsjes";

    // Controls.
    KiesThema: "Kies een thema", "Choose a theme", "Kies in tema";
    AlleThemas: "Alle thema’s", "All themes", "Alle tema’s";
    }
    KAART {
    Weergave: "Weergave", "View", "Werjefte";
    Kaart: "Kaart", "Map", "Kaart";
    Tegels: "Tegels", "Tiles", "Tegels";
    Lijst: "Lijst", "List", "List";

    // Map, legend, list.
    KaartVanNederland: "Kaart van Nederland met de deelnemende gemeenten", "Map of the Netherlands with the municipalities that take part", "Kaart fan Nederlân mei de dielnimmende gemeenten";
    TegelkaartVanNederland: "Tegelkaart van Nederland: elke gemeente even groot, met de deelnemende gemeenten", "Tile map of the Netherlands: every municipality the same size, with those that take part", "Tegelkaart fan Nederlân: elke gemeente like grut, mei de dielnimmende gemeenten";
    Legenda: "Legenda", "Legend", "Leginda";
    DoetMee: "doet mee", "takes part", "docht mei";
    DoetNietMee: "doet niet mee", "does not take part", "docht net mei";
    WerktAanThema: "werkt aan dit thema", "works on this theme", "wurket oan dit tema";
    AndereThemas: "doet mee, met andere thema’s", "takes part, with other themes", "docht mei, mei oare tema’s";
    LijstVanDeelnemers: "Deelnemende gemeenten, met het aantal bekende interventies", "Municipalities that take part, with the number of known interventions", "Dielnimmende gemeenten, mei it oantal bekende yntervinsjes";
    Uitsnede: "In {0}", "In {0}", "Yn {0}";
    NaamDoetNietMee: "{0}, doet niet mee", "{0}, does not take part", "{0}, docht net mei";

    // The chosen gemeente.
    NietMeegedaan: "Doet niet mee.", "Does not take part.", "Docht net mei.";
    }
    BEIDE {
    MeeSinds: "Doet mee sinds {0}.", "Takes part since {0}.", "Docht mei sûnt {0}.";
    }
    KAART {
    GeenBijThema: "Bij dit thema zijn geen interventies bekend.", "No interventions are known for this theme.", "By dit tema binne gjin yntervinsjes bekend.";
    NogGeen: "Er zijn nog geen interventies bekend.", "No interventions are known yet.", "Der binne noch gjin yntervinsjes bekend.";
    AantalBijThema: "{0} interventie bij dit thema.|{0} interventies bij dit thema.", "{0} intervention for this theme.|{0} interventions for this theme.", "{0} yntervinsje by dit tema.|{0} yntervinsjes by dit tema.";
    AantalBekend: "{0} interventie bekend.|{0} interventies bekend.", "{0} intervention known.|{0} interventions known.", "{0} yntervinsje bekend.|{0} yntervinsjes bekend.";
    Bekijk: "Bekijk {0}", "See {0}", "Besjoch {0}";
    Vergelijk: "Vergelijk met een andere gemeente", "Compare with another municipality", "Ferlykje mei in oare gemeente";
    StopVergelijken: "Stop met vergelijken", "Stop comparing", "Stopje mei ferlykjen";
    KiesTweede: "Kies een tweede gemeente", "Choose a second municipality", "Kies in twadde gemeente";
    KiesTweedeUitleg: "Op de kaart, in de lijst of met zoeken.", "On the map, in the list or by searching.", "Op de kaart, yn de list of mei sykjen.";
    Verschil: "Verschil: {0}.", "Difference: {0}.", "Ferskil: {0}.";
    Procentpunt: "{0} procentpunt", "{0} percentage points", "{0} prosintpunt";

    // The wijken of the chosen gemeente.
    BekijkWijken: "Bekijk de wijken", "See the districts", "Besjoch de wiken";
    NaarNederland: "Terug naar heel Nederland", "Back to the whole country", "Werom nei hiel Nederlân";
    WijkenVan: "Wijken van {0}", "Districts of {0}", "Wiken fan {0}";
    WijkenMetCijfer: "Wijken van {0}: {1}, {2}", "Districts of {0}: {1}, {2}", "Wiken fan {0}: {1}, {2}";
    WijkenZonderCijfer: "Van {0} wijk is geen cijfer bekend.|Van {0} wijken is geen cijfer bekend.", "For {0} district no figure is known.|For {0} districts no figure is known.", "Fan {0} wyk is gjin sifer bekend.|Fan {0} wiken is gjin sifer bekend.";
    WijkenGeenCijfers: "Van deze wijken zijn nog geen cijfers bekend.", "No figures are known for these districts yet.", "Fan dizze wiken binne noch gjin sifers bekend.";
    AantalWijken: "{0} wijk|{0} wijken", "{0} district|{0} districts", "{0} wyk|{0} wiken";
    KolommenWijk: "code|wijk|cijfer", "code|district|figure", "koade|wyk|sifer";

    // What a map shows, for who does not see it.
    VanAlle: "{0} van de {1} gemeenten staat in de lijst.|{0} van de {1} gemeenten staan in de lijst.", "{0} of the {1} municipalities is in the list.|{0} of the {1} municipalities are in the list.", "{0} fan de {1} gemeenten stiet yn de list.|{0} fan de {1} gemeenten steane yn de list.";
    MeesteIn: "De meeste liggen in {0}.", "Most of them are in {0}.", "De measte lizze yn {0}.";
    GeenIn: "Geen in {0}.", "None in {0}.", "Gjin yn {0}.";
    HoogsteLaagste: "Het hoogst is {0} ({1}), het laagst {2} ({3}).", "Highest is {0} ({1}), lowest {2} ({3}).", "It heechst is {0} ({1}), it leechst {2} ({3}).";
    ZonderCijfer: "Van {0} gemeente is geen cijfer bekend.|Van {0} gemeenten is geen cijfer bekend.", "For {0} municipality no figure is known.|For {0} municipalities no figure is known.", "Fan {0} gemeente is gjin sifer bekend.|Fan {0} gemeenten is gjin sifer bekend.";

    // More choices.
    }
    BEIDE {
    MeerKeuzes: "Meer keuzes", "More choices", "Mear karren";
    }
    KAART {
    KolomInterventies: "interventies", "interventions", "yntervinsjes";
    MinderKeuzes: "Minder keuzes", "Fewer choices", "Minder karren";
    KeuzesLaden: "De keuzes worden geladen…", "The choices are loading…", "De karren wurde laden…";
    }
    BEIDE {
    WisKeuzes: "Wis alle keuzes", "Clear all choices", "Wiskje alle karren";
    Provincie: "Provincie", "Province", "Provinsje";
    }
    KAART {
    AlleProvincies: "Alle provincies", "All provinces", "Alle provinsjes";
    }
    BEIDE {
    Sector: "Onderwijssector", "Education sector", "Underwiissektor";
    AlleSectoren: "Alle sectoren", "All sectors", "Alle sektoaren";
    }
    KAART {
    Rol: "Rol van de gemeente", "Role of the municipality", "Rol fan de gemeente";
    AlleRollen: "Alle rollen", "All roles", "Alle rollen";
    }
    BEIDE {
    RolExpertpool: "Gebruikte de expertpool", "Used the pool of experts", "Brûkte de ekspertpool";
    RolCommunity: "Scholen in een community", "Schools in a community", "Skoallen yn in community";
    RolUitbreiding: "Scholen die bij een community zouden komen", "Schools that were to join a community", "Skoallen dy’t by in community komme soene";
    RolExperiment: "Deed mee aan een experiment", "Took part in an experiment", "Die mei oan in eksperimint";
    RolOndertekenaar: "Ondertekende een oproep", "Signed an appeal", "Ûndertekene in oprop";
    RolVoorbeeld: "Voorbeeld in een brief", "Example in a letter", "Foarbyld yn in brief";
    }
    KAART {
    Cijfer: "Kleur de kaart met een cijfer", "Colour the map by a figure", "Kleurje de kaart mei in sifer";
    GeenIndicator: "Geen cijfer: wie doet mee", "No figure: who takes part", "Gjin sifer: wa docht mei";
    NogNietDaar: "{0} (nog geen cijfers)", "{0} (no figures yet)", "{0} (noch gjin sifers)";
    PassenBij: "{0} van de {1} gemeenten past bij uw keuze|{0} van de {1} gemeenten passen bij uw keuze", "{0} of the {1} municipalities fits your choice|{0} of the {1} municipalities fit your choice", "{0} fan de {1} gemeenten past by jo kar|{0} fan de {1} gemeenten passe by jo kar";
    GeenVan: "Geen van de {0} gemeenten past bij uw keuze", "None of the {0} municipalities fits your choice", "Gjin fan de {0} gemeenten past by jo kar";
    NiemandPast: "Geen gemeente past bij deze keuze.", "No municipality fits this choice.", "Gjin gemeente past by dizze kar.";
    PastErbij: "past bij uw keuze", "fits your choice", "past by jo kar";
    PastErNietBij: "doet mee, past niet bij uw keuze", "takes part, does not fit your choice", "docht mei, past net by jo kar";

    // A map of figures.
    PerGemeente: "{0} per gemeente, {1}", "{0} by municipality, {1}", "{0} per gemeente, {1}";
    LijstMetCijfer: "Gemeenten, met {0}, {1}", "Municipalities, with {0}, {1}", "Gemeenten, mei {0}, {1}";
    IndicatorOntbreekt: "{0}: deze cijfers zijn nog niet aangeleverd. De kaart toont wie meedoet.", "{0}: these figures have not been supplied yet. The map shows who takes part.", "{0}: dizze sifers binne noch net oanlevere. De kaart lit sjen wa’t meidocht.";
    MinderDan: "minder dan {0}", "less than {0}", "minder as {0}";
    VanTot: "{0} tot {1}", "{0} to {1}", "{0} oant {1}";
    OfMeer: "{0} of meer", "{0} or more", "{0} of mear";
    }
    BEIDE {
    Tussen: "{0} tot en met {1}", "{0} up to and including {1}", "{0} oant en mei {1}";
    }
    KAART {
    OverDitCijfer: "Wat dit cijfer zegt, en de bron", "What this figure says, and its source", "Wat dit sifer seit, en de boarne";
    CijferBekend: "cijfer bekend", "figure known", "sifer bekend";
    CijferVoorlopig: "{0} (voorlopig)", "{0} (provisional)", "{0} (foarlopich)";
    }
    BEIDE {
    GeenCijfer: "geen cijfer bekend", "no figure known", "gjin sifer bekend";
    TeWeinigMensen: "te weinig mensen om te tonen", "too few people to show", "te min minsken om te toanen";
    NietVanToepassing: "niet van toepassing", "not applicable", "net fan tapassing";
    Voorlopig: "voorlopig cijfer", "provisional figure", "foarlopich sifer";
    NietGemeten: "niet gemeten", "not measured", "net mjitten";
    BestondNiet: "deze gemeente bestond toen niet", "this municipality did not exist then", "dizze gemeente bestie doe net";
    NietAangeleverd: "niet aangeleverd", "not supplied", "net oanlevere";
    NietVergelijkbaar: "niet te vergelijken", "not comparable", "net te ferlykjen";
    }

    KAART {
    // Other moments.
    DoorDeJaren: "Door de jaren", "Through the years", "Troch de jierren";
    Moment: "{1}: {0} gemeente|{1}: {0} gemeenten", "{1}: {0} municipality|{1}: {0} municipalities", "{1}: {0} gemeente|{1}: {0} gemeenten";
    Netwerken: "{1}: {0} gemeente heeft een netwerk|{1}: {0} gemeenten hebben een netwerk", "{1}: {0} municipality has a network|{1}: {0} municipalities have a network", "{1}: {0} gemeente hat in netwurk|{1}: {0} gemeenten hawwe in netwurk";
    Agendas: "{1}: {0} gemeente heeft een agenda|{1}: {0} gemeenten hebben een agenda", "{1}: {0} municipality has an agenda|{1}: {0} municipalities have an agenda", "{1}: {0} gemeente hat in aginda|{1}: {0} gemeenten hawwe in aginda";
    Deelnames: "{1}: {0} gemeente doet mee|{1}: {0} gemeenten doen mee", "{1}: {0} municipality takes part|{1}: {0} municipalities take part", "{1}: {0} gemeente docht mei|{1}: {0} gemeenten dogge mei";
    BijNaamBekend: "Van {0} daarvan is de naam bekend.", "Of {0} of them the name is known.", "Fan {0} dêrfan is de namme bekend.";
    ToenSamen: "Op de grenzen van toen was dat {0} gemeente.|Op de grenzen van toen waren dat samen {0} gemeenten.", "On the borders of that time that was {0} municipality.|On the borders of that time they were {0} municipalities together.", "Op de grinzen fan doe wie dat {0} gemeente.|Op de grinzen fan doe wiene dat tegearre {0} gemeenten.";
    DeedMee: "deed mee", "took part", "die mei";
    DeedMisschienMee: "deed misschien mee", "may have taken part", "die faaks mei";
    DeedNietMee: "deed niet mee", "did not take part", "die net mei";

    // Searching.
    ZoekGemeente: "Zoek een gemeente", "Find a municipality", "Sykje in gemeente";
    BijvoorbeeldDenBosch: "Bijvoorbeeld Den Bosch", "For example Den Bosch", "Bygelyks Den Bosch";
    Gevonden: "{0} gemeente gevonden.|{0} gemeenten gevonden.", "{0} municipality found.|{0} municipalities found.", "{0} gemeente fûn.|{0} gemeenten fûn.";
    NietGevonden: "Geen gemeente gevonden. Klopt de spelling?", "No municipality found. Is the spelling right?", "Gjin gemeente fûn. Is de stavering goed?";
    Ook: "ook: {0}", "also: {0}", "ek: {0}";
    SindsDeelVan: "sinds {0} deel van {1}", "part of {1} since {0}", "sûnt {0} diel fan {1}";
    DeelsBij: "een deel hoort sinds {0} bij {1}", "a part belongs to {1} since {0}", "in part heart sûnt {0} by {1}";
    Vanaf: "vanaf {0}: {1}", "from {0}: {1}", "fan {0} ôf: {1}";

    // Looking nearer.
    ZoomNaar: "Zoom naar", "Zoom to", "Zoom nei";
    Dichterbij: "Dichterbij", "Zoom in", "Tichterby";
    VerderWeg: "Verder weg", "Zoom out", "Fierder fuort";
    HeelNederland: "Heel Nederland", "All of the Netherlands", "Hiel Nederlân";
    Ingezoomd: "Ingezoomd", "Zoomed in", "Ynzoomd";
    IngezoomdOp: "Ingezoomd op {0}.", "Zoomed in on {0}.", "Ynzoomd op {0}.";
    Vergroot: "{0} keer vergroot.", "Enlarged {0} times.", "{0} kear fergrutte.";

    }

    BEIDE {
    // Taking it away.
    DownloadOfDeel: "Download of deel", "Download or share", "Download of diel";
    TabelCsv: "Deze lijst (CSV)", "This list (CSV)", "Dizze list (CSV)";
    AlleGegevens: "Alle gegevens (JSON)", "All data (JSON)", "Alle gegevens (JSON)";
    }
    KAART {
    AlsTekening: "Kaart als tekening (SVG)", "Map as a drawing (SVG)", "Kaart as tekening (SVG)";
    AlsAfbeelding: "Kaart als afbeelding (PNG)", "Map as an image (PNG)", "Kaart as ôfbylding (PNG)";
    LinkHiernaartoe: "Link naar deze kaart", "Link to this map", "Keppeling nei dizze kaart";
    }
    BEIDE {
    Bronvermelding: "Bronvermelding", "How to cite", "Boarnefermelding";
    Kopieer: "Kopieer", "Copy", "Kopiearje";
    Gekopieerd: "Gekopieerd.", "Copied.", "Kopiearre.";
    NietGekopieerd: "Kopiëren lukt hier niet.", "Copying does not work here.", "Kopiearjen slagget hjir net.";
    }
    KAART {
    KolomCijfer: "cijfer", "figure", "sifer";
    Kolommen: "code|gemeente|provincie|doet mee sinds|interventies", "code|municipality|province|takes part since|interventions", "koade|gemeente|provinsje|docht mei sûnt|yntervinsjes";
    }

    BEIDE {
    // Under the map.
    Stand: "Stand {0}", "As of {0}", "Stân {0}";
    }

    LIJST {
    // A list of interventies.
    Rond: "{0} rond {1}", "{0} on {1}", "{0} rûn {1}";
    LijstUitleg: "Wat gemeenten doen voor gelijke kansen, in gewone woorden. Bij elke interventie staat de bron.", "What municipalities do for equal opportunities, in plain words. Each intervention has its source.", "Wat gemeenten dogge foar gelikense kânsen, yn gewoane wurden. By elke yntervinsje stiet de boarne.";
    ThemaVanLijst: "Kies een thema voor de lijst", "Choose a theme for the list", "Kies in tema foar de list";
    ZoekInterventie: "Zoek een interventie", "Find an intervention", "Sykje in yntervinsje";
    BijvoorbeeldVoorlezen: "Bijvoorbeeld voorlezen", "For example voorlezen", "Bygelyks voorlezen";
    Gemeente: "Gemeente", "Municipality", "Gemeente";
    AlleGemeenten: "Alle gemeenten", "All municipalities", "Alle gemeenten";
    Leefwereld: "Thuis, school of omgeving", "Home, school or surroundings", "Thús, skoalle of omjouwing";
    AlleLeefwerelden: "Overal", "Everywhere", "Oeral";
    Bewijs: "Bewijs dat het werkt", "Evidence that it works", "Bewiis dat it wurket";
    AlleBewijs: "Met en zonder bewijs", "With and without evidence", "Mei en sûnder bewiis";
    Status: "Wanneer", "When", "Wannear";
    AlleStatussen: "Op elk moment", "At any time", "Op elk momint";
    StatusLiep: "liep op {0}", "ran on {0}", "rûn op {0}";
    StatusBegonnen: "toen al begonnen, einde niet bekend", "begun by then, end not known", "doe al begûn, ein net bekend";
    StatusAfgelopen: "toen al afgelopen", "ended by then", "doe al ôfrûn";
    StatusLater: "later begonnen", "begun later", "letter begûn";
    StatusOnbekend: "periode niet bekend", "period not known", "perioade net bekend";
    Agenda: "Agenda van de gemeente", "Agenda of the municipality", "Aginda fan de gemeente";
    AlleAgendas: "Elke agenda", "Any agenda", "Elke aginda";
    Orde: "Volgorde", "Order", "Folchoarder";
    OpTitel: "Op titel", "By title", "Op titel";
    PerGemeenteOrde: "Per gemeente", "By municipality", "Per gemeente";
    PerThema: "Per thema", "By theme", "Per tema";
    PerSector: "Per onderwijssector", "By education sector", "Per underwiissektor";
    PerJaar: "Nieuwste eerst", "Newest first", "Nijste earst";
    NietGenoemd: "Niet genoemd in de bron", "Not stated in the source", "Net neamd yn de boarne";
    VanDeInterventies: "{0} van de {1} interventies past bij uw keuze|{0} van de {1} interventies passen bij uw keuze", "{0} of the {1} interventions fits your choice|{0} of the {1} interventions fit your choice", "{0} fan de {1} yntervinsjes past by jo kar|{0} fan de {1} yntervinsjes passe by jo kar";
    InterventiesBekend: "{0} interventie bekend|{0} interventies bekend", "{0} intervention known|{0} interventions known", "{0} yntervinsje bekend|{0} yntervinsjes bekend";
    GeenInterventie: "Geen interventie past bij deze keuze.", "No intervention fits this choice.", "Gjin yntervinsje past by dizze kar.";
    Gezocht: "met “{0}”", "with “{0}”", "mei “{0}”";
    Wis: "Wis: {0}", "Clear: {0}", "Wiskje: {0}";
    VanafDatum: "vanaf {0}", "from {0}", "fan {0} ôf";
    TotEnMet: "tot en met {0}", "up to and including {0}", "oant en mei {0}";
    Zekerheid: "zekerheid hoog|zekerheid redelijk|zekerheid laag", "certainty high|certainty fair|certainty low", "wissichheid heech|wissichheid ridlik|wissichheid leech";
    Bron: "Bron", "Source", "Boarne";
    Delen: "Delen van de lijst", "Parts of the list", "Dielen fan de list";
    DeelVan: "Deel {0} van {1}", "Part {0} of {1}", "Diel {0} fan {1}";
    Vorige: "Vorige {0}", "Previous {0}", "Foarige {0}";
    Volgende: "Volgende {0}", "Next {0}", "Folgjende {0}";
    KopieerLink: "Kopieer de link", "Copy the link", "Kopiearje de keppeling";
    GrafiekAlsTekening: "Grafiek als tekening (SVG)", "Chart as a drawing (SVG)", "Grafyk as tekening (SVG)";
    GrafiekAlsAfbeelding: "Grafiek als afbeelding (PNG)", "Chart as an image (PNG)", "Grafyk as ôfbylding (PNG)";
    LinkNaarLijst: "Link hiernaartoe", "Link to this", "Keppeling hjirhinne";

    // The card of an indicator.
    InCijfers: "In cijfers", "In figures", "Yn sifers";
    Nederland: "Nederland", "The Netherlands", "Nederlân";
    CijferVeld: "Cijfer", "Figure", "Sifer";
    NogNiet: "{0} (nog geen cijfers)", "{0} (no figures yet)", "{0} (noch gjin sifers)";
    Midden: "de middelste gemeente van {0}", "the middle municipality of {0}", "de middelste gemeente fan {0}";
    HogerDan: "Hoger dan {0} ({1}).", "Higher than {0} ({1}).", "Heger as {0} ({1}).";
    LagerDan: "Lager dan {0} ({1}).", "Lower than {0} ({1}).", "Leger as {0} ({1}).";
    OngeveerAls: "Ongeveer gelijk aan {0} ({1}).", "About the same as {0} ({1}).", "Likernôch gelyk oan {0} ({1}).";
    NietTeZeggen: "Of dit hoger of lager is dan {0} ({1}), is niet te zeggen.", "Whether this is higher or lower than {0} ({1}) cannot be said.", "Oft dit heger of leger is as {0} ({1}), is net te sizzen.";
    LiggenLager: "Van de {1} gemeenten met een cijfer ligt er {0} lager.|Van de {1} gemeenten met een cijfer liggen er {0} lager.", "Of the {1} municipalities with a figure {0} is lower.|Of the {1} municipalities with a figure {0} are lower.", "Fan de {1} gemeenten mei in sifer leit der {0} leger.|Fan de {1} gemeenten mei in sifer lizze der {0} leger.";
    MiddenUitleg: "Dit is het midden: de helft van de gemeenten ligt hoger, de helft lager.", "This is the middle: half of the municipalities are higher, half lower.", "Dit is it midden: de helte fan de gemeenten leit heger, de helte leger.";
    Verdeling: "Verdeling over {0} gemeenten, van {1} tot {2}.", "Spread over {0} municipalities, from {1} to {2}.", "Ferdieling oer {0} gemeenten, fan {1} oant {2}.";
    GemeenteDoetMee: "gemeente die meedoet", "municipality that takes part", "gemeente dy’t meidocht";
    AndereGemeente: "andere gemeente", "other municipality", "oare gemeente";
    InDeWijken: "In de wijken van {0}", "In the districts of {0}", "Yn de wiken fan {0}";
    OpDeScholen: "Op de scholen in {0}", "At the schools in {0}", "Op de skoallen yn {0}";
    WijkenVanTot: "De cijfers van {0} wijken lopen van {1} ({2}) tot {3} ({4}).", "The figures of {0} districts run from {1} ({2}) to {3} ({4}).", "De sifers fan {0} wiken rinne fan {1} ({2}) oant {3} ({4}).";
    ScholenVanTot: "Van {0} scholen is er een bruikbaar cijfer. Ze lopen van {1} tot {2}. Dit is geen ranglijst: een cijfer van een school zegt vooral iets over haar leerlingen.", "{0} schools have a usable figure. They run from {1} to {2}. This is no ranking: a figure of a school mostly says something about its pupils.", "Fan {0} skoallen is der in brûkber sifer. Se rinne fan {1} oant {2}. Dit is gjin ranglist: in sifer fan in skoalle seit benammen wat oer har learlingen.";
    ZoveelVan: "{0} van de {1}", "{0} of the {1}", "{0} fan de {1}";
    AlleZoveel: "alle {0}", "All {0}", "alle {0}";
    TegenMaat: "{0} en {1}", "{0} and {1}", "{0} en {1}";
    ElkeStip: "Elke stip is een wijk. Naar rechts: {0}, van {1} tot {2}. Omhoog: {3}, van {4} tot {5}.", "Each dot is a district. To the right: {0}, from {1} to {2}. Upwards: {3}, from {4} to {5}.", "Elke stip is in wyk. Nei rjochts: {0}, fan {1} oant {2}. Omheech: {3}, fan {4} oant {5}.";
    SamenHoger: "Waar het ene cijfer hoger is, is het andere meestal ook hoger.", "Where one figure is higher, the other mostly is too.", "Dêr’t it iene sifer heger is, is it oare meastentiids ek heger.";
    SamenLager: "Waar het ene cijfer hoger is, is het andere meestal lager.", "Where one figure is higher, the other mostly is lower.", "Dêr’t it iene sifer heger is, is it oare meastentiids leger.";
    NietSamen: "De twee cijfers gaan niet duidelijk samen op of neer.", "The two figures do not clearly go up or down together.", "De twa sifers gean net dúdlik tegearre op of del.";
    GeenOorzaak: "Dat zegt niet dat het ene door het andere komt.", "That does not say that one is caused by the other.", "Dat seit net dat it iene troch it oare komt.";
    AlleDelenOpNaam: "Alle {0} op naam", "All {0} by name", "Alle {0} op namme";
    WijkCijfer: "wijk|cijfer", "district|figure", "wyk|sifer";
    SchoolCijfer: "school|cijfer", "school|figure", "skoalle|sifer";
    EenMeting: "Er is één meting. Of het stijgt of daalt, is dus niet te zien.", "There is one measurement, so no rise or fall can be seen.", "Der is ien mjitting. Oft it omheech of omleech giet, is dus net te sjen.";
    BreukVanaf: "Breuk vanaf {0}: {1} Vergelijk de jaren ervoor en erna niet met elkaar.", "Break from {0}: {1} Do not compare the years before and after it.", "Brek fan {0} ôf: {1} Ferlykje de jierren derfoar en dernei net mei-inoar.";
    CijferStatus: "voorlopig|bijna definitief|geschat|onbetrouwbaar: weinig mensen|niet volledig|door ons berekend", "provisional|nearly final|estimated|unreliable: few people|not complete|computed by us", "foarlopich|hast definityf|skatten|ûnbetrouber: min minsken|net folslein|troch ús berekkene";
    OnbekendOfGeheim: "niet bekend, niet betrouwbaar of geheim; de bron zegt niet welk van de drie", "not known, not reliable or secret; the source does not say which", "net bekend, net betrouber of geheim; de boarne seit net hokker fan de trije";
    UitlegOnderdrukt: "Bij weinig mensen kan een cijfer iets verraden over één persoon. Daarom staat het er niet.", "With few people a figure can give away something about one person. That is why it is not here.", "By in bytsje minsken kin in sifer wat ferriede oer ien persoan. Dêrom stiet it der net.";
    UitlegOnbekend: "De bron geeft hier geen cijfer. Dat is iets anders dan nul.", "The source gives no figure here. That is not the same as zero.", "De boarne jout hjir gjin sifer. Dat is wat oars as nul.";
    UitlegNiet: "Dit cijfer kan hier niet bestaan.", "This figure cannot exist here.", "Dit sifer kin hjir net bestean.";
    UitlegNietVergelijkbaar: "De gemeente of de manier van tellen is veranderd. Oude en nieuwe cijfers passen niet op elkaar.", "The municipality or the way of counting has changed. Old and new figures do not fit together.", "De gemeente of de manier fan tellen is feroare. Alde en nije sifers passe net op elkoar.";
    UitlegNietAangeleverd: "Dit cijfer is niet aan ons gegeven. Dat is iets anders dan nul: het kan bestaan.", "This figure has not been given to us. That is not the same as zero: it may exist.", "Dit sifer is net oan ús jûn. Dat is wat oars as nul: it kin bestean.";
    UitlegNietOpgenomen: "De bron heeft dit cijfer gepubliceerd. In deze uitgave staat het nog niet.", "The source has published this figure. It is not in this release yet.", "De boarne hat dit sifer publisearre. Yn dizze útjefte stiet it noch net.";
    WatBetekent: "Wat betekent dit cijfer?", "What does this figure mean?", "Wat betsjut dit sifer?";
    HoeGeteld: "Zo is het geteld: {0}", "How it is counted: {0}", "Sa is it teld: {0}";
    HetVerhaal: "Het verhaal erbij", "The story with it", "It ferhaal derby";
    Uitgelicht: "Uitgelicht", "Highlighted", "Utljochte";
    UitgelichtIn: "Uitgelicht in {0}", "Highlighted in {0}", "Utljochte yn {0}";
    WatDoet: "Wat {0} doet", "What {0} does", "Wat {0} docht";
    MeerOver: "Meer over {0}", "More about {0}", "Mear oer {0}";
    CijferEnVerhaal: "Een cijfer vertelt niet het hele verhaal. Lees het samen met wat de gemeente doet.", "A figure does not tell the whole story. Read it together with what the municipality does.", "In sifer fertelt net it hiele ferhaal. Lês it tegearre mei wat de gemeente docht.";
    GeenVerhaal: "In de bronnen die wij hebben, staat geen interventie van deze gemeente. Dat zegt niet dat er niets gebeurt.", "The sources we have name no intervention of this municipality. That does not mean that nothing happens.", "Yn de boarnen dy’t wy hawwe, stiet gjin yntervinsje fan dizze gemeente. Dat seit net dat der neat bart.";
    DoetNietMeeVerhaal: "Deze gemeente doet niet mee aan de alliantie. Wat zij doet, weten wij niet.", "This municipality does not take part in the alliance. What it does, we do not know.", "Dizze gemeente docht net mei oan de alliânsje. Wat hja docht, witte wy net.";
    KiesGemeenteVerhaal: "Kies een gemeente. Dan ziet u haar cijfer, en wat zij doet voor gelijke kansen.", "Choose a municipality to see its figure, and what it does for equal opportunities.", "Kies in gemeente. Dan sjogge jo har sifer, en wat hja docht foar gelikense kânsen.";
    KolommenCijfers: "code|naam|periode|cijfer|opmerking", "code|name|period|figure|remark", "koade|namme|perioade|sifer|opmerking";
    // What is told of a record.
    DoorOns: "door ons afgeleid|door ons afgeleid, met weinig zekerheid|weinig zekerheid", "concluded by us|concluded by us, with little certainty|little certainty", "troch ús ôflaat|troch ús ôflaat, mei in bytsje wissichheid|in bytsje wissichheid";
    LeesTekst: "Lees de tekst", "Read the text", "Lês de tekst";
    GeenTekst: "De tekst is nog niet aan ons gegeven.|De tekst is niet gevonden.|Er is geen tekst.", "The text has not been given to us yet.|The text has not been found.|There is no text.", "De tekst is noch net oan ús jûn.|De tekst is net fûn.|Der is gjin tekst.";

    // The profile of a gemeente.
    ProfielKop: "Gemeenten in beeld", "Municipalities in view", "Gemeenten yn byld";
    KiesProfiel: "Kies een gemeente. Dan ziet u wat zij doet, wat zij tekende en hoe zij ervoor staat.", "Choose a municipality to see what it does, what it signed and how it is doing.", "Kies in gemeente. Dan sjogge jo wat hja docht, wat hja tekene en hoe’t hja derfoar stiet.";
    KiesGemeente: "Kies een gemeente", "Choose a municipality", "Kies in gemeente";
    GingMeeTussen: "Ging meedoen tussen {0} en {1}.", "Joined between {0} and {1}.", "Gong meidwaan tusken {0} en {1}.";
    GingMeeNa: "Ging meedoen na {0}.", "Joined after {0}.", "Gong meidwaan nei {0}.";
    DeedUiterlijkMee: "Deed uiterlijk op {0} mee.", "Took part by {0} at the latest.", "Die op syn lêst op {0} mei.";
    SindsOnbekend: "Sinds wanneer de gemeente meedoet, is niet bekend.", "Since when the municipality takes part is not known.", "Sûnt wannear’t de gemeente meidocht, is net bekend.";
    SoortDeelname: "Heeft een eigen agenda.|Sloot zich aan. Of er een eigen agenda is, is niet bekend.|Of de gemeente meedoet, zegt geen bron duidelijk.", "Has an agenda of its own.|Joined. Whether it has an agenda of its own is not known.|No source says clearly whether the municipality takes part.", "Hat in eigen aginda.|Sleat har oan. Oft der in eigen aginda is, is net bekend.|Oft de gemeente meidocht, seit gjin boarne dúdlik.";
    HoortHierbij: "Sinds {0} horen hierbij: {1}.", "Since {0} this includes: {1}.", "Sûnt {0} hearre hjirby: {1}.";
    DeelHierbij: "Sinds {0} hoort hierbij een deel van {1}.", "Since {0} this includes a part of {1}.", "Sûnt {0} heart hjirby in part fan {1}.";
    HoortDaarbij: "Vanaf {0} hoort dit bij {1}.", "From {0} this belongs to {1}.", "Fan {0} ôf heart dit by {1}.";
    VerhaalUitleg: "Elke interventie in gewone woorden, met de bron.", "Each intervention in plain words, with its source.", "Elke yntervinsje yn gewoane wurden, mei de boarne.";
    AlleVan: "Zoek in de interventies van {0}", "Search the interventions of {0}", "Sykje yn de yntervinsjes fan {0}";
    GeenThema: "Geen thema genoemd", "No theme stated", "Gjin tema neamd";
    AgendaKop: "Wat de gemeente tekende", "What the municipality signed", "Wat de gemeente tekene";
    AgendaSoort: "Agenda|Addendum", "Agenda|Addendum", "Aginda|Addendum";
    GeenAgenda: "Een agenda is niet bekend.", "No agenda is known.", "In aginda is net bekend.";
    OndertekendOp: "Ondertekend op {0}.", "Signed on {0}.", "Ûndertekene op {0}.";
    RolKop: "Rol in de alliantie", "Role in the alliance", "Rol yn de alliânsje";
    VideoKop: "Video’s", "Videos", "Fideo’s";
    BekijkVideo: "Bekijk de video", "Watch the video", "Besjoch de fideo";
    GeenVideo: "De video is nog niet aan ons gegeven.|De video is niet gevonden.|Er is geen video.", "The video has not been given to us yet.|The video has not been found.|There is no video.", "De fideo is noch net oan ús jûn.|De fideo is net fûn.|Der is gjin fideo.";
    HoeWijDatWeten: "Hoe wij dat weten", "How we know", "Hoe’t wy dat witte";
    LaagsteHoogste: "{0}: {1}. De laagste gemeente: {2}, de hoogste: {3}.", "{0}: {1}. Lowest municipality: {2}, highest: {3}.", "{0}: {1}. De leechste gemeente: {2}, de heechste: {3}.";
    WatOntbreekt: "Wat hier ontbreekt", "What is missing here", "Wat hjir ûntbrekt";
    WaaromOntbreekt: "Waarom ontbreekt dit?", "Why is this missing?", "Wêrom ûntbrekt dit?";
    OpDeKaart: "{0} op de kaart", "{0} on the map", "{0} op de kaart";
    // The timeline.
    TijdlijnKop: "Tijdlijn", "Timeline", "Tiidline";
    TijdlijnUitleg: "Wat er gebeurde, en wat de bedoeling was. Bij alles staat de bron.", "What happened, and what was meant to happen. Everything has its source.", "Wat der barde, en wat de bedoeling wie. By alles stiet de boarne.";
    SoortenGebeurtenis: "gebeurd|voornemen|niet gehaald", "happened|intention|not met", "bard|foarnimmen|net helle";
    VanDeGebeurtenissen: "{0} van de {1} gebeurtenissen", "{0} of the {1} events", "{0} fan de {1} barrens";
    JaarVeld: "Jaar", "Year", "Jier";
    AlleJaren: "Alle jaren", "All years", "Alle jierren";
    SoortVeld: "Wat", "What", "Wat";
    AlleSoorten: "Alles", "Everything", "Alles";
    HetStuk: "Het stuk", "The document", "It stik";
    NpoKop: "Nationaal Programma Onderwijs, zoals het in 2021 was", "The national recovery programme for education, as it was in 2021", "Nasjonaal Programma Underwiis, sa’t it yn 2021 wie";
    NpoUitleg: "Uit de brief van 22 april 2021 aan gemeenten. Dit is geschiedenis: plannen kunnen later anders zijn geworden.", "From the letter of 22 April 2021 to municipalities. This is history: plans may have changed since.", "Ut de brief fan 22 april 2021 oan gemeenten. Dit is skiednis: plannen kinne letter oars wurden wêze.";
    WieNpo: "gemeenten|scholen|alliantie", "municipalities|schools|alliance", "gemeenten|skoallen|alliânsje";
    LijstenNpo: "Waarop de alliantie lette bij nieuwe gemeenten|Wat een gemeente kon doen|Welke hulp er was", "What the alliance looked for in new municipalities|What a municipality could do|What help there was", "Wêr’t de alliânsje op lette by nije gemeenten|Wat in gemeente dwaan koe|Hokker help der wie";
    KolommenTijdlijn: "id|datum|soort|wat|bronnen", "id|date|kind|what|sources", "id|datum|soart|wat|boarnen";

    // The parts of the progress report.
    VoortgangKop: "De alliantie in het kort", "The alliance in brief", "De alliânsje yn it koart";
    VoortgangUitleg: "Langs welke lijnen de alliantie werkt, waaraan, en in getallen. Elk getal heeft zijn dag en zijn bron.", "Along which lines the alliance works, on what, and in numbers. Each number has its day and its source.", "Lâns hokker linen de alliânsje wurket, wêroan, en yn getallen. Elk getal hat syn dei en syn boarne.";
    DrieLijnen: "Drie lijnen", "Three lines", "Trije linen";
    Communities: "Communities van scholen", "Communities of schools", "Communities fan skoallen";
    CommunityStatus: "werkt|in oprichting|aangekondigd", "active|being founded|announced", "wurket|yn oprjochting|oankundige";
    Experimenten: "Experimenten", "Experiments", "Eksperiminten";
    Kerncijfers: "Kerncijfers", "Key figures", "Kearnsifers";
    KernUitleg: "Getallen zoals bronnen ze noemden, het nieuwste eerst. Het zijn uitspraken van die dag, geen metingen.", "Numbers as sources stated them, the newest first. They are statements of that day, not measurements.", "Getallen sa’t boarnen se neamden, it nijste earst. It binne útspraken fan dy dei, gjin mjittingen.";
    Precisie: "ongeveer|meer dan|ten minste", "about|more than|at least", "likernôch|mear as|op syn minst";
    Veel: "miljard|miljoen", "billion|million", "miljard|miljoen";
    MatrixKop: "Thema’s en onderwijssectoren", "Themes and education sectors", "Tema’s en underwiissektoren";
    MatrixUitleg: "Zoveel interventies zijn bekend. Kies een getal om ze te lezen.", "So many interventions are known. Choose a number to read them.", "Safolle yntervinsjes binne bekend. Kies in getal om se te lêzen.";
    Thema: "Thema", "Theme", "Tema";
    Alles: "Samen", "Together", "Tegearre";
    GeenEnkele: "geen", "none", "gjin";
    VerderLezen: "Verder lezen", "Read on", "Fierder lêze";
    GaNaar: "Ga naar {0}", "Go to {0}", "Gean nei {0}";
    GeenAdres: "Er is nog geen adres aan ons gegeven.|Er is geen adres gevonden.|Niet voor iedereen te openen.", "No address has been given to us yet.|No address has been found.|Not open to everyone.", "Der is noch gjin adres oan ús jûn.|Der is gjin adres fûn.|Net foar elkenien te iepenjen.";
    KolommenKern: "id|wat|getal|eenheid|dag|bronnen", "id|what|number|unit|day|sources", "id|wat|getal|ienheid|dei|boarnen";
    KolommenInterventies: "id|titel|samenvatting|gemeenten|thema’s|sectoren|leefwerelden|bewijs|periode|zekerheid|bronnen", "id|title|summary|municipalities|themes|sectors|settings|evidence|period|certainty|sources", "id|titel|gearfetting|gemeenten|tema’s|sektoaren|libbenswrâlden|bewiis|perioade|wissichheid|boarnen";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every file of the rooms that speak.
    fn sources(folder: &std::path::Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs")
                && !path.ends_with("catalogue.rs")
            {
                text.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn nothing_is_in_the_catalogue_that_nobody_says() {
        let mut text = String::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
        // By the loader, which knows them by their place.
        let loader = 6;
        let said = |name: &str| {
            let name = ["Sentence::", name].concat();
            text.match_indices(&name)
                .any(|(at, _)| !text[at + name.len()..].starts_with(|next: char| next.is_alphanumeric()))
        };
        let unsaid: Vec<_> = NAMES[loader..].iter().filter(|name| !said(name)).collect();
        assert!(unsaid.is_empty(), "{unsaid:?}");
    }
}
