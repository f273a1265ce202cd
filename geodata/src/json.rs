//! A JSON value as its reader holds it: `serde_json` natively, the browser's own object in a page.
//!
//! In the browser the document is parsed already, by the browser. Reading the few fields a widget
//! needs through this trait costs 14 kB (brotli) less wasm than derived deserializers do.

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

impl Misfit {
    pub fn new(path: &str, expected: &'static str) -> Self {
        Self { path: path.to_owned(), expected }
    }
}

/// The text of a member.
///
/// # Errors
/// When it is missing or of another kind.
#[inline(never)]
pub fn text(value: &impl Json, key: &str) -> Result<String, Misfit> {
    value.get(key).text().ok_or_else(|| Misfit::new(key, "text"))
}

/// The whole number of a member, cut off to `0..=65535`.
///
/// # Errors
/// When it is missing or of another kind.
#[inline(never)]
pub fn count(value: &impl Json, key: &str) -> Result<u16, Misfit> {
    value.get(key).number().map(|number| number as u16).ok_or_else(|| Misfit::new(key, "a number"))
}

/// Every item of a member, read by `read`.
///
/// # Errors
/// When the member is no list, or the first item that does not fit, with its position in the path.
pub fn list<J: Json, T>(
    value: &J,
    key: &str,
    read: impl Fn(&J) -> Result<T, Misfit>,
) -> Result<Vec<T>, Misfit> {
    let mut list = Vec::new();
    each(value, key, &mut |item| {
        list.push(read(item)?);
        Ok(())
    })?;
    Ok(list)
}

/// One walk for all lists: what is read differs, the way does not.
#[inline(never)]
fn each<J: Json>(value: &J, key: &str, read: &mut dyn FnMut(&J) -> Result<(), Misfit>) -> Result<(), Misfit> {
    let items = value.get(key).items().ok_or_else(|| Misfit::new(key, "a list"))?;
    for (i, item) in items.iter().enumerate() {
        read(item).map_err(|misfit| {
            let dot = if misfit.path.is_empty() { "" } else { "." };
            let path = [key, "[", &i.to_string(), "]", dot, &misfit.path].concat();
            Misfit { path, ..misfit }
        })?;
    }
    Ok(())
}

#[cfg(any(feature = "pipeline", feature = "import"))]
impl Json for serde_json::Value {
    fn get(&self, key: &str) -> Self {
        Self::get(self, key).cloned().unwrap_or_default()
    }
    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }
    fn number(&self) -> Option<f64> {
        self.as_f64()
    }
    fn items(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }
    fn keys(&self) -> Vec<String> {
        self.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_does_not_fit_is_named_by_its_path() {
        let document = json!({"gemeenten": [{"naam": "Ede"}, {"naam": 7}]});
        let names = list(&document, "gemeenten", |item| text(item, "naam"));
        assert_eq!(names.unwrap_err().to_string(), "gemeenten[1].naam: expected text");
        assert_eq!(text(&document, "titel").unwrap_err().to_string(), "titel: expected text");
        assert_eq!(count(&document, "jaar").unwrap_err().to_string(), "jaar: expected a number");
        let lists = list(&document, "themas", |item: &serde_json::Value| text(item, "id"));
        assert_eq!(lists.unwrap_err().to_string(), "themas: expected a list");
    }
}
