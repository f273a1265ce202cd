//! One state for all widgets of a page that show the same source under the same `groep`. It is there as long as one
//! of them is.

use crate::model::Choice;
use leptos::prelude::ArcRwSignal;
use std::cell::RefCell;

thread_local! {
    static GROUPS: RefCell<Vec<(String, ArcRwSignal<Choice>, usize)>> = const { RefCell::new(Vec::new()) };
}

/// A widget's part in a group; gone on drop.
pub struct Group {
    /// Nothing for a widget that is alone.
    name: Option<String>,
    pub choice: ArcRwSignal<Choice>,
}

impl Group {
    /// Joins the group of this name, whose state then goes before `choice`; without a name nobody shares.
    pub fn join(name: Option<String>, choice: Choice) -> Self {
        let Some(name) = name else { return Self { name, choice: ArcRwSignal::new(choice) } };
        let choice = GROUPS.with_borrow_mut(|groups| match groups.iter_mut().find(|group| group.0 == name) {
            Some((_, shared, members)) => {
                *members += 1;
                shared.clone()
            }
            None => {
                let shared = ArcRwSignal::new(choice);
                groups.push((name.clone(), shared.clone(), 1));
                shared
            }
        });
        Self { name: Some(name), choice }
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let Some(name) = &self.name else { return };
        GROUPS.with_borrow_mut(|groups| {
            if let Some(at) = groups.iter().position(|group| group.0 == *name) {
                groups[at].2 -= 1;
                if groups[at].2 == 0 {
                    groups.swap_remove(at);
                }
            }
        });
    }
}
