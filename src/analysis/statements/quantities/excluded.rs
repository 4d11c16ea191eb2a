//! Figures that count nothing: years, addresses, phone and flight numbers, names with numbers.

use crate::analysis::statements::pieces::{Piece, PieceKind};
use crate::analysis::statements::words::Tag;

/// Words before a number that it names a thing with: "page 3", "Flight 370".
const LABELS: [&str; 62] = [
    "page",
    "pages",
    "paragraph",
    "chapter",
    "section",
    "article",
    "room",
    "route",
    "flight",
    "highway",
    "interstate",
    "no",
    "number",
    "level",
    "phase",
    "version",
    "apartment",
    "apt",
    "gate",
    "exit",
    "figure",
    "step",
    "verse",
    "channel",
    "lot",
    "line",
    "category",
    "class",
    "grade",
    "row",
    "seat",
    "suite",
    "unit",
    "box",
    "zone",
    "district",
    "precinct",
    "ward",
    "act",
    "title",
    "round",
    "game",
    "episode",
    "bus",
    "train",
    "platform",
    "boeing",
    "airbus",
    "psalm",
    "resolution",
    "hwy",
    "i",
    "us",
    "ipad",
    "iphone",
    "pier",
    "terminal",
    "station",
    "area",
    "building",
    "proposition",
    "amendment",
];

const STREETS: [&str; 26] = [
    "street",
    "st",
    "avenue",
    "ave",
    "road",
    "rd",
    "drive",
    "dr",
    "boulevard",
    "blvd",
    "lane",
    "ln",
    "place",
    "pl",
    "block",
    "way",
    "court",
    "ct",
    "highway",
    "terrace",
    "square",
    "circle",
    "parkway",
    "pkwy",
    "turnpike",
    "broadway",
];

/// Whether the digits from `first` to `end` are no count and no measure.
///
/// `unit` says whether a unit or a currency goes with them.
pub fn is_excluded(pieces: &[Piece], first: usize, end: usize, unit: bool) -> bool {
    let digits = &pieces[first];
    if digits.kind != PieceKind::Digits {
        return false;
    }
    in_name(pieces, first, end)
        || !unit
            && (is_year(pieces, first, end)
                || is_label(pieces, first, end)
                || is_street(pieces, end))
}

/// "F-16", "MH370", "1990s", "555-1234", "3.1.2".
fn in_name(pieces: &[Piece], first: usize, end: usize) -> bool {
    let before = first.checked_sub(1).map(|at| &pieces[at]);
    let after = pieces.get(end);
    let letters_glued = before.is_some_and(|before| {
        before.kind == PieceKind::Letters && pieces[first].glued && !is_currency(before)
    });
    let hyphen_glued = before
        .is_some_and(|before| before.is_hyphen() && before.glued && pieces[first].glued)
        && first >= 2
        && pieces[first - 2].kind == PieceKind::Letters
        && pieces[first - 2].word == pieces[first].word
        && !pieces[first - 2].is_any(&["mid", "magnitude", "age", "aged"]);
    let plural = after.is_some_and(|after| {
        after.glued && after.is_any(&["s", "'s"]) && pieces[first].lower.len() >= 2
    }) || after.is_some_and(|after| {
        after.glued && after.is("'") && pieces.get(end + 1).is_some_and(|s| s.glued && s.is("s"))
    });
    let phone = |piece: Option<&Piece>, digits: Option<&Piece>| {
        piece.is_some_and(|mark| mark.glued && (mark.is_hyphen() || mark.is(".")))
            && digits.is_some_and(|digits| {
                digits.kind == PieceKind::Digits && digits.glued && digits.lower.len() == 4
            })
            && pieces[first].lower.len() == 3
    };
    let phone_here = phone(after, pieces.get(end + 1))
        || first >= 2
            && pieces[first].lower.len() == 4
            && pieces[first].glued
            && pieces[first - 1].is_hyphen()
            && pieces[first - 2].kind == PieceKind::Digits
            && pieces[first - 2].lower.len() == 3
        || after.is_some_and(|mark| mark.is_hyphen() && mark.glued)
            && pieces[first].lower.len() == 3
            && pieces.get(end + 1).is_some_and(|digits| {
                digits.glued && digits.kind == PieceKind::Digits && digits.lower.len() == 3
            });
    let code = before.is_some_and(|before| before.is("#") || before.is("@"))
        || after.is_some_and(|after| after.is("/") && after.glued)
        || before.is_some_and(|before| before.is("/") && pieces[first].glued);
    let digits = pieces[first].lower.as_str();
    let zeros = digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.");
    let caliber = pieces[first].glued && before.is_some_and(|before| before.is("."));
    letters_glued || hyphen_glued || plural || phone_here || code || zeros || caliber
}

fn is_currency(piece: &Piece) -> bool {
    piece.is_any(&["rs", "usd", "eur", "gbp", "inr"])
}

fn is_year(pieces: &[Piece], first: usize, end: usize) -> bool {
    let digits = pieces[first].lower.as_str();
    let year = digits.len() == 4
        && end == first + 1
        && digits
            .parse::<u32>()
            .is_ok_and(|year| (1700..=2100).contains(&year));
    year && pieces.get(end).is_none_or(|next| {
        next.tag != Tag::Noun && next.tag != Tag::Adjective || !next.lower.ends_with('s')
    })
}

/// "Flight 370", "page 3", "Windows 7": a name or a label stands right before.
fn is_label(pieces: &[Piece], first: usize, end: usize) -> bool {
    let Some(mut at) = first.checked_sub(1) else {
        return false;
    };
    if pieces[at].is(".") && at > 0 {
        at -= 1;
    }
    let before = &pieces[at];
    if LABELS.contains(&before.lower.as_str()) {
        return !before.is("no") || pieces[first - 1].is(".");
    }
    let counts = pieces.get(end).is_some_and(|next| {
        matches!(next.tag, Tag::Noun | Tag::Adjective | Tag::Name) && !next.capital
    });
    before.tag == Tag::Name && before.kind == PieceKind::Letters && !counts
}

/// "12000 block", "440 Elm Street".
fn is_street(pieces: &[Piece], end: usize) -> bool {
    pieces
        .iter()
        .skip(end)
        .take(5)
        .take_while(|piece| {
            piece.capital
                || piece.is_any(&["block", "north", "south", "east", "west", "."])
                || piece.kind == PieceKind::Digits
        })
        .any(|piece| STREETS.contains(&piece.lower.as_str()))
}
