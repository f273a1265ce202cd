//! A JSON value as its reader holds it: `serde_json` natively, the browser's own object in a page.
//!
//! In the browser the document is parsed already, by the browser. Reading the few fields a widget
//! needs through this trait costs 14 kB (brotli) less wasm than derived deserializers do.

use std::cell::OnceCell;

/// One JSON value.
pub trait Json: Sized {
    /// The member of an object; what is not there is a value of no kind.
    fn get(&self, key: &str) -> Self;
    fn text(&self) -> Option<String>;
    fn number(&self) -> Option<f64>;
    fn items(&self) -> Option<Vec<Self>>;
    /// The names of the members of an object, in the order of the document; none for anything else.
    fn keys(&self) -> Vec<String>;
}

/// A document that is not of the contract: where, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: expected {expected}")]
pub struct Misfit {
    pub path: String,
    pub expected: &'static str,
}

/// What does not fit in documents that are read together: the first of it, and the document that it stands in.
#[derive(Debug, Default)]
pub struct Fault(OnceCell<(&'static str, Misfit)>);

impl Fault {
    /// Readers of whole documents, by the names that they have among each other.
    pub fn readers<'a, J: Json, const N: usize>(
        &'a self,
        documents: [(&'static str, &'a J); N],
    ) -> [Reader<'a, J>; N] {
        let place = Place { key: "", item: None, around: None };
        documents.map(|(document, value)| Reader { value, fault: self, document, place, none: false })
    }

    /// What was read, when all of it fitted.
    ///
    /// # Errors
    /// The first thing that did not, and in which document.
    pub fn or<T>(self, read: T) -> Result<T, (&'static str, Misfit)> {
        self.0.into_inner().map_or(Ok(read), Err)
    }
}

/// Reads one document.
///
/// # Errors
/// The first thing that does not fit.
pub fn read<J: Json, T>(document: &J, read: impl FnOnce(&Reader<J>) -> T) -> Result<T, Misfit> {
    let fault = Fault::default();
    let [reader] = fault.readers([("", document)]);
    let found = read(&reader);
    fault.or(found).map_err(|(_, misfit)| misfit)
}

/// A value of a document while it is read.
///
/// Where something does not fit, the [`Fault`] keeps it and something empty is given in its place, which nobody sees:
/// the whole reading ends in the fault. So the reader of a record is a struct of fields and nothing else. As a result
/// of its own, with a question mark, each field was also an exit that undoes the fields before it, and all the readers
/// of the widgets were nearly twice the wasm.
pub struct Reader<'a, J> {
    value: &'a J,
    fault: &'a Fault,
    document: &'static str,
    place: Place<'a>,
    /// Whether it is a document that the release is without.
    none: bool,
}

/// Where a value stands, and what it stands in.
#[derive(Clone, Copy)]
struct Place<'a> {
    key: &'a str,
    /// The position, where the key is of a list.
    item: Option<usize>,
    around: Option<&'a Place<'a>>,
}

impl Place<'_> {
    fn write(&self, path: &mut String) {
        if let Some(around) = self.around {
            around.write(path);
        }
        if !path.is_empty() && !self.key.is_empty() {
            path.push('.');
        }
        path.push_str(self.key);
        if let Some(item) = self.item {
            path.extend(["[", &item.to_string(), "]"]);
        }
    }
}

impl<J: Json> Reader<'_, J> {
    /// The value itself, for what is no matter of fields.
    pub fn value(&self) -> &J {
        self.value
    }

    /// A member, a value of no kind where it is missing.
    pub fn get(&self, key: &str) -> J {
        self.value.get(key)
    }

    /// Whether the member is there, of a kind that has members or items.
    pub fn has(&self, key: &str) -> bool {
        let member = self.get(key);
        member.items().is_some() || !member.keys().is_empty()
    }

    /// The same of a document that a release may be without: where it is, all its lists are empty.
    pub fn spare(self) -> Self {
        Self { none: self.value.keys().is_empty(), ..self }
    }

    /// Whether all fitted until here, in every document.
    pub fn fits(&self) -> bool {
        self.fault.0.get().is_none()
    }

    /// Something of `key` is not as `expected`; `""` for the value itself.
    #[inline(never)]
    pub fn misfit(&self, key: &str, expected: &'static str) {
        let mut path = String::new();
        Place { key, item: None, around: Some(&self.place) }.write(&mut path);
        // Only the first is told.
        let _ = self.fault.0.set((self.document, Misfit { path, expected }));
    }

    /// The text of a member.
    #[inline(never)]
    pub fn text(&self, key: &str) -> String {
        self.maybe(key).unwrap_or_else(|| {
            self.misfit(key, "text");
            String::new()
        })
    }

    /// The text of a member that may be missing.
    #[inline(never)]
    pub fn maybe(&self, key: &str) -> Option<String> {
        self.get(key).text()
    }

    /// The value itself, which is a text.
    #[inline(never)]
    pub fn whole(&self) -> String {
        self.value.text().unwrap_or_else(|| {
            self.misfit("", "text");
            String::new()
        })
    }

    /// What is `found` of a member; nothing is a misfit, for which `instead` stands in.
    pub fn need<T>(&self, key: &str, expected: &'static str, found: Option<T>, instead: T) -> T {
        found.unwrap_or_else(|| {
            self.misfit(key, expected);
            instead
        })
    }

    /// The number of a member.
    #[inline(never)]
    pub fn number(&self, key: &str) -> f64 {
        self.get(key).number().unwrap_or_else(|| {
            self.misfit(key, "a number");
            0.
        })
    }

    /// The whole number of a member, cut off to `0..=65535`.
    #[inline(never)]
    pub fn count(&self, key: &str) -> u16 {
        self.number(key) as u16
    }

    /// The texts of a list.
    #[inline(never)]
    pub fn texts(&self, key: &str) -> Vec<String> {
        self.list(key, |item| item.whole())
    }

    /// A member, read by `read`; where it is missing, so is all in it.
    pub fn under<T>(&self, key: &str, read: impl FnOnce(&Reader<J>) -> T) -> T {
        let (value, place) = (self.get(key), Place { key, item: None, around: Some(&self.place) });
        read(&Reader { value: &value, place, fault: self.fault, document: self.document, none: self.none })
    }

    /// Every item of a list, read by `read`.
    pub fn list<T>(&self, key: &str, read: impl Fn(&Reader<J>) -> T) -> Vec<T> {
        let mut list = Vec::new();
        self.each(key, true, &mut |item| list.push(read(item)));
        list
    }

    /// The same of a list that may be missing, and is empty then.
    pub fn some<T>(&self, key: &str, read: impl Fn(&Reader<J>) -> T) -> Vec<T> {
        let mut list = Vec::new();
        self.each(key, false, &mut |item| list.push(read(item)));
        list
    }

    /// One walk for all lists: what is read differs, the way does not.
    #[inline(never)]
    fn each(&self, key: &str, needed: bool, read: &mut dyn FnMut(&Reader<J>)) {
        let Some(items) = self.get(key).items() else {
            if needed && !self.none {
                self.misfit(key, "a list");
            }
            return;
        };
        for (i, value) in items.iter().enumerate() {
            if !self.fits() {
                break;
            }
            let place = Place { key, item: Some(i), around: Some(&self.place) };
            read(&Reader { value, place, fault: self.fault, document: self.document, none: self.none });
        }
    }
}

/// Borrowed: to look at a member copies nothing.
#[cfg(any(feature = "pipeline", feature = "import"))]
impl Json for &serde_json::Value {
    fn get(&self, key: &str) -> Self {
        serde_json::Value::get(self, key).unwrap_or(&serde_json::Value::Null)
    }
    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }
    fn number(&self) -> Option<f64> {
        self.as_f64()
    }
    fn items(&self) -> Option<Vec<Self>> {
        Some(self.as_array()?.iter().collect())
    }
    fn keys(&self) -> Vec<String> {
        self.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    }
}

/// Owned, for a document that is read once.
#[cfg(any(feature = "pipeline", feature = "import"))]
impl Json for serde_json::Value {
    fn get(&self, key: &str) -> Self {
        Json::get(&self, key).clone()
    }
    fn text(&self) -> Option<String> {
        Json::text(&self)
    }
    fn number(&self) -> Option<f64> {
        Json::number(&self)
    }
    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }
    fn keys(&self) -> Vec<String> {
        Json::keys(&self)
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn what_does_not_fit_is_named_by_its_path() {
        let document = json!({"gemeenten": [{"naam": "Ede"}, {"naam": 7}], "plaats": {"pad": "a"}});
        let error = |of: fn(&Reader<Value>)| read(&document, of).unwrap_err().to_string();
        let name = |item: &Reader<Value>| item.text("naam");
        assert_eq!(
            error(|all| drop(all.list("gemeenten", |item| item.text("naam")))),
            "gemeenten[1].naam: expected text"
        );
        assert_eq!(error(|all| drop(all.text("titel"))), "titel: expected text");
        assert_eq!(error(|all| assert_eq!(all.count("jaar"), 0)), "jaar: expected a number");
        assert_eq!(error(|all| drop(all.list("themas", |_| ()))), "themas: expected a list");
        assert_eq!(error(|all| all.under("plaats", |at| drop(at.text("url")))), "plaats.url: expected text");
        assert_eq!(
            error(|all| drop(all.list("gemeenten", |item| item.whole()))),
            "gemeenten[0]: expected text"
        );
        assert_eq!(read(&document, |all| all.some("themas", name)), Ok(Vec::new()));
    }

    #[test]
    fn the_lists_of_a_document_that_is_none_are_empty_and_those_of_one_are_not_spared() {
        let names = |document: &Value| {
            let fault = Fault::default();
            let [reader] = fault.readers([("agendas", document)]);
            let read = reader.spare().texts("namen");
            fault.or(read)
        };
        assert_eq!(names(&Value::Null), Ok(Vec::new()));
        assert_eq!(names(&json!({"namen": ["Ede"]})), Ok(vec!["Ede".to_owned()]));
        let (document, misfit) = names(&json!({"naam": "Ede"})).unwrap_err();
        assert_eq!((document, misfit.to_string().as_str()), ("agendas", "namen: expected a list"));
    }

    #[test]
    fn of_all_that_does_not_fit_the_first_is_told_with_its_document() {
        let (one, other) = (json!({"a": 1}), json!({"b": 2}));
        let fault = Fault::default();
        let [one, other] = fault.readers([("een", &one), ("twee", &other)]);
        assert_eq!((one.count("a"), one.fits()), (1, true));
        assert_eq!((other.text("b"), other.fits()), (String::new(), false));
        one.text("c");
        let (document, misfit) = fault.or(()).unwrap_err();
        assert_eq!((document, misfit.to_string().as_str()), ("twee", "b: expected text"));
    }
}
