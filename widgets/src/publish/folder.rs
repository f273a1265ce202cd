//! A folder of published files.
//!
//! Every file appears whole (written beside its place, then renamed), text and wasm get a brotli
//! sibling `.br`, and a file whose content did not change is not touched, so its modification time,
//! and with it the ETag of most web servers, stays. Compressing is by far the longest part of a
//! release: it is done once for each content, whatever its names, and on every core.
//!
//! The folder belongs to `gka` only if it carries [`MARKER`], a list of the files written there. Nothing
//! outside that list is ever removed, and a folder with other content and no list is refused.

mod compressed;
mod writing;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

pub use compressed::{Effort, brotli};

/// A file of a release, by its path below the root, with `/` between names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub path: String,
    /// Shared between the files that are the same, as in a pinned release.
    pub content: Arc<[u8]>,
}

impl File {
    pub fn new(path: impl Into<String>, content: impl Into<Vec<u8>>) -> File {
        File { path: path.into(), content: content.into().into() }
    }
}

/// The list of files that belong to `gka`, in the root of the folder.
pub const MARKER: &str = ".gka-files";
const MARKER_TITLE: &str = "# Written by gka, which replaces or removes these files on its next run.";
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "{folder}: is not empty and was not written by gka; choose another folder with --out, or empty it",
        folder = .0.display()
    )]
    Stranger(PathBuf),
    #[error("{folder}: is a file; choose a folder with --out", folder = .0.display())]
    NotAFolder(PathBuf),
    #[error("{0:?}: a published path is relative, with plain names between slashes")]
    Path(String),
    #[error("{path}: {reason}", path = .path.display())]
    Io { path: PathBuf, reason: io::Error },
}

/// What one run changed in the folder.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changes {
    pub written: usize,
    pub unchanged: usize,
    pub removed: usize,
}

/// The files of a finished folder, with their compressed forms, as its list names them.
///
/// # Errors
/// When the folder has no list.
pub fn files(root: &Path) -> Result<Vec<String>, Error> {
    let marker = root.join(MARKER);
    let list = fs::read_to_string(&marker).map_err(at(&marker))?;
    Ok(list.lines().filter(|line| is_plain(line)).map(str::to_owned).collect())
}

/// An open folder; see the module. Ends with [`Folder::finish`].
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    earlier: BTreeSet<String>,
    current: BTreeSet<String>,
    journal: fs::File,
    changes: Changes,
    /// Where a content of this release stands compressed already.
    compressed: HashMap<Digest, String>,
}

impl Folder {
    /// Opens `root` for a new release; makes it when it is missing.
    pub fn open(root: &Path) -> Result<Folder, Error> {
        if root.is_file() {
            return Err(Error::NotAFolder(root.to_owned()));
        }
        fs::create_dir_all(root).map_err(at(root))?;
        let marker = root.join(MARKER);
        let earlier = match fs::read_to_string(&marker) {
            Ok(_) => files(root)?.into_iter().collect(),
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(at(&marker)(error)),
            Err(_) if fs::read_dir(root).map_err(at(root))?.next().is_some() => {
                return Err(Error::Stranger(root.to_owned()));
            }
            Err(_) => {
                fs::write(&marker, format!("{MARKER_TITLE}\n")).map_err(at(&marker))?;
                BTreeSet::new()
            }
        };
        let journal = fs::File::options().append(true).open(&marker).map_err(at(&marker))?;
        Ok(Folder {
            root: root.to_owned(),
            earlier,
            current: BTreeSet::new(),
            journal,
            changes: Changes::default(),
            compressed: HashMap::new(),
        })
    }

    /// What earlier releases wrote below `path`, which ends in `/`, stays and is of this release too.
    pub fn keep(mut self, path: &str) -> Folder {
        let below = self.earlier.iter().filter(|name| name.starts_with(path));
        let there = below.filter(|name| self.root.join(name).is_file());
        self.current.extend(there.cloned().collect::<Vec<_>>());
        self
    }

    /// Gives up what is of this release below `path`, which ends in `/`: it goes when the folder is closed.
    pub fn give_up(&mut self, path: &str) {
        self.current.retain(|name| !name.starts_with(path));
    }

    /// The names of the folders of this release right below `path`, which ends in `/`.
    pub fn folders(&self, path: &str) -> BTreeSet<String> {
        let below = self.current.iter().filter_map(|name| name.strip_prefix(path)?.split_once('/'));
        below.map(|(folder, _)| folder.to_owned()).collect()
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Removes what an earlier release wrote and this one did not, and closes the list.
    pub fn finish(mut self) -> Result<Changes, Error> {
        for path in self.earlier.difference(&self.current) {
            let file = self.root.join(path);
            match fs::remove_file(&file) {
                Ok(()) if !path.ends_with(".br") => self.changes.removed += 1,
                Ok(()) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(at(&file)(error)),
            }
            remove_empty_parents(&self.root, &file);
        }
        let mut list = format!("{MARKER_TITLE}\n");
        for path in &self.current {
            list.push_str(path);
            list.push('\n');
        }
        replace(&self.root.join(MARKER), list.as_bytes())?;
        Ok(self.changes)
    }

    /// Enters a file in the list before it exists, so that a run that breaks off leaves no orphans.
    fn claim(&mut self, path: String) -> Result<(), Error> {
        if !self.earlier.contains(&path) && !self.current.contains(&path) {
            writeln!(self.journal, "{path}").map_err(at(&self.root.join(MARKER)))?;
        }
        self.current.insert(path);
        Ok(())
    }
}

/// The SHA-256 of a content.
type Digest = [u8; 32];

fn is_plain(path: &str) -> bool {
    !path.is_empty()
        && !path.starts_with('#')
        && !path.contains(['\\', '\n', '\r'])
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)))
}

/// Writes a file beside its place and puts it there whole.
///
/// # Errors
/// When the disk does not take it; what stood there stands.
pub fn replace(file: &Path, content: &[u8]) -> Result<(), Error> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(at(folder))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}", std::process::id()));
    fs::write(&beside, content).map_err(at(&beside))?;
    fs::rename(&beside, file).map_err(at(file))
}

fn remove_empty_parents(root: &Path, file: &Path) {
    let parents = file.ancestors().skip(1).take_while(|parent| *parent != root);
    for parent in parents {
        if fs::remove_dir(parent).is_err() {
            break;
        }
    }
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |reason| Error::Io { path, reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A fresh folder under the system's temporary one, removed on drop.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Scratch {
            let path = std::env::temp_dir().join(format!("gka-folder-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            Scratch(path)
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn publish(root: &Path, files: &[(&str, &str)]) -> Changes {
        let mut folder = Folder::open(root).unwrap();
        let files: Vec<File> = files.iter().map(|(path, content)| File::new(*path, *content)).collect();
        folder.write_all(&files, |_| ()).unwrap();
        folder.finish().unwrap()
    }

    #[test]
    fn a_file_of_an_older_release_goes_and_an_unchanged_one_stays() {
        let scratch = Scratch::new("release");
        publish(&scratch.0, &[("index.html", "een"), ("dist/gka-0.js", "oud")]);
        let before = fs::metadata(scratch.0.join("index.html")).unwrap().modified().unwrap();
        let changes = publish(&scratch.0, &[("index.html", "een"), ("gka-1.js", "nieuw")]);
        assert_eq!(changes, Changes { written: 1, unchanged: 1, removed: 1 });
        assert!(!scratch.0.join("dist").exists());
        assert_eq!(fs::metadata(scratch.0.join("index.html")).unwrap().modified().unwrap(), before);
    }

    #[test]
    fn a_pinned_release_stays_when_the_next_one_comes() {
        let scratch = Scratch::new("pinned");
        publish(&scratch.0, &[("index.html", "een"), ("v/1/index.html", "een")]);
        let folder = Folder::open(&scratch.0).unwrap().keep("v/");
        folder.finish().unwrap();
        assert!(scratch.0.join("v/1/index.html").exists());
        assert!(!scratch.0.join("index.html").exists());
        assert!(files(&scratch.0).unwrap().contains(&"v/1/index.html.br".to_owned()));
    }

    #[test]
    fn what_is_given_up_goes_when_the_folder_is_closed() {
        let scratch = Scratch::new("given-up");
        publish(&scratch.0, &[("index.html", "een"), ("v/1/index.html", "een"), ("v/10/index.html", "tien")]);
        let mut folder = Folder::open(&scratch.0).unwrap().keep("v/");
        assert_eq!(folder.folders("v/"), ["1", "10"].map(str::to_owned).into());
        folder.give_up("v/1/");
        folder.finish().unwrap();
        assert!(!scratch.0.join("v/1").exists());
        assert!(scratch.0.join("v/10/index.html").exists());
    }

    #[test]
    fn a_file_that_gka_did_not_write_is_never_removed() {
        let scratch = Scratch::new("other");
        publish(&scratch.0, &[("index.html", "een")]);
        fs::write(scratch.0.join("CNAME"), "kaart.voorbeeldgemeente.nl").unwrap();
        publish(&scratch.0, &[]);
        assert!(scratch.0.join("CNAME").exists());
        assert!(!scratch.0.join("index.html").exists());
    }

    #[test]
    fn a_folder_of_someone_else_is_refused_and_left_alone() {
        let scratch = Scratch::new("stranger");
        fs::create_dir_all(&scratch.0).unwrap();
        fs::write(scratch.0.join("brief.txt"), "van een ander").unwrap();
        assert!(matches!(Folder::open(&scratch.0), Err(Error::Stranger(_))));
        assert_eq!(fs::read_dir(&scratch.0).unwrap().count(), 1);
    }

    #[test]
    fn a_run_that_breaks_off_leaves_no_orphan() {
        let scratch = Scratch::new("broken");
        let mut broken = Folder::open(&scratch.0).unwrap();
        broken.write("half.json", b"{}").unwrap();
        drop(broken);
        publish(&scratch.0, &[("index.html", "een")]);
        assert!(!scratch.0.join("half.json").exists());
    }

    #[test]
    fn a_path_out_of_the_folder_is_refused() {
        let scratch = Scratch::new("path");
        let mut folder = Folder::open(&scratch.0).unwrap();
        for path in ["../x", "/etc/x", "", "a/../../x", "#x"] {
            assert!(matches!(folder.write(path, b""), Err(Error::Path(_))), "{path}");
        }
    }

    #[test]
    fn many_files_are_written_whole_whatever_they_share() {
        let scratch = Scratch::new("many");
        let texts: Vec<String> = (0..40).map(|number| format!("kansen {} ", number % 7).repeat(50)).collect();
        let paths: Vec<String> = (0..40).map(|number| format!("map/{number}.json")).collect();
        let files: Vec<(&str, &str)> =
            paths.iter().zip(&texts).map(|(path, text)| (path.as_str(), text.as_str())).collect();
        assert_eq!(publish(&scratch.0, &files[..20]), Changes { written: 20, unchanged: 0, removed: 0 });
        assert_eq!(publish(&scratch.0, &files), Changes { written: 20, unchanged: 20, removed: 0 });
        for (path, text) in files {
            let mut plain = Vec::new();
            let compressed = fs::read(scratch.0.join(format!("{path}.br"))).unwrap();
            brotli::BrotliDecompress(&mut &compressed[..], &mut plain).unwrap();
            assert_eq!((plain, fs::read(scratch.0.join(path)).unwrap()), (text.into(), text.into()));
        }
    }

    #[test]
    fn a_file_that_cannot_be_written_is_named() {
        let scratch = Scratch::new("blocked");
        let mut folder = Folder::open(&scratch.0).unwrap();
        fs::create_dir_all(scratch.0.join("a.txt/b")).unwrap();
        let file = |path: &str| File::new(path, "x");
        let error = folder.write_all(&[file("a.txt"), file("c.txt")], |_| ()).unwrap_err();
        assert!(matches!(&error, Error::Io { path, .. } if path.ends_with("a.txt")), "{error}");
    }

    #[test]
    fn text_has_a_brotli_sibling_that_holds_the_same() {
        let scratch = Scratch::new("brotli");
        let text = "kansen ".repeat(100);
        publish(&scratch.0, &[("lijst.json", &text), ("kaart.png", "x")]);
        let compressed = fs::read(scratch.0.join("lijst.json.br")).unwrap();
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &compressed[..], &mut plain).unwrap();
        assert_eq!(plain, text.as_bytes());
        assert!(!scratch.0.join("kaart.png.br").exists());
    }
}
