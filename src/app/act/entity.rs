//! The card of an entity, and what the reader puts right on it.

use super::super::command::EntityCommand;
use super::super::state::{CardPart, SidePage, alike};
use super::super::window::Window;
use crate::model::{Analysis, Correction, EntityId, EntityKind, Mention, MentionForm, MentionId};
use crate::notebook::{Anchor, Command};

impl Window {
    pub(super) fn act_on_entity(&mut self, command: EntityCommand) {
        match command {
            EntityCommand::Open(id) => self.open_card(id),
            EntityCommand::Edit(part) => self.edit(part),
            EntityCommand::CloseEdit => self.close_edit(),
            EntityCommand::Rename => self.rename(),
            EntityCommand::SetKind(kind) => self.set_kind(kind),
            EntityCommand::Merge(other) => {
                self.close_edit();
                if let Some((entity, with)) = self.anchor_of_card().zip(self.anchor_of(other)) {
                    self.correct(Correction::Merge { entity, with });
                }
            }
            EntityCommand::Split(id) => self.split(id),
            EntityCommand::NotAnEntity => {
                self.state.view.editing = None;
                if let Some(entity) = self.anchor_of_card() {
                    self.correct(Correction::NotAnEntity { entity });
                }
            }
            EntityCommand::TakeBack(index) => self.take_back(index),
            EntityCommand::GoTo(id) => self.go_to(id),
        }
    }

    /// The keyboard goes back to where it opened that part of the card.
    fn close_edit(&mut self) {
        let view = &mut self.state.view;
        view.focus_card = view.editing.take();
    }

    pub(super) fn open_card(&mut self, id: EntityId) {
        let Some(report) = self.state.report() else {
            return;
        };
        let place = by_name(&report.analysis, id).map(Mention::place);
        let view = &mut self.state.view;
        if view.entity != Some(id) {
            view.editing = None;
        }
        view.show_side(SidePage::Entity);
        view.entity = Some(id);
        view.entity_place = place;
    }

    /// Finds the entity whose card is open in a new analysis.
    pub(super) fn find_card_again(&mut self, analysis: &Analysis) {
        let view = &mut self.state.view;
        view.hovered_entity = None;
        view.entity = view
            .entity_place
            .and_then(|place| analysis.mention_at(place))
            .map(|id| analysis.mention(id).entity);
        match (view.entity, view.editing) {
            (None, _) => view.editing = None,
            (Some(id), Some(CardPart::Merge)) => view.alike = alike(analysis, id),
            (Some(_), _) => {}
        }
    }

    fn edit(&mut self, part: CardPart) {
        let (Some(report), Some(id)) = (self.state.report().cloned(), self.state.view.entity)
        else {
            return;
        };
        match part {
            CardPart::Name => {
                let name = &report.analysis.entity(id).name;
                self.state.drafts.entity_name.clone_from(name);
            }
            CardPart::Kind => {}
            CardPart::Merge => {
                self.state.drafts.merge_filter.clear();
                self.state.view.alike = alike(&report.analysis, id);
            }
        }
        let view = &mut self.state.view;
        view.show_side(SidePage::Entity);
        view.editing = Some(part);
        view.focus_edit = true;
    }

    fn rename(&mut self) {
        self.close_edit();
        let typed = std::mem::take(&mut self.state.drafts.entity_name);
        let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let shown = self.entity_of_card().map(|(name, _)| name);
        if let Some(entity) = self
            .anchor_of_card()
            .filter(|_| shown != Some(name.clone()))
        {
            self.correct(Correction::Rename { entity, name });
        }
    }

    fn set_kind(&mut self, kind: EntityKind) {
        self.close_edit();
        let shown = self.entity_of_card().map(|(_, kind)| kind);
        if let Some(entity) = self.anchor_of_card().filter(|_| shown != Some(kind)) {
            self.correct(Correction::SetKind { entity, kind });
        }
    }

    /// The card goes with the mention: what it is about is what the reader says next.
    fn split(&mut self, id: MentionId) {
        let Some(report) = self.state.report().cloned() else {
            return;
        };
        let mention = report.analysis.mention(id);
        self.state.view.editing = None;
        self.state.view.entity_place = Some(mention.place());
        let mention = anchor(&report.analysis, mention);
        self.correct(Correction::Split { mention });
    }

    fn take_back(&mut self, index: usize) {
        let corrections = self.state.comparison.corrections();
        if let Some(correction) = corrections.get(index).cloned() {
            self.write(Command::TakeBack { correction });
        }
    }

    /// Shows a mention in its column.
    fn go_to(&mut self, id: MentionId) {
        let Some(report) = self.state.report().cloned() else {
            return;
        };
        let mention = report.analysis.mention(id);
        self.face(mention.document, mention.document);
        self.columns.bring(mention.document, mention.span);
    }

    fn correct(&mut self, correction: Correction<Anchor>) {
        self.write(Command::Correct { correction });
    }

    /// Name and kind of the entity whose card is open.
    fn entity_of_card(&self) -> Option<(String, EntityKind)> {
        let analysis = &self.state.report()?.analysis;
        let entity = analysis.entity(self.state.view.entity?);
        Some((entity.name.clone(), entity.kind))
    }

    pub(super) fn anchor_of_card(&self) -> Option<Anchor> {
        self.anchor_of(self.state.view.entity?)
    }

    fn anchor_of(&self, id: EntityId) -> Option<Anchor> {
        let analysis = &self.state.report()?.analysis;
        Some(anchor(analysis, by_name(analysis, id)?))
    }
}

/// The mention that an entity is known by: its first name, or else its first mention.
fn by_name(analysis: &Analysis, id: EntityId) -> Option<&Mention> {
    let mentions = &analysis.entity(id).mentions;
    let all = || mentions.iter().map(|id| analysis.mention(*id));
    all()
        .find(|mention| mention.form == MentionForm::Name)
        .or_else(|| all().next())
}

fn anchor(analysis: &Analysis, mention: &Mention) -> Anchor {
    Anchor::of(analysis.document(mention.document), mention.span)
}
