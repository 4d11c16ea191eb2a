//! Every mention of an entity by article, in a few words around it and with how it was linked.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, CursorIcon, Frame, Layout, Margin, Response, RichText, Role, Sense, Stroke, Ui,
    UiBuilder, WidgetInfo,
};

use super::super::Page;
use super::super::widgets::{focus_ring, follow_focus, item_of_about};
use crate::app::command::{Command, EntityCommand};
use crate::app::theme::{Theme, semibold, serif};
use crate::model::{Analysis, DocumentId, EntityId, Mention, MentionId};
use crate::report::{Report, letter};
use crate::text::Span;

/// Characters that are shown of what stands before a mention and after it, within its sentence.
const BEFORE: usize = 44;
const AFTER: usize = 52;
/// Points that a mention is high.
const ABOUT: f32 = 74.0;

pub(super) fn mentions_ui(ui: &mut Ui, page: &mut Page<'_>, report: &Report, id: EntityId) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let analysis = &report.analysis;
    let mentions: Vec<MentionId> = analysis.distinct_mentions(id).collect();
    // Heights are remembered for as long as the analysis is the same.
    let list = format!("mentions {:p} {id}", Arc::as_ptr(analysis));
    let may_split = mentions.len() > 1;
    let mut article: Option<DocumentId> = None;
    for (index, mention_id) in mentions.iter().enumerate() {
        let mention = analysis.mention(*mention_id);
        if article.replace(mention.document) != Some(mention.document) {
            let own = mentions.iter().skip(index);
            let count = own
                .take_while(|id| analysis.mention(**id).document == mention.document)
                .count();
            article_ui(ui, page.theme, &report.label(mention.document), count);
        }
        let (rect, touched) = item_of_about(ui, &list, index, Some(ABOUT), |ui| {
            mention_ui(ui, page, analysis, *mention_id, may_split)
        });
        ui.painter().hline(
            rect.x_range(),
            rect.bottom(),
            Stroke::new(1.0, page.theme.border),
        );
        if touched == Some(true) {
            page.point_at(Some(id));
        }
    }
}

/// "A · Port Ellery Sentinel  5".
fn article_ui(ui: &mut Ui, theme: &Theme, label: &str, count: usize) {
    let strip = Frame::new()
        .fill(theme.gutter)
        .inner_margin(Margin::symmetric(14, 6))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().interact_size.y = 16.0;
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let count = RichText::new(count.to_string()).small();
                    ui.label(count.color(theme.text_weak));
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let words = RichText::new(label).font(semibold(11.5));
                        ui.add(egui::Label::new(words.color(theme.accent)).truncate());
                    });
                });
            });
        });
    ui.painter().hline(
        strip.response.rect.x_range(),
        strip.response.rect.bottom(),
        Stroke::new(1.0, theme.border),
    );
}

/// Draws one mention; true where the pointer or the keyboard is on it.
fn mention_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    analysis: &Analysis,
    id: MentionId,
    may_split: bool,
) -> bool {
    let theme = page.theme;
    let mention = analysis.mention(id);
    let context = Context::of(analysis, mention);
    let background = ui.painter().add(egui::Shape::Noop);
    // The row lies beneath what stands on it, so that the button on it can be pressed.
    let builder = UiBuilder::new().id_salt("row").sense(Sense::click());
    let drawn = ui.scope_builder(builder, |ui| {
        Frame::new()
            .inner_margin(Margin::symmetric(14, 8))
            .show(ui, |ui| {
                ui.set_min_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.label(context.job(theme, theme.lit(mention.kind)));
                link_ui(ui, page, mention, &context, id, may_split)
            })
            .inner
    });
    let response = drawn.response;
    let name = format!(
        "{}: {}, {}",
        letter(mention.document),
        context.words(),
        mention.link
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
    let on_button = drawn.inner.is_some_and(|button| button.has_focus());
    let touched = response.contains_pointer() || response.has_focus() || on_button;
    if response.contains_pointer() {
        let fill = egui::Shape::rect_filled(response.rect, 0.0, theme.surface_hovered);
        ui.painter().set(background, fill);
    }
    focus_ring(ui, &response, theme);
    follow_focus(&response);
    if response.clicked() {
        page.send(Command::Entity(EntityCommand::GoTo(id)));
    }
    response.on_hover_cursor(CursorIcon::PointingHand);
    touched
}

/// How it was linked, and the button that splits it off.
fn link_ui(
    ui: &mut Ui,
    page: &mut Page<'_>,
    mention: &Mention,
    context: &Context,
    id: MentionId,
    may_split: bool,
) -> Option<Response> {
    let words = RichText::new(&mention.link).small();
    let label = egui::Label::new(words.color(page.theme.text_weak));
    if !may_split {
        ui.add(label.wrap());
        return None;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().button_padding = egui::vec2(5.0, 1.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let command = Command::Entity(EntityCommand::Split(id));
            let spec = command.spec();
            let words = RichText::new("Split off").small().color(page.theme.accent);
            let button = ui
                .add(egui::Button::new(words).frame_when_inactive(false))
                .on_hover_text(format!("{}: {}", spec.title, spec.tooltip))
                .accessible_name(format!("{}: {}", spec.title, context.words()));
            if button.clicked() {
                page.send(command);
            }
            ui.with_layout(Layout::left_to_right(Align::TOP), |ui| ui.add(label.wrap()));
            Some(button)
        })
        .inner
    })
    .inner
}

/// A mention in its sentence, cut to a few words on either side.
struct Context {
    before: String,
    mention: String,
    after: String,
}

impl Context {
    fn of(analysis: &Analysis, mention: &Mention) -> Self {
        let text = &analysis.document(mention.document).text;
        let segments = analysis.segments(mention.document);
        let sentence = segments
            .sentence_at(mention.span.start)
            .map_or(mention.span, |index| segments.sentences[index].span)
            .cover(mention.span);
        let line = |span: Span| {
            let words = text.get(span).unwrap_or_default();
            words.replace(['\n', '\r', '\t'], " ")
        };
        Self {
            before: tail(&line(Span::new(sentence.start, mention.span.start)), BEFORE),
            mention: line(mention.span),
            after: head(&line(Span::new(mention.span.end, sentence.end)), AFTER),
        }
    }

    fn words(&self) -> String {
        format!("{}{}{}", self.before, self.mention, self.after)
    }

    fn job(&self, theme: &Theme, lit: Color32) -> LayoutJob {
        let mut job = LayoutJob::default();
        let plain = TextFormat {
            line_height: Some(19.0),
            ..TextFormat::simple(serif(13.5), theme.text)
        };
        let marked = TextFormat {
            background: lit,
            ..plain.clone()
        };
        job.append(&self.before, 0.0, plain.clone());
        job.append(&self.mention, 0.0, marked);
        job.append(&self.after, 0.0, plain);
        job
    }
}

/// The last words, about so many characters of them.
fn tail(words: &str, most: usize) -> String {
    let Some((from, _)) = words.char_indices().rev().nth(most) else {
        return words.to_owned();
    };
    let end = words.get(from..).unwrap_or_default();
    let whole = end.split_once(' ').map_or(end, |(_, rest)| rest);
    format!("…{whole}")
}

/// The first words, about so many characters of them.
fn head(words: &str, most: usize) -> String {
    let Some((to, _)) = words.char_indices().nth(most) else {
        return words.to_owned();
    };
    let start = words.get(..to).unwrap_or_default();
    let whole = start.rsplit_once(' ').map_or(start, |(rest, _)| rest);
    format!("{whole}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_is_cut_between_words() {
        assert_eq!(tail("It was the old port of ", 12), "…old port of ");
        assert_eq!(head(" of Ellery, which burned", 12), " of Ellery,…");
    }

    #[test]
    fn what_is_short_stays_whole() {
        assert_eq!(tail("the ", 12), "the ");
        assert_eq!(head("", 12), "");
        assert_eq!(head(" né à Orléans", 13), " né à Orléans");
    }
}
