//! What stands around an article on a page and is no part of it.
//!
//! Dropping a sentence of the article is worse than keeping a menu, so every rule asks for a whole piece that says
//! plainly what it is.

pub(super) mod phrases;

use std::collections::BTreeSet;

use super::byline::tells_about;
use super::draft::{Draft, Piece, Setting, bare};
use super::lines::ends_sentence;
use crate::model::BlockKind;

/// Related links are at least this long; what is shorter may be a heading.
const SHORTEST_LINK: usize = 9;

/// How many pieces from the end a page speaks of itself.
const END: usize = 4;

/// The most links that a heading such as "Related stories" takes with it.
const MOST_LINKS: usize = 12;

/// Leaves out the furniture, and notes why.
pub(super) fn clear(mut draft: Draft) -> Draft {
    let title = draft.metadata.title.as_deref().map(bare);
    let outlet = draft.metadata.outlet.as_deref().map(bare);
    let count = draft.pieces.len();
    let mut kept: Vec<Piece> = Vec::with_capacity(count);
    let mut captions = BTreeSet::new();
    let mut links_may_follow = 0_usize;
    for (position, piece) in std::mem::take(&mut draft.pieces).into_iter().enumerate() {
        let near_end = position + END >= count;
        let reason = if is_repeated_title(&piece, title.as_deref()) {
            Some("repeated title")
        } else if let Some(reason) = phrases::reason(&piece.text) {
            links_may_follow = if reason == phrases::RELATED {
                MOST_LINKS
            } else {
                0
            };
            Some(reason)
        } else if is_related_link(&piece, kept.last())
            || links_may_follow > 0 && is_bare_link(&piece)
        {
            links_may_follow = links_may_follow.saturating_sub(1);
            Some(phrases::RELATED)
        } else if near_end && speaks_of_the_outlet(&piece.text, outlet.as_deref()) {
            Some("the outlet about itself")
        } else if near_end && tells_about(&piece.text, &draft.metadata.authors) {
            Some("about the author")
        } else if piece.kind == BlockKind::Caption && phrases::is_clip(&piece.text) {
            Some("video")
        } else if near_end && phrases::is_reporting_credit(&piece.text) {
            Some("reporting credit")
        } else {
            links_may_follow = 0;
            None
        };
        if let Some(reason) = reason {
            draft.drop(piece.text, reason);
            continue;
        }
        let piece = without_credit(piece, &mut draft);
        if piece.kind == BlockKind::Caption && !captions.insert(bare(&piece.text)) {
            draft.drop(piece.text, "repeated caption");
        } else {
            kept.push(piece);
        }
    }
    drop_headings_of_nothing(&mut draft, kept);
    draft
}

fn is_repeated_title(piece: &Piece, title: Option<&str>) -> bool {
    let Some(title) = title else {
        return false;
    };
    !title.is_empty() && piece.text.len() < 2 * title.len() + 40 && bare(&piece.text) == title
}

/// A headline among the paragraphs that leads elsewhere.
fn is_related_link(piece: &Piece, before: Option<&Piece>) -> bool {
    if !matches!(piece.kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return false;
    }
    let words = piece.text.split_whitespace().count();
    match piece.setting {
        Setting::Plain | Setting::Clock => false,
        Setting::Linked => {
            words >= 4 && !piece.text.trim_end_matches(['"', '”', '’']).ends_with('.')
        }
        Setting::Hanging => {
            words >= SHORTEST_LINK
                && !ends_like_prose(&piece.text)
                && before.is_some_and(|before| ends_sentence(&before.text))
        }
    }
}

/// A photo's credit at the end shows that the piece is its caption.
fn without_credit(mut piece: Piece, draft: &mut Draft) -> Piece {
    if let Some(start) = phrases::credit_at_end(&piece.text) {
        let credit = piece.text.split_off(start);
        piece.text.truncate(piece.text.trim_end().len());
        piece.kind = BlockKind::Caption;
        draft.drop(credit, phrases::CREDIT);
    }
    piece
}

/// Whether words end as a sentence of running text does; a headline that asks has a catchword before a colon.
fn ends_like_prose(words: &str) -> bool {
    ends_sentence(words) && !(words.ends_with(['?', '!']) && words.contains(": "))
}

fn is_bare_link(piece: &Piece) -> bool {
    match piece.kind {
        BlockKind::ListItem | BlockKind::Heading => !ends_sentence(&piece.text),
        BlockKind::Paragraph => piece.setting == Setting::Linked,
        BlockKind::Title | BlockKind::Quotation | BlockKind::Caption => false,
    }
}

/// "X is part of the Y group … website", or a last line that is no sentence and names the outlet again and again.
fn speaks_of_the_outlet(words: &str, outlet: Option<&str>) -> bool {
    if phrases::is_self_promotion(words) {
        return true;
    }
    let Some(outlet) = outlet.filter(|outlet| outlet.contains(' ')) else {
        return false;
    };
    words.len() < 600 && !ends_sentence(words) && bare(words).matches(outlet).count() >= 2
}

/// A heading whose section was furniture goes with it, at the end of the article.
fn drop_headings_of_nothing(draft: &mut Draft, mut kept: Vec<Piece>) {
    while kept.len() > 1
        && let Some(last) = kept.pop_if(|piece| piece.kind == BlockKind::Heading)
    {
        draft.drop(last.text, "heading of nothing");
    }
    draft.pieces = kept;
}
