//! `gka publish --to`: the finished site to an object store, and back to an earlier one.

use super::Error;
use super::progress::{Step, step};
use std::path::Path;
use widgets::publish::folder;
use widgets::publish::ship::{self, Shipped, Target};

/// Ships the published folder `site`.
pub fn ship(target: &Target, site: &Path) -> Result<(), Error> {
    let paths = folder::files(site)?;
    let shipped = step("shipping the site", |step| run(ship::ship(target, site, &paths, told(step))))?;
    let Shipped { release, sent, bytes, placed, unchanged, removed } = shipped;
    println!(
        "{target}: release {release}, {sent} contents sent ({bytes} bytes), {placed} files placed, {unchanged} unchanged, {removed} removed"
    );
    Ok(())
}

pub fn rollback(target: &Target, asked: Option<&str>) -> Result<(), Error> {
    let back = step("putting the release back", |step| run(ship::rollback(target, asked, told(step))))?;
    let Shipped { release, placed, unchanged, removed, .. } = back;
    println!(
        "{target}: release {release} again, {placed} files placed, {unchanged} unchanged, {removed} removed"
    );
    Ok(())
}

fn told(step: &Step) -> impl Fn(&str, usize, usize) {
    |what, done, all| step.detail(&format!("{what} {done} of {all}"))
}

/// Waits for it: the requests run side by side on this one thread.
fn run<T>(work: impl Future<Output = Result<T, ship::Error>>) -> Result<T, ship::Error> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime needs nothing but this thread")
        .block_on(work)
}
