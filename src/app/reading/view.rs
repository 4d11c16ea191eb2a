//! The reading view as the rest of the window sees it: what goes in, what comes out, what it remembers.

use std::collections::BTreeMap;

use egui::{Id, Rect, Stroke, Ui, pos2};

use super::column::Column;
use super::follow::Hold;
use super::header::{self, Header};
use super::link::Links;
use super::lock;
use super::page::Page;
use super::paint::Look;
use super::search::Search;
use super::selection::{self, Selection};
use super::style::TextStyle;
use super::touch::Touched;
use super::{areas, gutter, read};
use crate::app::theme::{TextFace, Theme};
use crate::model::{DocumentId, EntityId};
use crate::report::Report;
use crate::text::Span;

/// What to show.
#[derive(Clone, Copy)]
pub struct ReadingInput<'a> {
    pub report: &'a Report,
    pub left: DocumentId,
    pub right: Option<DocumentId>,
    /// Indexes into the report's findings, in the order in which the wheel walks them.
    pub visible: &'a [usize],
    pub selected: Option<usize>,
    pub hovered_entity: Option<EntityId>,
    pub theme: &'a Theme,
    /// Of the article text alone.
    pub zoom: f32,
    pub face: TextFace,
    /// Whether one column takes the other along.
    pub linked: bool,
    /// Words to look for in both texts; empty where nothing is looked for.
    pub find: &'a str,
}

/// What the reader did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadingEvent {
    /// By index into the report's findings.
    SelectFinding(usize),
    SelectEntity(EntityId),
    HoverEntity(Option<EntityId>),
    /// A date as it was typed; it can be read as a day.
    SetPublished(DocumentId, String),
    /// What was read of an article, and what is known of it.
    ShowSource(DocumentId),
    /// The keyboard now scrolls this column.
    FocusColumn(usize),
    /// Scroll the columns together, or each by itself.
    ToggleLink,
    /// Show only the two passages of the selected finding.
    Together,
}

/// What the view remembers from frame to frame.
#[derive(Default)]
pub struct ReadingView {
    pub(super) columns: Vec<Column>,
    /// Articles that are not in view now: they come back where they stood.
    parked: Vec<Column>,
    /// The column that the keyboard scrolls.
    pub(super) active: usize,
    /// At most one an article; the latest is the last.
    pub(super) selections: Vec<Selection>,
    /// Dates that are being typed.
    dates: BTreeMap<DocumentId, String>,
    /// The finding to bring level in the next frame.
    pub(super) bring: Option<usize>,
    /// The passage to bring into view in the next frame.
    pub(super) bring_passage: Option<(DocumentId, Span)>,
    /// The finding and the column that a click selected it in.
    pub(super) clicked: Option<(usize, usize)>,
    /// The column to give the keyboard to in the next frame.
    pub(super) focus: Option<usize>,
    /// How far the wheel was turned over the gutter since the last step.
    pub(super) wheel: f32,
    pub(super) links: Links,
    pub(super) hold: Hold,
    pub(super) search: Search,
}

/// What one frame is drawn with.
pub(super) struct Frame<'a> {
    pub(super) input: &'a ReadingInput<'a>,
    pub(super) id: Id,
    pub(super) rects: Vec<Rect>,
    pub(super) styles: Vec<TextStyle<'a>>,
}

impl Frame<'_> {
    /// The id of a column's text: who has it has the keyboard.
    pub(super) fn text_id(&self, column: usize) -> Id {
        self.id.with(("text", column))
    }
}

impl ReadingView {
    /// Scrolls both columns so that the passages of a finding stand at the same height.
    pub fn bring_level(&mut self, finding: usize) {
        self.bring = Some(finding);
    }

    /// Scrolls the column of a document to a passage, and selects its words so that it is found among others.
    pub fn bring(&mut self, document: DocumentId, passage: Span) {
        self.bring_passage = Some((document, passage));
        selection::put(&mut self.selections, Selection::all(document, passage));
    }

    /// The place of the column that the keyboard scrolls.
    pub fn active_column(&self) -> usize {
        self.active
    }

    /// Gives the keyboard to the column that does not have it.
    pub fn focus_other_column(&mut self) {
        self.focus = Some(1 - self.active.min(1));
    }

    /// The words that the reader selected last.
    pub fn selected_text(&self) -> Option<(DocumentId, Span)> {
        self.selected_texts().pop()
    }

    /// The words that the reader selected, in the order of selecting: at most one stretch an article.
    pub fn selected_texts(&self) -> Vec<(DocumentId, Span)> {
        self.selections
            .iter()
            .map(|selection| (selection.document, selection.span()))
            .filter(|(_, span)| !span.is_empty())
            .collect()
    }

    /// Draws the view into all the room that is left.
    pub fn ui(&mut self, ui: &mut Ui, input: &ReadingInput<'_>) -> Vec<ReadingEvent> {
        let area = ui.available_rect_before_wrap();
        self.sync(input);
        self.search(ui.ctx(), input.find);
        let (rects, gutter) = areas::columns(area, self.columns.len() == 2);
        let frame = Frame {
            input,
            id: ui.scope_id().with("reading"),
            styles: rects
                .iter()
                .map(|rect| TextStyle {
                    theme: input.theme,
                    width: areas::text_width(*rect, input.zoom),
                    zoom: input.zoom,
                    face: input.face,
                })
                .collect(),
            rects,
        };

        let mut events = Vec::new();
        let mut hovered = None;
        let mut take = |view: &mut Self, column: usize, touched: Touched| {
            if let Some(finding) = touched.finding {
                view.clicked = Some((finding, column));
                events.push(ReadingEvent::SelectFinding(finding));
            }
            events.extend(touched.entity.map(ReadingEvent::SelectEntity));
            hovered = hovered.or(touched.hovered);
        };
        let mut others = Vec::new();
        for (column, touched) in self
            .headers_ui(ui, &frame, &mut others)
            .into_iter()
            .enumerate()
        {
            take(self, column, touched);
        }
        self.scroll_ui(ui, &frame, gutter, &mut others);
        for column in 0..self.columns.len() {
            let touched = self.column_ui(ui, &frame, column, &mut others);
            take(self, column, touched);
        }
        let shown: Vec<&Column> = self.columns.iter().collect();
        let between = gutter.or_else(|| {
            let (column, style) = (shown.first()?, frame.styles.first()?);
            let text_right = column.text_left(style.width) + style.width;
            let room = areas::beside(*frame.rects.first()?, column.view, text_right)?;
            gutter::joins_any(&shown, input).then_some(room)
        });
        if let Some(between) = between {
            let look = self.look(input, None);
            let id = frame.id.with("gutter");
            let read = read::stretches(ui, &shown, self.active, input);
            events.extend(gutter::show(ui, id, between, &shown, input, look, &read));
            if gutter.is_some()
                && lock::show(ui, id.with("lock"), between, input.linked, input.theme)
            {
                events.push(ReadingEvent::ToggleLink);
            }
        }
        if hovered != input.hovered_entity {
            events.push(ReadingEvent::HoverEntity(hovered));
        }
        events.append(&mut others);
        ui.advance_cursor_after_rect(area);
        events
    }

    /// Keeps the columns whose articles are still there, even out of view, each at its place; makes those that are new.
    fn sync(&mut self, input: &ReadingInput<'_>) {
        let mut known = std::mem::take(&mut self.columns);
        known.append(&mut self.parked);
        for id in std::iter::once(input.left).chain(input.right) {
            let same_text = |column: &Column| column.page.has_text_of(input.report, id);
            let column = known
                .iter()
                .position(|column| column.page.shows(input.report, id))
                .or_else(|| known.iter().position(same_text))
                .map(|index| known.remove(index));
            self.columns.push(match column {
                Some(mut column) => {
                    column.refresh(input.report, input.visible, id);
                    column
                }
                None => Column::new(Page::new(input.report, input.visible, id)),
            });
        }
        known.retain(|column| {
            let mut ids = input.report.analysis.document_ids();
            ids.any(|id| column.page.has_text_of(input.report, id))
        });
        self.parked = known;
        self.active = self.active.min(self.columns.len() - 1);
        let analysis = &input.report.analysis;
        let other_texts = input
            .right
            .is_some_and(|right| self.links.refresh(analysis, [input.left, right]));
        if other_texts || !input.linked {
            self.hold = Hold::AsTheyStand;
        }
        // What was selected in a text that is gone would point into another.
        let columns = &self.columns;
        self.selections.retain(|selection| {
            columns.iter().any(|column| {
                column.page.id == selection.document && column.page.fits(selection.span())
            })
        });
    }

    pub(super) fn look<'a>(&self, input: &ReadingInput<'a>, column: Option<usize>) -> Look<'a> {
        let document = column.map(|column| self.columns[column].page.id);
        Look {
            theme: input.theme,
            selected: input.selected,
            hovered: input.hovered_entity,
            selection: self
                .selections
                .iter()
                .find(|selection| document == Some(selection.document))
                .map(|selection| selection.span()),
            found: column.and_then(|column| self.found_in(column)),
        }
    }

    /// Draws the headers, all as high as the highest, and gives each column the view under its own.
    fn headers_ui(
        &mut self,
        ui: &mut Ui,
        frame: &Frame<'_>,
        events: &mut Vec<ReadingEvent>,
    ) -> Vec<Touched> {
        let theme = frame.input.theme;
        let headers: Vec<Header> = self
            .columns
            .iter()
            .zip(&frame.styles)
            .map(|(column, style)| Header::new(ui, &column.page, theme, style.width))
            .collect();
        let highest = headers
            .iter()
            .map(Header::height)
            .fold(0.0, f32::max)
            .round();
        let mut all = Vec::new();
        for (index, header) in headers.into_iter().enumerate() {
            let (rect, style) = (frame.rects[index], &frame.styles[index]);
            let look = self.look(frame.input, Some(index));
            let column = &mut self.columns[index];
            let document = column.page.id;
            column.fit(ui.ctx(), style, areas::view(rect, highest));
            let left = column.text_left(style.width);
            let bottom = rect.top() + header.height();
            let mut touched = Touched::default();
            let at = pos2(left, rect.top());
            let id = frame.id.with(("header", index));
            let title = header.show(ui, id, at, &column.page, look, &mut touched);
            if header::about_ui(ui, id, at, style.width, document) {
                events.push(ReadingEvent::ShowSource(document));
            }
            column.sets.clear();
            column.sets.extend(title);
            all.push(touched);

            if column.page.document.metadata.published.is_none() {
                let place = Rect::from_min_max(at, pos2(left + style.width, bottom));
                let draft = self.dates.entry(document).or_default();
                let entered = header::date_ui(ui, id, place, draft, theme);
                events.extend(entered.map(|date| ReadingEvent::SetPublished(document, date)));
            }
            let line = Stroke::new(1.0, theme.border);
            ui.painter()
                .hline(rect.x_range(), rect.top() + highest, line);
        }
        all
    }
}
