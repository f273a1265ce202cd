//! A published site in an object store: S3 and what speaks it, Azure, Google Cloud, or a folder. Any CDN
//! before it serves the site; nothing of ours runs there.
//!
//! What stands below the address:
//!
//! | where | what |
//! |---|---|
//! | `PATH` | the site, by the paths that readers ask for |
//! | `.gka/content/ID` | every content once, with the headers it is served with |
//! | `.gka/releases/ID.json` | a release: which content stands at which path |
//! | `.gka/current.json` | the release that stands, and those before it |
//!
//! A release arrives in two phases. First all content that is not there yet, in parallel, where no reader looks:
//! a run that breaks off loses nothing, and the next one goes on where it stopped. Then the store itself copies
//! the content to the paths that changed, in the order of [`order`]: what pages and indexes name before what
//! names it, the index of the exports last. A reader gets the old release or the new one; the documents that an
//! index names carry their hash in their name or in the index. What the release before still names stays.
//!
//! A rollback is the second phase alone.
//!
//! Not promised: two runs at once on one address. The last to finish stands.

mod content;
mod order;
mod release;
mod target;

pub use release::{Current, Release};
pub use target::Target;

use content::Item;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use object_store::path::Path as Key;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Requests under way at once: enough to hide the latency of a store on another continent.
const PARALLEL: usize = 24;
/// Releases whose content stays, for readers with an old page open and for a rollback.
const KEPT: usize = 3;

/// Why a site did not arrive. What stood there before stands.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0}: expected s3://BUCKET/FOLDER, az://CONTAINER/FOLDER, gs://BUCKET/FOLDER or file:///FOLDER")]
    Address(String),
    #[error("{place}: {reason}")]
    Store { place: String, reason: String },
    #[error("{path}: {reason}", path = .path.display())]
    Read { path: PathBuf, reason: std::io::Error },
    #[error("{place}: expected a list that gka wrote, found {reason}")]
    Unreadable { place: String, reason: String },
    #[error("{0}: expected an earlier release to go back to, found none")]
    NothingBefore(String),
    #[error("{place}: expected one of {known}, found {asked}")]
    UnknownRelease { place: String, asked: String, known: String },
}

/// What a run did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shipped {
    pub release: String,
    /// Contents sent, and their bytes.
    pub sent: usize,
    pub bytes: u64,
    /// Paths that changed, and paths that went.
    pub placed: usize,
    pub removed: usize,
    /// Paths that stood already.
    pub unchanged: usize,
}

/// Brings the published folder `site`, of which `paths` are the files, to `target`.
///
/// `said` is told how far the run is: contents sent or paths placed, and of how many.
///
/// # Errors
/// The first request that keeps failing after its retries; the same command again goes on from there.
pub async fn ship(
    target: &Target,
    site: &Path,
    paths: &[String],
    said: impl Fn(&str, usize, usize),
) -> Result<Shipped, Error> {
    let items = paths.iter().map(|path| Item::read(site, path)).collect::<Result<Vec<_>, _>>()?;
    let release = Release::new(items.iter().map(|item| (item.path.clone(), item.id.clone())));
    let mut current = Current::read(target).await?.unwrap_or_default();
    let before = match current.standing() {
        Some(standing) => Release::read(target, standing).await?,
        None => Release::default(),
    };

    let present = target.names(content::FOLDER).await?;
    let by_id: BTreeMap<&str, &Item> = items.iter().map(|item| (item.id.as_str(), item)).collect();
    let missing: Vec<&Item> = by_id.into_values().filter(|item| !present.contains(&item.id)).collect();
    let all = missing.len();
    let mut sending =
        stream::iter(missing.iter().map(|item| content::send(target, site, item))).buffer_unordered(PARALLEL);
    let (mut sent, mut bytes) = (0, 0);
    while let Some(size) = sending.try_next().await? {
        (sent, bytes) = (sent + 1, bytes + size);
        said("sending", sent, all);
    }
    release.write(target).await?;

    let (placed, removed) = stand(target, &before, &release, &said).await?;
    current.push(&release.id);
    let forgotten = current.cut(KEPT);
    current.write(target).await?;
    tidy(target, &current, &forgotten).await?;
    Ok(Shipped { unchanged: paths.len() - placed, release: release.id, sent, bytes, placed, removed })
}

/// Puts an earlier release back: `asked`, or the one before the one that stands.
///
/// # Errors
/// When there is none, or it was shipped too long ago to be kept; nothing changes.
pub async fn rollback(
    target: &Target,
    asked: Option<&str>,
    said: impl Fn(&str, usize, usize),
) -> Result<Shipped, Error> {
    let mut current = Current::read(target).await?.ok_or_else(|| Error::NothingBefore(target.to_string()))?;
    let standing = current.standing().unwrap_or_default().to_owned();
    let id = current.back_to(target, asked)?;
    let (before, release) = (Release::read(target, &standing).await?, Release::read(target, &id).await?);
    let (placed, removed) = stand(target, &before, &release, &said).await?;
    current.write(target).await?;
    Ok(Shipped {
        unchanged: release.files.len() - placed,
        release: id,
        placed,
        removed,
        ..Shipped::default()
    })
}

/// The second phase: lets `release` stand where `before` stood. Paths of the older release that no reader of the
/// new one asks for go last; those whose name carries a hash stay for pages that are still open.
async fn stand(
    target: &Target,
    before: &Release,
    release: &Release,
    said: &impl Fn(&str, usize, usize),
) -> Result<(usize, usize), Error> {
    let changed: Vec<(&String, &String)> =
        release.files.iter().filter(|(path, id)| before.files.get(*path) != Some(id)).collect();
    let mut placed = 0;
    for turn in order::turns(changed.iter().map(|(path, _)| path.as_str())) {
        let mut placing =
            stream::iter(turn.into_iter().map(|path| content::place(target, &release.files[path], path)))
                .buffer_unordered(PARALLEL);
        while placing.try_next().await?.is_some() {
            placed += 1;
            said("placing", placed, changed.len());
        }
    }
    let gone: Vec<Key> = before
        .files
        .keys()
        .filter(|path| !release.files.contains_key(*path) && !order::is_lasting(path))
        .map(|path| target.key(path))
        .collect();
    let removed = gone.len();
    target.remove(gone).await?;
    Ok((placed, removed))
}

/// Removes what only forgotten releases named.
async fn tidy(target: &Target, current: &Current, forgotten: &[String]) -> Result<(), Error> {
    if forgotten.is_empty() {
        return Ok(());
    }
    let mut kept = Release::default();
    let (mut paths, mut contents) = (BTreeSet::new(), BTreeSet::new());
    for id in current.releases() {
        kept = Release::read(target, id).await?;
        paths.extend(kept.files.keys().cloned());
        contents.extend(kept.files.values().cloned());
    }
    drop(kept);
    let mut gone = Vec::new();
    for id in forgotten {
        let release = Release::read(target, id).await?;
        gone.extend(release.files.keys().filter(|path| !paths.contains(*path)).map(|path| target.key(path)));
        gone.push(Release::key(target, id));
    }
    let stale = target.names(content::FOLDER).await?.into_iter().filter(|id| !contents.contains(id));
    gone.extend(stale.map(|id| content::key(target, &id)));
    target.remove(gone).await
}
