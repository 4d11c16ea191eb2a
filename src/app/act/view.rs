//! What is shown, and how.

use egui::Context;

use super::super::command::ViewCommand;
use super::super::panels::room_for_both;
use super::super::state::{Aside, Dialog, Tab};
use super::super::window::Window;

/// Steps of the article text's size.
const ZOOM_STEP: f32 = 0.1;
const ZOOM: std::ops::RangeInclusive<f32> = 0.7..=2.0;

impl Window {
    pub(super) fn act_on_view(&mut self, ctx: &Context, command: ViewCommand) {
        let view = &mut self.state.view;
        match command {
            ViewCommand::Open(page) => {
                view.main = page;
                // What narrowed one table says nothing of another.
                self.state.drafts.table_filter.clear();
            }
            ViewCommand::ShowPassage(passage) => {
                self.show_passage(passage.document, passage.span);
            }
            ViewCommand::FilterNotes(filter) => view.notes = filter,
            ViewCommand::OtherColumn => self.columns.focus_other_column(),
            ViewCommand::Toggle(aside) => view.toggle(aside, room_for_both(ctx)),
            ViewCommand::FaceLeft(article) => put(&mut view.columns, 0, article),
            ViewCommand::FaceRight(article) => put(&mut view.columns, 1, article),
            ViewCommand::ZoomIn => view.zoom = zoomed(view.zoom, ZOOM_STEP),
            ViewCommand::ZoomOut => view.zoom = zoomed(view.zoom, -ZOOM_STEP),
            ViewCommand::ResetZoom => view.zoom = 1.0,
            ViewCommand::Legend => view.dialog = Some(Dialog::Legend),
            ViewCommand::About => view.dialog = Some(Dialog::About),
            ViewCommand::Help => view.dialog = Some(Dialog::Help),
            ViewCommand::Show(tab) => {
                view.tab = tab;
                view.front = Aside::Lists;
            }
            ViewCommand::ShowSide(page) => view.show_side(page),
            ViewCommand::Palette => {
                view.dialog = Some(Dialog::Palette);
                view.palette_at = 0;
                self.state.drafts.palette.clear();
            }
            ViewCommand::PaletteAt(line) => view.palette_at = line,
            ViewCommand::Filter(None) => view.listing = view.listing.everything(),
            ViewCommand::TakeAlong(part, taken) => view.take_along.set(part, taken),
            ViewCommand::Filter(Some(kind)) => {
                view.tab = Tab::Conflicts;
                let kinds = &mut view.listing.kinds;
                if !kinds.remove(&kind) {
                    kinds.insert(kind);
                }
            }
            ViewCommand::FilterVerdict(verdict) => view.listing.verdict = verdict,
            ViewCommand::Undecided(only) => view.listing.undecided = only,
            ViewCommand::Sort(order) => view.listing.order = order,
            ViewCommand::Threshold(hundredths) => self.show_from(f32::from(hundredths) / 100.0),
            ViewCommand::FilterEntities(None) => view.entity_kinds.clear(),
            ViewCommand::FilterEntities(Some(kind)) => {
                if !view.entity_kinds.remove(&kind) {
                    view.entity_kinds.insert(kind);
                }
            }
            ViewCommand::ShowDescribed(show) => view.show_described = show,
            ViewCommand::ShowEntity(entity) => {
                view.scroll_to_entity = Some(entity);
                self.open_card(entity);
            }
            ViewCommand::HoverEntity(entity) => view.hovered_entity = entity,
            ViewCommand::UsePath => self.use_path(ctx),
            ViewCommand::Tick(position, ticked) => self.tick(position, ticked),
            ViewCommand::TickAll(ticked) => self.tick_all(ticked),
            ViewCommand::CloseDialog => {
                view.dialog = None;
                self.leaving = None;
                self.state.drafts.note_on = None;
                self.state.drafts.link = None;
            }
            ViewCommand::DismissMessage(index) => {
                if index < self.state.messages.len() {
                    self.state.messages.remove(index);
                }
            }
        }
    }
}

/// Puts an article into a column; where it stands in the other one, the two change places.
fn put(columns: &mut [usize; 2], column: usize, article: usize) {
    let other = 1 - column;
    if columns[other] == article {
        columns[other] = columns[column];
    }
    columns[column] = article;
}

fn zoomed(zoom: f32, step: f32) -> f32 {
    // Whole steps, so that the status bar shows round figures.
    let steps = ((zoom + step) / ZOOM_STEP).round();
    (steps * ZOOM_STEP).clamp(*ZOOM.start(), *ZOOM.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_never_stands_in_both_columns() {
        let mut columns = [0, 1];
        put(&mut columns, 0, 1);
        assert_eq!(columns, [1, 0]);
        put(&mut columns, 1, 2);
        assert_eq!(columns, [1, 2]);
    }

    #[test]
    fn zooming_goes_in_round_steps_and_stops_at_its_ends() {
        assert_eq!(format!("{:.0}", zoomed(1.0, ZOOM_STEP) * 100.0), "110");
        assert_eq!(zoomed(2.0, ZOOM_STEP), 2.0);
    }
}
