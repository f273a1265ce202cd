//! `gka newsletter`: blocks for newsletters, one or all of them.

use super::Error;
use super::progress::{Step, step};
use super::publish::{check, topology};
use geodata::import::read_exports;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use widgets::publish::base_url::BaseUrl;
use widgets::publish::folder::replace;
use widgets::publish::newsletter::{Editor, Subject};
use widgets::publish::raster::{Painter, Palette};
use widgets::publish::site::landkaart;

#[derive(clap::Args)]
#[command(after_help = "Examples:
  gka newsletter examples/exports --thema taalbevordering --base-url https://widgets.example.nl/ --out brief
  gka newsletter examples/exports --base-url https://widgets.example.nl/ --out brief    all themas and gemeenten

Each block is four files: .html to paste, .txt for mail as text, .mjml, and the map as .png. Put the .png files where
--pictures says; mail shows no picture that is not on the web.")]
pub struct Arguments {
    /// Folder of the exports: index.json and what it names
    exports: PathBuf,
    /// Thema the block is about, by its id; without --thema and --gemeente all blocks are made
    #[arg(long, value_name = "ID")]
    thema: Option<String>,
    /// Gemeente the block is about, by its CBS code
    #[arg(long, value_name = "CODE")]
    gemeente: Option<String>,
    /// Address of the published site, which the links lead to
    #[arg(long, value_name = "URL")]
    base_url: BaseUrl,
    /// Address of the folder where the pictures will be [default: nieuwsbrief/ below --base-url]
    #[arg(long, value_name = "URL")]
    pictures: Option<BaseUrl>,
    /// Folder for the blocks
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    check(&arguments.exports)?;
    let exports = read_exports(&arguments.exports)?;
    let topology = topology(&arguments.exports.join(&exports.index.documenten.landkaart.pad))?;
    let landkaart = landkaart(&exports)?;
    let site = &*arguments.base_url;
    let pictures =
        arguments.pictures.as_deref().map_or_else(|| [site, "nieuwsbrief/"].concat(), str::to_owned);
    let editor = Editor::new(&exports, &landkaart, &topology, site, &pictures);
    let subjects = match (arguments.thema.as_deref(), arguments.gemeente.as_deref()) {
        (None, None) => editor.subjects(),
        (thema, gemeente) => vec![editor.subject(thema, gemeente)?],
    };
    step("writing the newsletters", |step| write(&editor, &subjects, &arguments.out, step))?;
    println!("{}: {} newsletters, {} files", arguments.out.display(), subjects.len(), 4 * subjects.len());
    Ok(())
}

/// Every block by whichever thread is free; no more than one picture a thread is in memory.
fn write(editor: &Editor, subjects: &[Subject], out: &Path, step: &Step) -> Result<(), Error> {
    std::fs::create_dir_all(out).map_err(|reason| Error::Read { path: out.to_owned(), reason })?;
    let painter = Painter::new(Palette::Small);
    let (next, done) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let work = || {
        while let Some(&subject) = subjects.get(next.fetch_add(1, Ordering::Relaxed)) {
            for file in editor.files(subject, &painter)? {
                replace(&out.join(&file.path), &file.content)?;
            }
            step.count(done.fetch_add(1, Ordering::Relaxed) + 1, subjects.len());
        }
        Ok(())
    };
    let threads = thread::available_parallelism().map_or(1, usize::from).min(subjects.len());
    thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|thread| thread.join().expect("a thread that paints does not panic"))
    })
}
