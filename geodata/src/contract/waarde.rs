//! A value, or the reason why there is none. Never `null`, never a 0 that stands for nothing.
//!
//! In JSON a value is as short as it can be: `12.3` is a value, `"onderdrukt"` a reason, and an object
//! what needs more words: `{"van": 1, "tot": 4}`, `{"waarde": 33.02, "status": ["onbetrouwbaar"]}`.

use super::Getal;
use serde::de::{Error, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// What is known of one figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Waarde {
    pub cijfer: Result<Cijfer, Afwezig>,
    /// What the source says of the figure, in its order; empty for an ordinary one.
    pub status: Vec<Status>,
}

/// A figure as exactly as it is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cijfer {
    Precies(f64),
    /// Between two bounds, both included: a source writes `<5` for 1 to 4.
    Tussen(f64, f64),
}

/// Why there is no figure. A reader who asks "why?" is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Afwezig {
    /// There is a figure; it would say too much of too few people.
    Onderdrukt,
    /// The source does not know it.
    Onbekend,
    /// The `.` of CBS, which is unknown, unreliable or secret, and does not say which.
    OnbekendOfGeheim,
    /// It cannot exist here.
    NietVanToepassing,
    /// It was not measured in this period: no test was taken, the survey was not held.
    NietGemeten,
    /// The area did not exist yet, or no longer.
    GebiedBestondNiet,
    /// Someone has it and has not given it.
    NietAangeleverd,
    /// The area was split or the method changed, and the parts cannot be told apart.
    NietVergelijkbaar,
}

/// What a source says of a figure it gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// CBS `*`.
    Voorlopig,
    /// CBS `**`.
    NaderVoorlopig,
    /// Estimated by the source.
    Geschat,
    /// The source calls it unreliable: too few people.
    Onbetrouwbaar,
    /// A part of what it should count is missing.
    Onvolledig,
    /// Made by us of the source's figures, not given by it.
    Berekend,
}

impl Waarde {
    pub fn precies(waarde: f64) -> Self {
        Self { cijfer: Ok(Cijfer::Precies(waarde)), status: Vec::new() }
    }

    pub fn afwezig(reden: Afwezig) -> Self {
        Self { cijfer: Err(reden), status: Vec::new() }
    }

    /// The value where it is exactly known.
    pub fn bekend(&self) -> Option<f64> {
        match self.cijfer {
            Ok(Cijfer::Precies(waarde)) => Some(waarde),
            Ok(Cijfer::Tussen(..)) | Err(_) => None,
        }
    }
}

impl Afwezig {
    pub const ALL: [(&str, Self); 8] = [
        ("onderdrukt", Self::Onderdrukt),
        ("onbekend", Self::Onbekend),
        ("onbekend-of-geheim", Self::OnbekendOfGeheim),
        ("niet-van-toepassing", Self::NietVanToepassing),
        ("niet-gemeten", Self::NietGemeten),
        ("gebied-bestond-niet", Self::GebiedBestondNiet),
        ("niet-aangeleverd", Self::NietAangeleverd),
        ("niet-vergelijkbaar", Self::NietVergelijkbaar),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, reden)| *reden == self).map_or("", |(name, _)| name)
    }
}

impl Status {
    pub const ALL: [(&str, Self); 6] = [
        ("voorlopig", Self::Voorlopig),
        ("nader-voorlopig", Self::NaderVoorlopig),
        ("geschat", Self::Geschat),
        ("onbetrouwbaar", Self::Onbetrouwbaar),
        ("onvolledig", Self::Onvolledig),
        ("berekend", Self::Berekend),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("", |(name, _)| name)
    }
}

/// The form with names, for what a number or a word cannot say.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Voluit {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    waarde: Option<Getal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    van: Option<Getal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tot: Option<Getal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reden: Option<Afwezig>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    status: Vec<Status>,
}

#[cfg(feature = "import")]
impl schemars::JsonSchema for Waarde {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Waarde".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (getal, reden) = (generator.subschema_for::<Getal>(), generator.subschema_for::<Afwezig>());
        let status = schemars::json_schema!({
            "type": "array", "items": generator.subschema_for::<Status>(), "minItems": 1,
        });
        schemars::json_schema!({
            "description": "A number; the reason why there is none; or an object that says more of either.",
            "anyOf": [
                getal,
                reden,
                {
                    "type": "object",
                    "properties": { "waarde": getal, "status": status },
                    "required": ["waarde", "status"],
                },
                {
                    "type": "object",
                    "properties": { "van": getal, "tot": getal, "status": status },
                    "required": ["van", "tot"],
                },
                {
                    "type": "object",
                    "properties": { "reden": reden, "status": status },
                    "required": ["reden", "status"],
                },
            ],
        })
    }
}

impl Serialize for Waarde {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (&self.cijfer, &self.status[..]) {
            (Ok(Cijfer::Precies(waarde)), []) => Getal::from(*waarde).serialize(serializer),
            (Err(reden), []) => reden.serialize(serializer),
            (cijfer, status) => {
                let mut voluit =
                    Voluit { waarde: None, van: None, tot: None, reden: None, status: status.to_vec() };
                match cijfer {
                    Ok(Cijfer::Precies(waarde)) => voluit.waarde = Some(Getal::from(*waarde)),
                    Ok(Cijfer::Tussen(van, tot)) => {
                        (voluit.van, voluit.tot) = (Some(Getal::from(*van)), Some(Getal::from(*tot)));
                    }
                    Err(reden) => voluit.reden = Some(*reden),
                }
                voluit.serialize(serializer)
            }
        }
    }
}

impl<'de> Deserialize<'de> for Waarde {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Form)
    }
}

struct Form;

impl<'de> Visitor<'de> for Form {
    type Value = Waarde;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(
            "a number, a reason such as \"onderdrukt\", or an object with waarde, van and tot, or reden",
        )
    }

    fn visit_f64<E: Error>(self, waarde: f64) -> Result<Waarde, E> {
        Ok(Waarde::precies(waarde))
    }

    fn visit_i64<E: Error>(self, waarde: i64) -> Result<Waarde, E> {
        Ok(Waarde::precies(waarde as f64))
    }

    fn visit_u64<E: Error>(self, waarde: u64) -> Result<Waarde, E> {
        Ok(Waarde::precies(waarde as f64))
    }

    fn visit_str<E: Error>(self, reden: &str) -> Result<Waarde, E> {
        let known = Afwezig::ALL.iter().find(|(name, _)| *name == reden);
        known
            .map(|(_, reden)| Waarde::afwezig(*reden))
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Str(reden), &self))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Waarde, A::Error> {
        let Voluit { waarde, van, tot, reden, status } =
            Voluit::deserialize(MapAccessDeserializer::new(map))?;
        let cijfer = match (waarde, van, tot, reden) {
            (Some(waarde), None, None, None) => Ok(Cijfer::Precies(waarde.value())),
            (None, Some(van), Some(tot), None) => Ok(Cijfer::Tussen(van.value(), tot.value())),
            (None, None, None, Some(reden)) => Err(reden),
            _ => return Err(A::Error::custom("expected one of waarde, van with tot, or reden")),
        };
        Ok(Waarde { cijfer, status })
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;

    fn both(json: &str, waarde: &Waarde) {
        assert_eq!(serde_json::to_string(waarde).expect("JSON"), json);
        assert_eq!(serde_json::from_str::<Waarde>(json).expect("a value"), *waarde);
    }

    #[test]
    fn a_value_is_as_short_as_it_can_be() {
        both("12.3", &Waarde::precies(12.3));
        both("3", &Waarde::precies(3.0));
        both("-0.1", &Waarde::precies(-0.1));
        both("\"onderdrukt\"", &Waarde::afwezig(Afwezig::Onderdrukt));
        let range = Waarde { cijfer: Ok(Cijfer::Tussen(1.0, 4.0)), status: vec![] };
        both("{\"van\":1,\"tot\":4}", &range);
        let doubtful = Waarde { status: vec![Status::Onbetrouwbaar], ..Waarde::precies(33.02) };
        both("{\"waarde\":33.02,\"status\":[\"onbetrouwbaar\"]}", &doubtful);
    }

    #[test]
    fn every_reason_and_status_has_its_own_name() {
        for (name, reden) in Afwezig::ALL {
            both(&format!("\"{name}\""), &Waarde::afwezig(reden));
            assert_eq!(reden.as_str(), name);
        }
        for (name, status) in Status::ALL {
            assert_eq!(serde_json::to_string(&status).expect("JSON"), format!("\"{name}\""));
        }
    }

    #[test]
    fn what_says_two_things_or_nothing_is_refused() {
        for json in
            ["null", "\"geheim\"", "{}", "{\"waarde\":1,\"reden\":\"onbekend\"}", "{\"van\":1}", "[]", "true"]
        {
            let read = serde_json::from_str::<Waarde>(json);
            assert!(read.is_err(), "{json}: {read:?}");
        }
    }
}
