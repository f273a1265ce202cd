//! Writing many files: each content compressed once, whatever its names, and on every core.

use super::compressed::{Effort, brotli, is_compressible};
use super::{Digest, Error, File, Folder, is_plain, replace};
use sha2::{Digest as _, Sha256};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fs;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

impl Folder {
    /// Writes one file of this release. `path` is relative, with `/` between names.
    pub fn write(&mut self, path: &str, content: &[u8]) -> Result<(), Error> {
        self.write_all(&[File::new(path, content)], |_| ())
    }

    /// Writes many files of this release. `written` hears how many are done, from any thread.
    pub fn write_all(&mut self, files: &[File], written: impl Fn(usize) + Sync) -> Result<(), Error> {
        let mut changed: HashMap<Digest, Vec<&File>> = HashMap::new();
        let mut order = Vec::new();
        let mut unchanged = 0;
        for file in files {
            if !is_plain(&file.path) {
                return Err(Error::Path(file.path.clone()));
            }
            let compressed = is_compressible(&file.path).then(|| format!("{}.br", file.path));
            let same = fs::read(self.root.join(&file.path)).is_ok_and(|before| before == *file.content)
                && compressed.as_ref().is_none_or(|path| self.root.join(path).is_file());
            for name in [Some(file.path.clone()), compressed.clone()].into_iter().flatten() {
                self.claim(name)?;
            }
            let digest = Sha256::digest(&file.content).into();
            if same {
                unchanged += 1;
                self.compressed.extend(compressed.map(|path| (digest, path)));
                continue;
            }
            let names = changed.entry(digest).or_default();
            if names.is_empty() {
                order.push(digest);
            }
            names.push(file);
        }
        // The largest first: no thread is left with a long one when the others are done.
        order.sort_by_key(|digest| Reverse(changed[digest][0].content.len()));
        self.changes.unchanged += unchanged;
        self.changes.written += files.len() - unchanged;
        let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(unchanged));
        let failure = Mutex::new(None);
        let folder = &*self;
        let work = || {
            while let Some(digest) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                match folder.replace_all(&changed[digest], folder.compressed.get(digest)) {
                    Ok(count) => written(done.fetch_add(count, Ordering::Relaxed) + count),
                    Err(error) => {
                        next.store(order.len(), Ordering::Relaxed);
                        failure.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
                    }
                }
            }
        };
        thread::scope(|scope| {
            let helpers = thread::available_parallelism().map_or(1, usize::from).min(order.len());
            (1..helpers).for_each(|_| drop(scope.spawn(work)));
            work();
        });
        if let Some(error) = failure.into_inner().unwrap_or_else(PoisonError::into_inner) {
            return Err(error);
        }
        let compressed = changed.iter().filter(|(_, files)| is_compressible(&files[0].path));
        self.compressed.extend(compressed.map(|(digest, files)| (*digest, format!("{}.br", files[0].path))));
        Ok(())
    }

    /// Writes one content under all its names. `at_hand` names a brotli file that already holds it.
    fn replace_all(&self, files: &[&File], at_hand: Option<&String>) -> Result<usize, Error> {
        let mut compressed = at_hand.and_then(|path| fs::read(self.root.join(path)).ok());
        for file in files {
            // The sibling first: a server never pairs the new file with the old compressed form for long.
            if is_compressible(&file.path) {
                let compressed = compressed
                    .get_or_insert_with(|| brotli(&file.content, Effort::of(&file.path, &file.content)));
                replace(&self.root.join(format!("{}.br", file.path)), compressed)?;
            }
            replace(&self.root.join(&file.path), &file.content)?;
        }
        Ok(files.len())
    }
}
