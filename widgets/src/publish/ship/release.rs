//! Which content stands at which path, and which release stands.

use super::{Error, Target};
use object_store::Attributes;
use object_store::path::Path as Key;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// A whole site: path -> content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Twelve hexadecimal digits that name exactly these files.
    pub id: String,
    pub files: BTreeMap<String, String>,
}

impl Release {
    pub fn new(files: impl Iterator<Item = (String, String)>) -> Release {
        let files: BTreeMap<String, String> = files.collect();
        let mut hash = Sha256::new();
        for (path, content) in &files {
            hash.update([path, " ", content, "\n"].concat());
        }
        let id = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Release { id, files }
    }

    pub fn key(target: &Target, id: &str) -> Key {
        target.key(&[".gka/releases/", id, ".json"].concat())
    }

    pub async fn read(target: &Target, id: &str) -> Result<Release, Error> {
        let key = Release::key(target, id);
        read(target, &key).await?.ok_or_else(|| Error::Unreadable {
            place: target.place(&key),
            reason: "nothing there".to_owned(),
        })
    }

    pub async fn write(&self, target: &Target) -> Result<(), Error> {
        write(target, &Release::key(target, &self.id), self).await
    }
}

/// The releases an address holds, the one that stands first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Current {
    releases: Vec<String>,
}

impl Current {
    /// `None` where nothing was ever shipped.
    pub async fn read(target: &Target) -> Result<Option<Current>, Error> {
        read(target, &Current::key(target)).await
    }

    pub async fn write(&self, target: &Target) -> Result<(), Error> {
        write(target, &Current::key(target), self).await
    }

    pub fn standing(&self) -> Option<&str> {
        self.releases.first().map(String::as_str)
    }

    pub fn releases(&self) -> impl Iterator<Item = &String> {
        self.releases.iter()
    }

    pub fn push(&mut self, id: &str) {
        self.releases.retain(|known| known != id);
        self.releases.insert(0, id.to_owned());
    }

    /// Forgets all but the newest releases; says which.
    pub fn cut(&mut self, kept: usize) -> Vec<String> {
        self.releases.split_off(kept.min(self.releases.len()))
    }

    /// Makes an earlier release the one that stands: `asked`, or the one before. Later ones are kept behind it.
    pub fn back_to(&mut self, target: &Target, asked: Option<&str>) -> Result<String, Error> {
        let position = match asked {
            None if self.releases.len() < 2 => return Err(Error::NothingBefore(target.to_string())),
            None => 1,
            Some(asked) => self.releases.iter().position(|known| known == asked).ok_or_else(|| {
                Error::UnknownRelease {
                    place: target.to_string(),
                    asked: asked.to_owned(),
                    known: self.releases.join(", "),
                }
            })?,
        };
        self.releases.rotate_left(position);
        Ok(self.releases[0].clone())
    }

    fn key(target: &Target) -> Key {
        target.key(".gka/current.json")
    }
}

async fn read<T: DeserializeOwned>(target: &Target, key: &Key) -> Result<Option<T>, Error> {
    let Some(bytes) = target.get(key).await? else { return Ok(None) };
    serde_json::from_slice(&bytes)
        .map(Some)
        .map_err(|error| Error::Unreadable { place: target.place(key), reason: error.to_string() })
}

async fn write(target: &Target, key: &Key, value: &impl Serialize) -> Result<(), Error> {
    let bytes = serde_json::to_vec(value).expect("texts in lists and maps have a JSON form");
    target.put(key, bytes, Attributes::new()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn current(releases: &[&str]) -> Current {
        Current { releases: releases.iter().map(|&id| id.to_owned()).collect() }
    }

    #[test]
    fn a_release_is_named_by_its_files_and_nothing_else() {
        let files = |content: &str| [("a".to_owned(), content.to_owned())].into_iter();
        assert_eq!(Release::new(files("1")).id, Release::new(files("1")).id);
        assert_ne!(Release::new(files("1")).id, Release::new(files("2")).id);
    }

    #[test]
    fn a_rollback_goes_one_back_and_again_one_back() {
        let target = Target::memory();
        let mut releases = current(&["c", "b", "a"]);
        assert_eq!(releases.back_to(&target, None).unwrap(), "b");
        assert_eq!(releases.back_to(&target, None).unwrap(), "a");
        assert_eq!(releases.back_to(&target, Some("c")).unwrap(), "c");
        assert!(current(&["a"]).back_to(&target, None).is_err());
        let unknown = current(&["b", "a"]).back_to(&target, Some("x")).unwrap_err();
        assert_eq!(unknown.to_string(), "memory:///: expected one of b, a, found x");
    }

    #[test]
    fn only_the_newest_are_kept() {
        let mut releases = current(&["c", "b", "a"]);
        releases.push("d");
        assert_eq!(releases.cut(3), ["a"]);
        releases.push("b");
        assert_eq!(releases, current(&["b", "d", "c"]));
    }
}
