//! Memory for a large map: one heap on large pages, asked for at once.
//!
//! Every stage of the pipeline asks for rows of some megabytes and gives them back. By default each comes fresh from
//! the kernel, four kilobytes at a time: an eighth of the time of a map of 350,000 vertices. What is not used of the
//! room takes no memory.

use std::path::PathBuf;

/// Before the first large allocation, for a map of these files; a kernel that has no large pages to give changes
/// nothing.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn in_large_pages(files: &[PathBuf]) {
    let bytes = files.iter().filter_map(|file| Some(file.metadata().ok()?.len())).sum();
    let room = room(bytes);
    // SAFETY: `mallopt` sets how `malloc` goes to the kernel, not what it returns, and no other thread runs yet;
    // `madvise` with MADV_HUGEPAGE is a wish about pages and changes nothing that they hold.
    unsafe {
        libc::mallopt(libc::M_MMAP_MAX, 0);
        libc::mallopt(libc::M_TRIM_THRESHOLD, i32::MAX);
        libc::mallopt(libc::M_TOP_PAD, room);
        // More than the heap has at the start: it grows, by the room too.
        let begin = libc::malloc(1 << 20);
        let page = begin.map_addr(|address| address & !0xfff);
        libc::madvise(page, room as usize, libc::MADV_HUGEPAGE);
        libc::free(begin);
    }
}

/// Elsewhere memory comes as it comes.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn in_large_pages(_: &[PathBuf]) {}

/// A map takes five times its text at most; as text that is packed may become much more, never less than this.
/// What is beyond comes as much at a time. Bytes.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn room(text: u64) -> i32 {
    (6 * text).clamp(128 << 20, 1 << 30) as i32
}
