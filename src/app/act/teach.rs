//! Reading without the findings first.

use super::super::command::TeachCommand;
use super::super::state::{Aside, MainPage, SidePage, Teach};
use super::super::window::Window;
use crate::notebook::{Command, MarkId};
use crate::report::Report;

impl Window {
    pub(super) fn act_on_teach(&mut self, command: TeachCommand) {
        match command {
            TeachCommand::Begin => {
                self.select(None);
                let view = &mut self.state.view;
                view.teach = Some(Teach::default());
                view.main = MainPage::Read;
                view.show_side(SidePage::Notes);
                // The steps of teaching stand where the lists stood.
                view.front = Aside::Lists;
                view.dialog = None;
            }
            TeachCommand::HideOutlets(hide) => {
                if let Some(teach) = &mut self.state.view.teach {
                    teach.hide_outlets = hide;
                }
                self.state.comparison.hide_outlets(hide);
            }
            TeachCommand::Reveal => {
                self.state.comparison.hide_outlets(false);
                if let Some(teach) = &mut self.state.view.teach {
                    teach.revealed = true;
                }
                self.state.view.show_side(SidePage::Finding);
            }
            TeachCommand::End => {
                self.state.comparison.hide_outlets(false);
                self.state.view.teach = None;
                self.state.view.show_side(SidePage::Finding);
            }
            TeachCommand::RemoveMark(id) => self.write(Command::RemoveMark { id }),
            TeachCommand::Show(id) => self.show_mark(id),
        }
    }

    fn show_mark(&mut self, id: MarkId) {
        let Some(report) = self.state.report().cloned() else {
            return;
        };
        let places = places(&report, id);
        self.state.view.main = MainPage::Read;
        if let [one, other] = places.as_slice() {
            self.face(one.0, other.0);
        }
        for (document, span) in places {
            self.columns.bring(document, span);
        }
    }
}

fn places(report: &Report, id: MarkId) -> Vec<(crate::model::DocumentId, crate::text::Span)> {
    let mark = report.marks.iter().find(|mark| mark.id == id);
    let places = mark.into_iter().flat_map(|mark| &mark.places);
    places.copied().flatten().collect()
}
