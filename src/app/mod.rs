//! The window: the only folder that knows egui.
//!
//! [`state`] is what is known, [`command`] what can be done, [`act`] does it, [`panels`] and [`pages`] draw
//! and send commands, [`worker`] and [`dialogs`] do what would hold up a frame.

mod act;
pub mod command;
pub mod dialogs;
mod pages;
mod panels;
pub mod reading;
pub mod recovery;
mod run;
mod sample;
pub mod state;
pub mod theme;
mod window;
pub mod worker;

pub use run::run;
pub use window::Window;
