//! One content of a release, with the headers it is served with.

use super::{Error, Target};
use crate::publish::headers::{self, media_type};
use object_store::path::Path as Key;
use object_store::{Attribute, Attributes};
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// Where contents lie, below the address.
pub const FOLDER: &str = ".gka/content";

/// A file of the site and which content it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub path: String,
    /// Names content and headers alike: the same bytes with another `cache-control` are another content.
    pub id: String,
}

impl Item {
    pub fn read(site: &Path, path: &str) -> Result<Item, Error> {
        let content = read(site, path)?;
        let mut hash = Sha256::new();
        for (name, value) in served(path) {
            hash.update([name, ": ", &value, "\n"].concat());
        }
        hash.update(content);
        let id = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        Ok(Item { path: path.to_owned(), id })
    }
}

pub fn key(target: &Target, id: &str) -> Key {
    target.key(&[FOLDER, "/", id].concat())
}

/// Sends one content; says how many bytes it has.
pub async fn send(target: &Target, site: &Path, item: &Item) -> Result<u64, Error> {
    let content = read(site, &item.path)?;
    let size = content.len() as u64;
    target.put(&key(target, &item.id), content, attributes(&item.path)).await?;
    Ok(size)
}

/// Lets a content that was sent stand at `path`; the store copies it with its headers.
pub async fn place(target: &Target, id: &str, path: &str) -> Result<(), Error> {
    target.copy(&key(target, id), &target.key(path)).await
}

fn read(site: &Path, path: &str) -> Result<Vec<u8>, Error> {
    let file = site.join(path);
    std::fs::read(&file).map_err(|reason| Error::Read { path: file, reason })
}

/// The headers a store keeps with an object. All others belong to the server or CDN before it.
fn served(path: &str) -> Vec<(&'static str, String)> {
    let plain = path.strip_suffix(".br");
    let rooted = ["/", plain.unwrap_or(path)].concat();
    let rules = headers::rules(&[]);
    let cache = headers::of(&rules, &rooted).find(|(name, _)| *name == "cache-control");
    let mut served = Vec::new();
    served.extend(media_type(&rooted).map(|value| ("content-type", value.to_owned())));
    served.extend(cache.map(|(name, value)| (name, value.to_owned())));
    served.extend(plain.map(|_| ("content-encoding", "br".to_owned())));
    served
}

fn attributes(path: &str) -> Attributes {
    served(path)
        .into_iter()
        .map(|(name, value)| {
            let attribute = match name {
                "content-type" => Attribute::ContentType,
                "cache-control" => Attribute::CacheControl,
                _ => Attribute::ContentEncoding,
            };
            (attribute, value)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_carries_its_type_its_caching_and_its_compression() {
        assert_eq!(
            served("dist/gka-0123456789ab.wasm.br"),
            [
                ("content-type", "application/wasm".to_owned()),
                ("cache-control", "public, max-age=31536000, immutable".to_owned()),
                ("content-encoding", "br".to_owned()),
            ]
        );
        assert_eq!(
            served("thema/taal/index.html"),
            [
                ("content-type", "text/html; charset=utf-8".to_owned()),
                ("cache-control", "no-cache".to_owned())
            ]
        );
    }
}
