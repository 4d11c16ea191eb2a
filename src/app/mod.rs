//! The window: the only folder that knows egui.

pub mod reading;
pub mod theme;
