//! The pages beside the reading view: all articles at once, as tables and as a timeline.
//!
//! Rows come from [`crate::report::tables`]; every cell opens its sentence in the reading view.

mod claims;
mod frame;
mod grid;
mod icons;
mod notes;
mod quantities;
mod speakers;
mod switcher;
mod timeline;

use egui::Ui;

use super::panels::Page;
use super::state::MainPage;

pub(super) use switcher::switcher_ui;

/// The page that is open, in all the room that is left; the reading view is not one of them.
pub(super) fn page_ui(ui: &mut Ui, page: &mut Page<'_>) {
    match page.state.view.main {
        MainPage::Read => {}
        MainPage::Claims => claims::claims_ui(ui, page),
        MainPage::Speakers => speakers::speakers_ui(ui, page),
        MainPage::Timeline => timeline::timeline_ui(ui, page),
        MainPage::Quantities => quantities::quantities_ui(ui, page),
        MainPage::Notes => notes::notes_ui(ui, page),
    }
}
