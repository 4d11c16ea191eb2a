//! Reading the articles.

use egui::Context;

use super::super::command::ReadingCommand;
use super::super::state::{Dialog, MainPage, Tone};
use super::super::window::Window;
use crate::export::citation;
use crate::text::{Segments, Span};

/// Selected words longer than this are no words to look for.
const LONGEST: usize = 80;

impl Window {
    pub(super) fn act_on_reading(&mut self, ctx: &Context, command: ReadingCommand) {
        self.state.view.main = MainPage::Read;
        let view = &mut self.state.view;
        match command {
            ReadingCommand::Find => self.open_find(),
            ReadingCommand::FindNext => self.columns.step_search(1),
            ReadingCommand::FindPrevious => self.columns.step_search(-1),
            ReadingCommand::CloseFind => view.find_open = false,
            ReadingCommand::ToggleLink => view.linked = !view.linked,
            ReadingCommand::Together => {
                let open = view.dialog == Some(Dialog::Together);
                view.dialog = (!open).then_some(Dialog::Together);
            }
            ReadingCommand::CopyQuotation => self.copy_quotation(ctx),
        }
    }

    fn copy_quotation(&mut self, ctx: &Context) {
        let quoted = self.columns.selected_text().and_then(|(document, span)| {
            let report = self.state.report()?;
            let whole = sentences(report.analysis.segments(document), span);
            Some(citation::quotation(report, document, whole))
        });
        match quoted {
            Some(quoted) => {
                ctx.copy_text(quoted);
                self.state.tell(Tone::Done, "Copied as quotation");
            }
            None => self.state.tell(
                Tone::Advice,
                "Select words in an article to copy them as quotation",
            ),
        }
    }

    /// Opens the bar, with the words that the reader selected in it.
    fn open_find(&mut self) {
        let selected = self.columns.selected_text().and_then(|(document, span)| {
            let report = self.state.report()?;
            let words = report.analysis.document(document).text.get(span)?;
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty() && words.len() <= LONGEST).then_some(words)
        });
        if let Some(words) = selected {
            self.state.drafts.find = words;
        }
        self.state.view.find_open = true;
        self.state.view.focus_find = true;
    }
}

/// The whole sentences that a stretch touches: a quotation keeps its speaker, its negation and its hedge.
fn sentences(segments: &Segments, span: Span) -> Span {
    let last = span.end.saturating_sub(1).max(span.start);
    [span.start, last]
        .into_iter()
        .filter_map(|byte| segments.sentence_at(byte))
        .map(|index| segments.sentences[index].span)
        .fold(span, Span::cover)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{SourceText, segment};

    /// The sentences around some words of a text.
    fn around(text: &str, words: &str) -> String {
        let source = SourceText::new(text);
        let segments = segment(&source, &[source.span()]);
        let start = text.find(words).unwrap();
        let span = sentences(&segments, Span::new(start, start + words.len()));
        source.slice(span).to_owned()
    }

    #[test]
    fn a_quotation_takes_whole_sentences() {
        let text = "It was late. Nobody was hurt, the mayor said. It rained. The end.";
        assert_eq!(around(text, "was hurt"), "Nobody was hurt, the mayor said.");
        assert_eq!(
            around(text, "said. It"),
            "Nobody was hurt, the mayor said. It rained."
        );
        assert_eq!(around(text, " "), "It was late.");
    }
}
