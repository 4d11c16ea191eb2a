//! Which paragraph is being read: its ribbons are drawn, and those of the rest only begun.

use egui::Ui;

use super::column::Column;
use super::view::ReadingInput;
use crate::text::Span;

/// The stretch that is being read in each column: the paragraph under the pointer, or else those of the selected finding,
/// or else the first in view that a finding has a passage in.
pub(super) fn stretches(
    ui: &Ui,
    columns: &[&Column],
    active: usize,
    input: &ReadingInput<'_>,
) -> Vec<Option<Span>> {
    let pointed: Vec<Option<Span>> = columns.iter().map(|column| pointed(ui, column)).collect();
    if pointed.iter().any(Option::is_some) {
        return pointed;
    }
    let place_of_selected = |column: &&Column| {
        let passages = &column.page.passages;
        let mut chosen = passages.iter().filter(|one| {
            input.selected.is_some() && input.selected == Some(one.finding) && one.side.is_some()
        });
        let place = chosen.next()?.span;
        let mut seen = column.sets.iter().map(|set| set.span);
        seen.find(|span| span.overlaps(place))
    };
    let selected: Vec<Option<Span>> = columns.iter().map(place_of_selected).collect();
    if selected.iter().any(Option::is_some) {
        return selected;
    }
    let mut first = vec![None; columns.len()];
    if let (Some(column), Some(first)) = (columns.get(active), first.get_mut(active)) {
        let mut seen = column.sets.iter().map(|set| set.span);
        *first = seen.find(|span| !column.page.badges(*span).is_empty());
    }
    first
}

/// The paragraph under the pointer.
fn pointed(ui: &Ui, column: &Column) -> Option<Span> {
    if !ui.rect_contains_pointer(column.view) {
        return None;
    }
    let y = ui.input(|state| state.pointer.hover_pos())?.y;
    let mut seen = column.sets.iter();
    let set = seen.find(|set| set.rect().y_range().contains(y))?;
    Some(set.span)
}
