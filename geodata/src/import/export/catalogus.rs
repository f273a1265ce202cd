//! `catalogus.jsonld`: the release in a catalogue, by DCAT-AP-NL 3.0 (Geonovum, 2025).
//!
//! One dataset; every document and table is a distribution of it. The properties that the profile asks
//! for are all there, and those that it recommends but for a service (`dcat:accessService`): these are files. A test
//! holds them to the profile's rules.

use super::Named;
use super::tabel::Tabel;
use crate::contract::SCHEMA_VERSIE;
use crate::import::document::Document;
use crate::import::tabellen::Uitgave;
use serde_json::{Value, json};

pub const PAD: &str = "catalogus.jsonld";

const FILE_TYPE: &str = "http://publications.europa.eu/resource/authority/file-type/";
const MEDIA_TYPE: &str = "http://www.iana.org/assignments/media-types/";

/// The address of a licence by its SPDX identifier.
pub fn licence(spdx: &str) -> String {
    match spdx {
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/".to_owned(),
        other => format!("https://spdx.org/licenses/{other}.html"),
    }
}

/// `documents` are those of the index, by the names of their schemas.
pub fn document(uitgave: &Uitgave, documents: &[&Named], tabellen: &[Tabel]) -> Document {
    let address = &uitgave.uitgever.adres;
    let licence = licence(&uitgave.licentie);
    let dutch = json!({ "@id": "http://publications.europa.eu/resource/authority/language/NLD" });
    let json = documents.iter().map(|(schema, document)| {
        (document.pad.as_str(), &document.pad, super::schema::path(schema), "JSON", "application/json")
    });
    let csv = tabellen
        .iter()
        .map(|tabel| (tabel.title.as_str(), &tabel.csv.pad, super::csvw::path(tabel), "CSV", "text/csv"));
    let distribution = |(title, path, schema, file_type, media_type): (&str, &String, String, &str, &str)| {
        json!({
            "@id": format!("{address}{path}"),
            "@type": "dcat:Distribution",
            "dct:title": { "@value": title, "@language": "nl" },
            "dct:language": dutch,
            "dcat:accessURL": { "@id": format!("{address}index.json") },
            "dcat:downloadURL": { "@id": format!("{address}{path}") },
            "dct:license": { "@id": licence },
            "dct:format": { "@id": format!("{FILE_TYPE}{file_type}") },
            "dcat:mediaType": { "@id": format!("{MEDIA_TYPE}{media_type}") },
            "dct:conformsTo": { "@id": format!("{address}{schema}") },
        })
    };
    let distributions: Vec<Value> = json.chain(csv).map(distribution).collect();
    let texts = |label: &crate::contract::Label| {
        let mut texts = vec![json!({ "@value": label.nl, "@language": "nl" })];
        texts.extend(label.en.iter().map(|text| json!({ "@value": text, "@language": "en" })));
        texts
    };
    let publisher = json!({ "@id": uitgave.uitgever.uri });
    let contact = json!({
        "@type": ["vcard:Kind", "vcard:Organization"],
        "vcard:fn": uitgave.uitgever.naam,
        "vcard:hasURL": { "@id": uitgave.uitgever.contact },
    });
    let day = |day: &str| json!({ "@value": day, "@type": "xsd:date" });
    let dataset = json!({
        "@id": format!("{address}#dataset"),
        "@type": "dcat:Dataset",
        "dct:title": texts(&uitgave.titel),
        "dct:description": texts(&uitgave.beschrijving),
        "dct:identifier": format!("{address}#dataset"),
        "dct:publisher": publisher,
        "dct:creator": publisher,
        "dcat:contactPoint": contact,
        "dcat:theme": [
            { "@id": "http://publications.europa.eu/resource/authority/data-theme/EDUC" },
            { "@id": "http://publications.europa.eu/resource/authority/data-theme/SOCI" },
        ],
        "dcat:keyword": uitgave.trefwoorden.iter().map(|word| json!({ "@value": word, "@language": "nl" })).collect::<Vec<_>>(),
        "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" },
        "dct:language": dutch,
        "dct:conformsTo": { "@id": format!("{address}{}", super::schema::path("index")) },
        "dct:spatial": { "@id": "http://publications.europa.eu/resource/authority/country/NLD" },
        "dct:issued": day(&uitgave.uitgegeven),
        "dct:modified": day(&uitgave.uitgegeven),
        "dcat:version": SCHEMA_VERSIE,
        "dcat:landingPage": { "@id": uitgave.uitgever.uri },
        "foaf:page": { "@id": uitgave.uitgever.uri },
        "dcat:distribution": distributions,
    });
    let catalogue = json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@graph": [
            {
                "@id": format!("{address}{PAD}"),
                "@type": "dcat:Catalog",
                "dct:title": texts(&uitgave.titel),
                "dct:description": texts(&uitgave.beschrijving),
                "dct:publisher": publisher,
                "dct:creator": publisher,
                "dcat:contactPoint": contact,
                "dct:language": dutch,
                "dct:license": { "@id": licence },
                "foaf:homepage": { "@id": uitgave.uitgever.uri },
                "dct:modified": day(&uitgave.uitgegeven),
                "dcat:dataset": { "@id": format!("{address}#dataset") },
            },
            dataset,
            { "@id": uitgave.uitgever.uri, "@type": "foaf:Agent", "foaf:name": { "@value": uitgave.uitgever.naam, "@language": "nl" } },
        ],
    });
    Document::indented(PAD, &catalogue)
}
