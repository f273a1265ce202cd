//! A reader of others that gives up on a damaged file: its panic as a reason, like any other.
//!
//! Nothing is left half done: such a reader gets bytes, gives a value, and keeps nothing. What it would have printed
//! to standard error stays unsaid, for the file gets its own line.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static IS_CAUGHT: Cell<bool> = const { Cell::new(false) };
}

/// What the reader gives, or why it gave up.
pub fn caught<T>(read: impl FnOnce() -> T) -> Result<T, String> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let loud = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_CAUGHT.get() {
                loud(panic);
            }
        }));
    });
    let before = IS_CAUGHT.replace(true);
    let read = catch_unwind(AssertUnwindSafe(read));
    IS_CAUGHT.set(before);
    read.map_err(|panic| said(panic.as_ref()))
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().copied().or(panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no reason").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_reason() {
        assert_eq!(caught(|| 3), Ok(3));
        let none: [u8; 0] = [];
        let at = none.len();
        assert!(caught(|| none[at]).unwrap_err().starts_with("index out of bounds"));
    }
}
