//! Widgets.

#[cfg(feature = "gka")]
pub mod publish;
