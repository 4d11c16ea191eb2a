//! What is shown, and how.

use egui::{Key, Modifiers};

use super::super::state::{Aside, ExportPart, MainPage, NoteFilter, Order, SidePage, State, Tab};
use super::{CTRL_ALT, Shortcut, Spec};
use crate::model::{EntityId, EntityKind, Kind, Verdict};
use crate::report::tables::Passage;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ViewCommand {
    /// Opens a page of the switcher.
    Open(MainPage),
    /// Shows a passage in its article.
    ShowPassage(Passage),
    /// Which notes their page lists.
    FilterNotes(NoteFilter),
    OtherColumn,
    /// Puts a panel away, or brings it back.
    Toggle(Aside),
    /// Which article stands on the left.
    FaceLeft(usize),
    FaceRight(usize),
    ZoomIn,
    ZoomOut,
    ResetZoom,
    Legend,
    Help,
    About,
    /// Every command by its name.
    Palette,
    /// Chooses a line of the palette.
    PaletteAt(usize),
    Show(Tab),
    /// Shows or hides one kind of conflict; nothing shows all.
    Filter(Option<Kind>),
    /// Lists one verdict alone; nothing lists both.
    FilterVerdict(Option<Verdict>),
    /// Lists only what the reader did not decide on.
    Undecided(bool),
    Sort(Order),
    /// From which confidence on findings are shown, in hundredths.
    Threshold(u8),
    /// Shows or hides one kind of entity; nothing shows all.
    FilterEntities(Option<EntityKind>),
    /// Lists what is only described, or no longer.
    ShowDescribed(bool),
    CloseDialog,
    /// Chooses an article of a file, or no longer.
    Tick(usize, bool),
    TickAll(bool),
    /// Does with the typed path what the dialog would have done.
    UsePath,
    /// Takes one part along in exports, or no longer.
    TakeAlong(ExportPart, bool),
    HoverEntity(Option<EntityId>),
    /// Opens the card of a name, and brings it into view in the list.
    ShowEntity(EntityId),
    ShowSide(SidePage),
    DismissMessage(usize),
}

/// How many articles can be chosen by a key.
pub const NUMBERED: usize = 6;

impl ViewCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Open(MainPage::Read),
        Self::Open(MainPage::Claims),
        Self::Open(MainPage::Speakers),
        Self::Open(MainPage::Timeline),
        Self::Open(MainPage::Quantities),
        Self::Open(MainPage::Notes),
        Self::OtherColumn,
        Self::Toggle(Aside::Lists),
        Self::Toggle(Aside::Details),
        Self::FaceLeft(0),
        Self::FaceLeft(1),
        Self::FaceLeft(2),
        Self::FaceLeft(3),
        Self::FaceLeft(4),
        Self::FaceLeft(5),
        Self::FaceRight(0),
        Self::FaceRight(1),
        Self::FaceRight(2),
        Self::FaceRight(3),
        Self::FaceRight(4),
        Self::FaceRight(5),
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ResetZoom,
        Self::Legend,
        Self::Sort(Order::Place),
        Self::Sort(Order::Confidence),
        Self::Palette,
        Self::Help,
        Self::About,
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Open(page) => return page_spec(*page),
            Self::ShowPassage(_) => ("Show in the article", "Scroll to this passage", &[]),
            Self::OtherColumn => (
                "Other column",
                "Move the keyboard to the other article",
                const { &[Shortcut::new(Modifiers::NONE, Key::F6)] },
            ),
            Self::Toggle(aside) => return aside_spec(*aside),
            Self::FaceLeft(index) => {
                let (title, shortcuts) = facing(*index, LEFT_TITLES, LEFT_KEYS);
                (title, "Show this article in the left column", shortcuts)
            }
            Self::FaceRight(index) => {
                let (title, shortcuts) = facing(*index, RIGHT_TITLES, RIGHT_KEYS);
                (title, "Show this article in the right column", shortcuts)
            }
            Self::ZoomIn => (
                "Larger text",
                "Make the article text larger",
                const {
                    &[
                        Shortcut::new(Modifiers::COMMAND, Key::Plus),
                        Shortcut::new(Modifiers::COMMAND, Key::Equals),
                    ]
                },
            ),
            Self::ZoomOut => (
                "Smaller text",
                "Make the article text smaller",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::Minus)] },
            ),
            Self::ResetZoom => (
                "Normal text",
                "Give the article text its normal size",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::Num0)] },
            ),
            Self::Legend => ("Legend", "What the marks in the text mean", &[]),
            Self::Help => (
                "Help",
                "The keys, and what the program says and does not say",
                const { &[Shortcut::new(Modifiers::NONE, Key::F1)] },
            ),
            Self::About => (
                "About Counterpoint",
                "What runs inside, how often it was right, and the licenses",
                &[],
            ),
            Self::Palette => (
                "All commands…",
                "Find any command by its name",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::K)] },
            ),
            Self::PaletteAt(_) => ("Choose", "Choose this command", &[]),
            Self::Show(_) => ("Show", "Show this list", &[]),
            Self::Filter(_)
            | Self::FilterVerdict(_)
            | Self::FilterEntities(_)
            | Self::Undecided(_)
            | Self::FilterNotes(_)
            | Self::Sort(_)
            | Self::Threshold(_) => return self.listing_spec(),
            Self::ShowDescribed(_) => (
                "Also described",
                "Show what one article speaks of and never names",
                &[],
            ),
            Self::CloseDialog => ("Close", "Close this", &[]),
            Self::Tick(..) | Self::TickAll(_) => ("Choose", "Open this article", &[]),
            Self::UsePath => ("Go on", "Use this path", &[]),
            Self::TakeAlong(part, _) => return part_spec(*part),
            Self::HoverEntity(_) => ("Point at", "Light up this name everywhere", &[]),
            Self::ShowEntity(_) => ("Show", "Show everything about this name", &[]),
            Self::ShowSide(_) => ("Show", "Show this page", &[]),
            Self::DismissMessage(_) => ("Dismiss", "Close this message", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    /// Of what narrows and orders the lists; none of it has keys.
    fn listing_spec(self) -> Spec {
        let (title, tooltip) = match self {
            Self::Sort(Order::Place) => (
                "Findings by place",
                "List findings in the order of the text",
            ),
            Self::Sort(Order::Confidence) => (
                "Findings by confidence",
                "List first the findings that are likeliest to be right",
            ),
            Self::Undecided(_) => ("To decide", "Show only what you did not decide on"),
            Self::Threshold(_) => (
                "Shown from",
                "How sure the program must be before a finding is shown; what you worked on stays",
            ),
            _ => ("Filter", "Show only these"),
        };
        Spec {
            title,
            tooltip,
            shortcuts: &[],
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        match self {
            // What these pages tell is what a student is to find.
            Self::Open(MainPage::Claims | MainPage::Timeline | MainPage::Quantities) => {
                state.report().is_some() && !state.hides_findings()
            }
            Self::Open(_) | Self::ShowPassage(_) | Self::Toggle(_) => state.report().is_some(),
            Self::OtherColumn => state.documents().len() > 1,
            Self::FaceLeft(index) | Self::FaceRight(index) => {
                state.documents().len() > 2 && *index < state.documents().len()
            }
            _ => true,
        }
    }
}

fn page_spec(page: MainPage) -> Spec {
    let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match page {
        MainPage::Read => (
            "Read",
            "Two articles facing each other",
            const { &[Shortcut::new(Modifiers::ALT, Key::Num1)] },
        ),
        MainPage::Claims => (
            "Claims",
            "Each statement with the articles that say it, differ, or do not have it",
            const { &[Shortcut::new(Modifiers::ALT, Key::Num2)] },
        ),
        MainPage::Speakers => (
            "Who said what",
            "Everybody who is quoted, by article",
            const { &[Shortcut::new(Modifiers::ALT, Key::Num3)] },
        ),
        MainPage::Timeline => (
            "Timeline",
            "What has a date, one lane an article",
            const { &[Shortcut::new(Modifiers::ALT, Key::Num4)] },
        ),
        MainPage::Quantities => (
            "Numbers and dates",
            "Every number and date of every article, to tick off",
            const { &[Shortcut::new(Modifiers::ALT, Key::Num5)] },
        ),
        MainPage::Notes => (
            "All notes",
            "Everything that you wrote, with what it is about",
            const { &[Shortcut::new(Modifiers::ALT, Key::Num6)] },
        ),
    };
    Spec {
        title,
        tooltip,
        shortcuts,
    }
}

fn part_spec(part: ExportPart) -> Spec {
    const LEFT_OUT: &str = "Otherwise the file says how many were left out";
    let (title, tooltip) = match part {
        ExportPart::Unreviewed => ("Findings that nobody reviewed", LEFT_OUT),
        ExportPart::Private => ("Private notes", LEFT_OUT),
        ExportPart::Open => (
            "Only open questions",
            "What is dismissed or has an outcome stays out, and notes that are on no finding",
        ),
        ExportPart::Hidden => ("Findings that the list does not show now", LEFT_OUT),
        ExportPart::Texts => (
            "Full texts of the articles",
            "Otherwise the quotations alone, each with its source",
        ),
    };
    Spec {
        title,
        tooltip,
        shortcuts: &[],
    }
}

fn aside_spec(aside: Aside) -> Spec {
    let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match aside {
        Aside::Lists => (
            "Lists on the left",
            "Hide or show the lists of conflicts and names",
            const { &[Shortcut::new(Modifiers::NONE, Key::F4)] },
        ),
        Aside::Details => (
            "Details on the right",
            "Hide or show what is said of the selected finding or name",
            const { &[Shortcut::new(Modifiers::NONE, Key::F9)] },
        ),
    };
    Spec {
        title,
        tooltip,
        shortcuts,
    }
}

type Keys = [Shortcut; NUMBERED];

const DIGITS: [Key; NUMBERED] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
];

static LEFT_KEYS: &Keys = &numbered(Modifiers::COMMAND);
static RIGHT_KEYS: &Keys = &numbered(CTRL_ALT);

const fn numbered(modifiers: Modifiers) -> Keys {
    let [one, two, three, four, five, six] = DIGITS;
    [
        Shortcut::new(modifiers, one),
        Shortcut::new(modifiers, two),
        Shortcut::new(modifiers, three),
        Shortcut::new(modifiers, four),
        Shortcut::new(modifiers, five),
        Shortcut::new(modifiers, six),
    ]
}

const LEFT_TITLES: [&str; NUMBERED] = [
    "Article A left",
    "Article B left",
    "Article C left",
    "Article D left",
    "Article E left",
    "Article F left",
];
const RIGHT_TITLES: [&str; NUMBERED] = [
    "Article A right",
    "Article B right",
    "Article C right",
    "Article D right",
    "Article E right",
    "Article F right",
];

/// Articles beyond the numbered ones are chosen from the list alone.
fn facing(
    index: usize,
    titles: [&'static str; NUMBERED],
    keys: &'static Keys,
) -> (&'static str, &'static [Shortcut]) {
    match (titles.get(index), keys.get(index..=index)) {
        (Some(title), Some(shortcut)) => (title, shortcut),
        _ => ("Another article", &[]),
    }
}
