//! A card with one passage in its sentence, who says it in bold, the words that differ marked.

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, RichText, Ui};

use super::widgets::card;
use crate::app::theme::{Theme, semibold, serif, serif_bold};
use crate::report::{Quote, Report};
use crate::text::Span;

/// Size of the quoted words.
const SIZE: f32 = 15.0;
const LINE: f32 = 22.0;

/// Draws the card; `tinted` are the stretches that stand out, beneath the words that differ.
pub(super) fn quotation_ui(
    ui: &mut Ui,
    theme: &Theme,
    report: &Report,
    quote: &Quote,
    tinted: &[Span],
) {
    card(theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 5.0;
        let label = report.label(quote.document);
        ui.label(
            RichText::new(label)
                .font(semibold(11.5))
                .color(theme.text_weak),
        );
        let source = &report.analysis.document(quote.document).text;
        ui.label(job(theme, quote, tinted, |span| {
            source.get(span).unwrap_or_default()
        }));
        if speaker_is_elsewhere(quote) {
            ui.label(
                RichText::new(format!("— {}", quote.voice))
                    .font(serif_bold(13.5))
                    .color(theme.text),
            );
        } else if quote.attribution.is_empty() {
            ui.label(RichText::new(&quote.voice).small().color(theme.text_weak));
        }
    });
}

/// Whether who says it does not stand in the sentence that is shown.
fn speaker_is_elsewhere(quote: &Quote) -> bool {
    !quote.attribution.is_empty()
        && quote
            .attribution
            .iter()
            .any(|span| !quote.sentence.contains(*span))
}

fn job<'a>(
    theme: &Theme,
    quote: &Quote,
    tinted: &[Span],
    text: impl Fn(Span) -> &'a str,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    for run in runs(quote, tinted) {
        let words = text(run.span).replace(['\n', '\r', '\t'], " ");
        let font = if run.speaker {
            serif_bold(SIZE)
        } else {
            serif(SIZE)
        };
        job.append(
            &words,
            0.0,
            TextFormat {
                line_height: Some(LINE),
                background: match (run.evidence, run.tinted) {
                    (true, _) => theme.conflict_tint_selected,
                    (false, true) => theme.conflict_tint,
                    (false, false) => Color32::TRANSPARENT,
                },
                ..TextFormat::simple(font, theme.text)
            },
        );
    }
    job
}

/// A stretch of the sentence that is drawn in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    span: Span,
    tinted: bool,
    evidence: bool,
    speaker: bool,
}

/// The sentence cut where a mark begins or ends; the runs cover it without gaps.
fn runs(quote: &Quote, tinted: &[Span]) -> Vec<Run> {
    let sentence = quote.sentence;
    let marks = || {
        tinted
            .iter()
            .chain(&quote.evidence)
            .chain(&quote.attribution)
    };
    let mut cuts: Vec<usize> = marks()
        .flat_map(|span| [span.start, span.end])
        .filter(|cut| sentence.start < *cut && *cut < sentence.end)
        .chain([sentence.start, sentence.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|ends| {
            let span = Span::new(ends[0], ends[1]);
            Run {
                span,
                tinted: tinted.iter().any(|mark| mark.contains(span)),
                evidence: quote.evidence.iter().any(|mark| mark.contains(span)),
                speaker: quote.attribution.iter().any(|mark| mark.contains(span)),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentId;

    /// Finds passages of a sentence and shows the runs: *side*, **evidence**, SPEAKER.
    fn shown(sentence: &str, side: &str, evidence: &str, speaker: &str) -> String {
        let find = |words: &str| {
            let start = sentence.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let quote = Quote {
            document: DocumentId(0),
            sentence: Span::new(0, sentence.len()),
            side: find(side),
            evidence: vec![find(evidence)],
            attribution: vec![find(speaker)],
            voice: String::new(),
        };
        runs(&quote, &[quote.side])
            .into_iter()
            .map(|run| {
                let words = sentence.get(run.span.range()).unwrap();
                match (run.speaker, run.evidence, run.tinted) {
                    (true, ..) => words.to_uppercase(),
                    (_, true, _) => format!("**{words}**"),
                    (_, _, true) => format!("*{words}*"),
                    _ => words.to_owned(),
                }
            })
            .collect()
    }

    #[test]
    fn a_sentence_is_cut_where_marks_begin_and_end() {
        assert_eq!(
            shown(
                "Twelve were treated that night, the hospital said.",
                "Twelve were treated",
                "Twelve",
                "the hospital said",
            ),
            "**Twelve*** were treated* that night, THE HOSPITAL SAID."
        );
    }
}
