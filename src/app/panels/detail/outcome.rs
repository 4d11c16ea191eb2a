//! What came of the selected finding once somebody asked, and what shows it.

use egui::{Label, RichText, Ui};

use super::super::Page;
use super::super::widgets::{Weight, caption, card, chips_ui, command_button};
use super::{choice_ui, entered, field_ui, keep_ui};
use crate::app::command::{Command, Field, ReviewCommand};
use crate::app::state::FindingPart;
use crate::notebook::{Evidence, EvidenceSort, Standing};
use crate::report::{Finding, letter};

pub(super) fn outcome_ui(ui: &mut Ui, page: &mut Page<'_>, finding: &Finding) {
    ui.add_space(2.0);
    caption(ui, page.theme, "What came of it");
    let outcome = finding.outcome.clone().unwrap_or_default();
    let letters = (finding.conflict.sides.each_ref()).map(|side| letter(side.document));
    chips_ui(ui, page, |ui, page| {
        for standing in Standing::ALL {
            let on = standing == outcome.standing;
            let words = words(standing, letters);
            choice_ui(ui, page, &words, on, ReviewCommand::Stand(standing));
        }
    });
    for (index, evidence) in outcome.evidence.iter().enumerate() {
        evidence_ui(ui, page, index, evidence);
    }
    if page.state.view.reviewing == Some(FindingPart::Evidence) {
        new_evidence_ui(ui, page);
    } else {
        let edit = ReviewCommand::Edit(FindingPart::Evidence);
        command_button(ui, page, &Command::Review(edit), Weight::Plain);
    }
}

/// Two passages of one article are told apart by their order.
fn words(standing: Standing, letters: [char; 2]) -> String {
    match standing {
        Standing::FirstStands if letters[0] == letters[1] => "The first stands".to_owned(),
        Standing::SecondStands if letters[0] == letters[1] => "The second stands".to_owned(),
        _ => standing.title(letters),
    }
}

fn evidence_ui(ui: &mut Ui, page: &mut Page<'_>, index: usize, evidence: &Evidence) {
    let date = evidence.date.map(|date| date.strftime("%-d %b %Y"));
    let of = date.map_or_else(String::new, |date| format!(", {date}"));
    let words = format!("{}{of}: {}", evidence.sort.title(), evidence.words);
    ui.horizontal_top(|ui| {
        let remove = Command::Review(ReviewCommand::RemoveEvidence(index));
        let spec = remove.spec();
        let response = ui
            .small_button("×")
            .on_hover_text(format!("{}: {}", spec.title, spec.tooltip))
            .accessible_name(spec.title);
        if response.clicked() {
            page.send(remove);
        }
        ui.add(Label::new(RichText::new(words).color(page.theme.text)).wrap());
    });
}

fn new_evidence_ui(ui: &mut Ui, page: &mut Page<'_>) {
    card(page.theme).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        let draft = page.state.drafts.evidence.clone();
        chips_ui(ui, page, |ui, page| {
            for sort in EvidenceSort::ALL {
                let set = ReviewCommand::SetEvidenceSort(sort);
                choice_ui(ui, page, sort.title(), sort == draft.sort, set);
            }
        });
        let title = match draft.sort {
            EvidenceSort::Link => "Address",
            EvidenceSort::Document => "Which document",
            EvidenceSort::Call => "Who was called, and what they said",
        };
        let opens = page.state.view.focus_part;
        let words = field_ui(ui, page, title, draft.words, Field::Evidence, opens);
        let date = field_ui(
            ui,
            page,
            "Seen, dated or called on",
            draft.date,
            Field::EvidenceDate,
            false,
        );
        if entered(ui, &words) || entered(ui, &date) {
            page.send(Command::Review(ReviewCommand::AddEvidence));
        }
        keep_ui(ui, page, ReviewCommand::AddEvidence);
    });
}
