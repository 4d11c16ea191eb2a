//! What passes: selection, filters, open dialogs, drafts.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{
    DescriptionDraft, Hint, LinkDraft, Listing, NoteDraft, NoteFilter, Several, TakeAlong,
};
use crate::app::theme::TextFace;
use crate::export::Format;
use crate::model::{DocumentId, EntityId, EntityKind, MentionPlace};
use crate::notebook::{EvidenceSort, FindingKey, TagId};

/// How the window stands at present. Nothing of it is saved with the comparison.
#[derive(Clone, Debug)]
pub struct View {
    pub main: MainPage,
    pub tab: Tab,
    pub side: SidePage,
    /// Panels that the reader put away.
    pub hidden: BTreeSet<Aside>,
    /// The panel that a narrow window shows: the one asked for last.
    pub front: Aside,
    pub listing: Listing,
    /// Which notes their page lists.
    pub notes: NoteFilter,
    /// Index in the report's findings.
    pub selected: Option<usize>,
    /// While somebody reads without the findings, and while both are laid over each other.
    pub teach: Option<Teach>,
    /// The part of the selected finding that is open to be changed.
    pub reviewing: Option<FindingPart>,
    /// The field of that part takes the keyboard in the next frame.
    pub focus_part: bool,
    /// The tag that is open to be changed in the list of tags.
    pub tag: Option<TagId>,
    /// Indexes of the articles that stand left and right.
    pub columns: [usize; 2],
    /// Kinds of entities that are listed; none chosen lists all.
    pub entity_kinds: BTreeSet<EntityKind>,
    /// Whether what is only described is listed too.
    pub show_described: bool,
    /// The article whose source is shown.
    pub source: Option<DocumentId>,
    /// Whether what was left out of it is listed.
    pub show_dropped: bool,
    /// The entity whose card is open.
    pub entity: Option<EntityId>,
    /// A mention of it, by which it is known again after the articles were analyzed anew.
    pub entity_place: Option<MentionPlace>,
    /// The part of the card that is open to be changed.
    pub editing: Option<CardPart>,
    /// The field of that part takes the keyboard in the next frame.
    pub focus_edit: bool,
    /// The button of that part takes the keyboard in the next frame.
    pub focus_card: Option<CardPart>,
    /// What the entity may be merged with, the likeliest first.
    pub alike: Vec<EntityId>,
    /// It comes into view in the next frame.
    pub scroll_to_entity: Option<EntityId>,
    pub hovered_entity: Option<EntityId>,
    /// Of the article text; 1 is normal.
    pub zoom: f32,
    pub face: TextFace,
    /// Whether text jumps to where it belongs instead of gliding there.
    pub still: bool,
    /// Whether the columns scroll together.
    pub linked: bool,
    /// Whether the bar is open that finds words.
    pub find_open: bool,
    /// Its field takes the keyboard in the next frame.
    pub focus_find: bool,
    pub dialog: Option<Dialog>,
    /// What the reader is told of the first steps.
    pub hint: Option<Hint>,
    /// Whether the reader knows the first steps.
    pub hinted: bool,
    /// The line of the palette that Return takes.
    pub palette_at: usize,
    /// The note field takes the keyboard in the next frame.
    pub focus_note: bool,
    /// The finding comes into view, in the list and in both columns, in the next frame.
    pub bring_level: bool,
    /// Positions of the articles of a file that are to be opened.
    pub ticked: BTreeSet<usize>,
    pub take_along: TakeAlong,
    /// The reader answered that the window may close.
    pub closing: bool,
    /// What the last step did, in a sentence.
    pub said: Option<String>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            main: MainPage::Read,
            tab: Tab::Conflicts,
            side: SidePage::Finding,
            hidden: BTreeSet::new(),
            front: Aside::Lists,
            listing: Listing::default(),
            notes: NoteFilter::All,
            selected: None,
            teach: None,
            reviewing: None,
            focus_part: false,
            tag: None,
            columns: [0, 1],
            entity_kinds: BTreeSet::new(),
            show_described: false,
            source: None,
            show_dropped: false,
            entity: None,
            entity_place: None,
            editing: None,
            focus_edit: false,
            focus_card: None,
            alike: Vec::new(),
            scroll_to_entity: None,
            hovered_entity: None,
            zoom: 1.0,
            face: TextFace::default(),
            still: false,
            linked: true,
            find_open: false,
            focus_find: false,
            dialog: None,
            hint: None,
            hinted: true,
            palette_at: 0,
            focus_note: false,
            bring_level: false,
            ticked: BTreeSet::new(),
            take_along: TakeAlong::default(),
            closing: false,
            said: None,
        }
    }
}

impl View {
    /// Whether a panel is shown in a window that has room for both, or only for one.
    pub fn shows(&self, aside: Aside, room_for_both: bool) -> bool {
        !self.hidden.contains(&aside) && (room_for_both || self.front == aside)
    }

    /// Opens a page of the details, before the lists where there is room for one of them.
    pub fn show_side(&mut self, page: SidePage) {
        self.side = page;
        self.front = Aside::Details;
    }

    /// Puts a panel away, or brings it back.
    pub fn toggle(&mut self, aside: Aside, room_for_both: bool) {
        if self.shows(aside, room_for_both) {
            self.hidden.insert(aside);
        } else {
            self.hidden.remove(&aside);
            self.front = aside;
        }
    }
}

/// What fills the window beside the page switcher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MainPage {
    /// Two articles facing each other.
    Read,
    Claims,
    Speakers,
    Timeline,
    Quantities,
    Notes,
}

impl MainPage {
    /// In the order of the switcher.
    pub const ALL: [Self; 6] = [
        Self::Read,
        Self::Claims,
        Self::Speakers,
        Self::Timeline,
        Self::Quantities,
        Self::Notes,
    ];
}

/// The panels beside the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Aside {
    /// On the left.
    Lists,
    /// On the right.
    Details,
}

/// The lists on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    Conflicts,
    Entities,
    Agree,
    Only,
}

/// The pages on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SidePage {
    Finding,
    Entity,
    Notes,
    /// What was read of an article, and what the reader says of it.
    Source,
}

/// What can be changed on the card of an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardPart {
    Name,
    Kind,
    /// Which other one it is the same as.
    Merge,
}

/// Reading without the findings first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Teach {
    pub hide_outlets: bool,
    pub revealed: bool,
}

/// What can be changed on the selected finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingPart {
    /// Why it is no difference.
    Reason,
    /// Its kind and its verdict.
    Class,
    /// What its outcome rests on.
    Evidence,
    /// A tag that there is not yet.
    Tag,
}

/// A question or a page over the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    Help,
    /// What runs inside, and how well it did.
    About,
    Legend,
    /// What is kept from one run to the next.
    Settings,
    /// Every command by its name.
    Palette,
    /// Both passages of the selected finding, and nothing else.
    Together,
    /// Which articles of a file to open.
    Which(Several),
    /// The list of tags.
    Tags,
    /// How two passages stand to each other.
    Link,
    /// A note on anything but a finding.
    Note,
    /// Which format to export.
    ExportFormat,
    /// The system's dialog cannot open: what to install, and a path to type instead.
    TypePath {
        purpose: PathPurpose,
        why: String,
    },
    /// There is unsaved work.
    Unsaved(Then),
    /// Somebody else changed the notebook's file since it was opened.
    ChangedOutside(PathBuf),
    /// Work was found that an earlier run did not save.
    Recovered(PathBuf),
}

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    OpenArticles,
    /// The file that takes an article's place.
    Replace,
    OpenNotebook,
    Save,
    Export(Format),
}

/// What waits until the reader said what becomes of unsaved work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    New,
    Quit,
    OpenNotebook(PathBuf),
}

/// What text fields hold before it becomes part of the notebook.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// The note on `about`.
    pub note: String,
    pub about: Option<FindingKey>,
    /// When the note was typed into last, in the window's seconds.
    pub typed_at: f64,
    /// Why the selected finding is no difference.
    pub reason: String,
    pub evidence: EvidenceDraft,
    /// The name of a tag.
    pub tag: String,
    /// The note that was asked for.
    pub note_on: Option<NoteDraft>,
    /// The passages that are about to be linked.
    pub link: Option<LinkDraft>,
    /// The next free note.
    pub free: String,
    /// A path typed instead of chosen.
    pub path: String,
    pub palette: String,
    /// What is looked for in the articles.
    pub find: String,
    /// Whom exports name.
    pub author: String,
    pub entity_filter: String,
    pub entity_name: String,
    pub merge_filter: String,
    /// What the rows of the page's table are narrowed to.
    pub table_filter: String,
    pub description: Option<DescriptionDraft>,
}

/// What the reader types of one piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceDraft {
    pub sort: EvidenceSort,
    pub words: String,
    pub date: String,
}

impl Default for EvidenceDraft {
    fn default() -> Self {
        Self {
            sort: EvidenceSort::Link,
            words: String::new(),
            date: String::new(),
        }
    }
}
