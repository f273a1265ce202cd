//! `gka publish`: the site, for any web server.

use super::dist::bundle;
use super::progress::step;
use super::workspace::Workspace;
use super::{Error, delen, figures, read, ship};
use geodata::contract::Zoek;
use geodata::contract::landkaart::{self, Cel};
use geodata::import::{read::document, read_exports, release_files};
use geodata::json;
use geodata::topology::{Topology, topojson::TopoJson};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use widgets::publish::base_url::BaseUrl;
use widgets::publish::folder::{Changes, File, Folder};
use widgets::publish::ship::Target;
use widgets::publish::site::Content;
use widgets::publish::{self, dist::Bundle, pinned};

#[derive(clap::Args)]
#[command(after_help = "Examples:
  gka publish examples/exports --out site
  AWS_ENDPOINT=https://s3.example.nl gka publish examples/exports --to s3://landkaart/gka
  gka publish --to s3://landkaart/gka --rollback

--to reads the provider's own variables: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT,
AZURE_STORAGE_ACCOUNT_NAME, AZURE_STORAGE_ACCOUNT_KEY, GOOGLE_SERVICE_ACCOUNT, and the rest.
Broken off? The same command goes on where it stopped; readers see the release before until all has arrived.")]
pub struct Arguments {
    /// Folder of the exports: index.json and what it names
    #[arg(required_unless_present = "rollback")]
    exports: Option<PathBuf>,
    /// Folder for the site: empty, or written by an earlier `gka publish` [default with --to: site]
    #[arg(long, value_name = "DIR", required_unless_present_any = ["to", "rollback"])]
    out: Option<PathBuf>,
    /// Address where the site will stand; without it there is no sitemap, oEmbed or canonical link
    #[arg(long, value_name = "URL")]
    base_url: Option<BaseUrl>,
    /// Pinned releases that stay under v/, this one among them; the oldest go. Whoever pinned one that goes loses it;
    /// without this all stay
    #[arg(long, value_name = "COUNT", conflicts_with = "rollback")]
    keep: Option<NonZeroUsize>,
    /// Object store that gets the site: s3://BUCKET/FOLDER, az://…, gs://… or file:///FOLDER
    #[arg(long, value_name = "ADDRESS")]
    to: Option<String>,
    /// Put an earlier release back there: the one before, or the one named
    #[arg(long, value_name = "RELEASE", num_args = 0..=1, requires = "to", conflicts_with_all = ["exports", "out"])]
    rollback: Option<Option<String>>,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    // Before the long steps: an address that means nothing should not cost minutes.
    let target = arguments.to.as_deref().map(Target::open).transpose()?;
    if let (Some(target), Some(release)) = (&target, &arguments.rollback) {
        return ship::rollback(target, release.as_deref());
    }
    let exports = arguments.exports.unwrap_or_default();
    check(&exports)?;
    let workspace = Workspace::find()?;
    let out = arguments.out.unwrap_or_else(|| workspace.site());
    let base_url = arguments.base_url.as_deref();
    let folder = Folder::open(&out)?.keep(pinned::FOLDER);
    let changes = publish(&workspace, &exports, base_url, folder, arguments.keep)?;
    println!(
        "{}: {} files written, {} unchanged, {} removed",
        out.display(),
        changes.written,
        changes.unchanged,
        changes.removed
    );
    target.map_or(Ok(()), |target| ship::ship(&target, &out))
}

/// Whether there are exports at all: asked before the long steps.
pub fn check(exports: &Path) -> Result<(), Error> {
    let index = exports.join("index.json");
    if index.is_file() { Ok(()) } else { Err(Error::NoExports(index)) }
}

/// Builds the bundle and writes the whole site into `folder`.
pub fn publish(
    workspace: &Workspace,
    exports: &Path,
    base_url: Option<&str>,
    mut folder: Folder,
    keep: Option<NonZeroUsize>,
) -> Result<Changes, Error> {
    // Before the long steps: exports that cannot be read should not cost minutes.
    let release = read_exports(exports)?;
    let topology = topology(&exports.join(&release.index.documenten.landkaart.pad))?;
    let figures = figures::read(exports, &release.index)?;
    let delen = delen::read(exports, &release.index)?;
    let zoek = match &release.gebieden.zoek {
        Some(reference) => Some(document::<Zoek>(exports, &reference.pad)?.content),
        None => None,
    };
    let tegels = tegels(exports, topology.jaar)?;
    let earlier = folder.root().to_owned();
    let content = Content {
        exports: &release,
        figures: &figures,
        zoek: zoek.as_ref(),
        delen: delen.as_ref(),
        topology: &topology,
        tegels: &tegels,
        earlier: Some(&earlier),
    };
    let bundle = bundle(workspace)?;
    let files = step("drawing the site", |_| site(exports, content, &bundle, base_url))?;
    let own = pinned::name(&files).map(str::to_owned);
    // What is named before what names it: a page is not there before its bundle.
    let (named, naming): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|file| file.path.starts_with("dist/") || file.path.starts_with(pinned::FOLDER));
    let all = named.len() + naming.len();
    step("writing the site", |step| {
        folder.write_all(&named, |done| step.count(done, all))?;
        folder.write_all(&naming, |done| step.count(named.len() + done, all))
    })?;
    if let Some(keep) = keep {
        prune(&mut folder, own.as_deref().unwrap_or_default(), keep);
    }
    Ok(folder.finish()?)
}

/// Gives up the oldest pinned releases.
fn prune(folder: &mut Folder, own: &str, keep: NonZeroUsize) {
    let written = |name: &String| {
        let metadata = std::fs::metadata(folder.root().join(pinned::FOLDER).join(name).join("index.html"));
        metadata.and_then(|metadata| metadata.modified()).ok()
    };
    let releases = folder.folders(pinned::FOLDER).into_iter();
    let releases: Vec<_> = releases.map(|name| (name.clone(), written(&name))).collect();
    for name in pinned::superfluous(releases, own, keep.get()) {
        folder.give_up(&format!("{}{name}/", pinned::FOLDER));
    }
}

/// The exports as they are, and the pages made from them.
fn site(
    exports: &Path,
    content: Content,
    bundle: &Bundle,
    base_url: Option<&str>,
) -> Result<Vec<File>, Error> {
    let day = &content.exports.index.uitgegeven;
    let mut files = publish::site(content, bundle, base_url)?;
    for path in release_files(exports)? {
        let content = read(&exports.join(&path))?;
        files.push(File::new(format!("exports/{path}"), content));
    }
    files.extend(bundle.files("dist/"));
    Ok(pinned::pinned(files, day))
}

/// The cells of the tegelkaart of a year; none where the release has no such map.
fn tegels(exports: &Path, jaar: u16) -> Result<Vec<Cel>, Error> {
    let file = exports.join(format!("landkaart/tegels-{jaar}.json"));
    if !file.is_file() {
        return Ok(Vec::new());
    }
    let refused = |reason: String| Error::Map { file: file.clone(), reason };
    let json: serde_json::Value =
        serde_json::from_str(&read(&file)?).map_err(|error| refused(error.to_string()))?;
    json::read(&json, landkaart::tegels).map_err(|misfit| refused(misfit.to_string()))
}

/// The map that the exports name.
pub fn topology(file: &Path) -> Result<Topology, Error> {
    let refused = |reason: String| Error::Map { file: file.to_owned(), reason };
    let wire: TopoJson = serde_json::from_str(&read(file)?).map_err(|error| refused(error.to_string()))?;
    Topology::try_from(wire).map_err(|error| refused(error.to_string()))
}
