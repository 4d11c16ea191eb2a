//! Passages in quotation marks, paragraph by paragraph.
//!
//! Newsrooms write quotation marks in many ways, and copies of their pages in more: curly or straight,
//! double or single, with a mark at the head of every paragraph of a long quotation, or with none at its end.
//! A mark is judged by what stands beside it; where that leaves doubt, marks of one kind take turns.

use super::{Quotation, SourceText, Span};

/// How many paragraphs a quotation may run on without a mark of its own before its end is found.
const LONGEST_RUN: usize = 5;

/// The outermost quotations of a text, in order.
pub(super) fn find(source: &SourceText, paragraphs: &[Span]) -> Vec<Quotation> {
    let mut quotations = Vec::new();
    let mut left_open: Option<usize> = None;
    for (index, &paragraph) in paragraphs.iter().enumerate() {
        let found = in_paragraph(source, paragraph);
        if let (Some(first_open), Some(end)) = (left_open, found.stray_end) {
            for &between in &paragraphs[first_open + 1..index] {
                push(&mut quotations, source, between, between);
            }
            let whole = Span::new(paragraph.start, end.end);
            push(
                &mut quotations,
                source,
                whole,
                Span::new(paragraph.start, end.start),
            );
            left_open = None;
        }
        for quotation in &found.quotations {
            push(&mut quotations, source, quotation.span, quotation.inner);
        }
        if found.open_at_end {
            left_open = Some(index);
        } else if !found.quotations.is_empty()
            || left_open.is_some_and(|open| index - open >= LONGEST_RUN)
        {
            left_open = None;
        }
    }
    quotations
}

fn push(quotations: &mut Vec<Quotation>, source: &SourceText, span: Span, inner: Span) {
    let inner = source.trim(inner);
    if !inner.is_empty() {
        quotations.push(Quotation {
            span: source.trim(span),
            inner,
        });
    }
}

struct InParagraph {
    quotations: Vec<Quotation>,
    /// Whether the last one has no closing mark.
    open_at_end: bool,
    /// A closing mark that nothing in this paragraph opened.
    stray_end: Option<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
}

/// A quotation mark with what its neighbors say about it.
struct Mark {
    span: Span,
    family: Family,
    role: Role,
    /// Whether it starts a quotation even where nothing closes it.
    firm: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// An apostrophe after a plural, or a closing mark: "the workers' rights".
    MayClose,
}

fn in_paragraph(source: &SourceText, paragraph: Span) -> InParagraph {
    let mut found = InParagraph {
        quotations: Vec::new(),
        open_at_end: false,
        stray_end: None,
    };
    let marks = marks(source, paragraph);
    let mut next = 0;
    while let Some(mark) = marks.get(next) {
        next += 1;
        if mark.role != Role::Opens {
            let stray = mark.role == Role::Closes && mark.family == Family::Double;
            if stray && found.quotations.is_empty() && found.stray_end.is_none() {
                found.stray_end = Some(mark.span);
            }
        } else if let Some(offset) = partner(&marks[next..], mark) {
            let end = marks[next + offset].span;
            found.quotations.push(Quotation {
                span: mark.span.cover(end),
                inner: Span::new(mark.span.end, end.start),
            });
            next += offset + 1;
        } else if mark.firm {
            found.quotations.push(Quotation {
                span: Span::new(mark.span.start, paragraph.end),
                inner: Span::new(mark.span.end, paragraph.end),
            });
            found.open_at_end = true;
            break;
        }
    }
    found
}

/// How far ahead the mark that closes `open` stands.
///
/// Looking stops after a bounded number of marks, so that a text of nothing but opening marks stays linear.
fn partner(ahead: &[Mark], open: &Mark) -> Option<usize> {
    const FARTHEST: usize = 64;
    let mut doubtful = None;
    for (offset, mark) in ahead.iter().take(FARTHEST).enumerate() {
        if mark.family != open.family {
            continue;
        }
        match mark.role {
            Role::Closes => return Some(offset),
            Role::MayClose => doubtful = doubtful.or(Some(offset)),
            Role::Opens => break,
        }
    }
    doubtful
}

fn marks(source: &SourceText, paragraph: Span) -> Vec<Mark> {
    let text = source.slice(paragraph);
    let mut marks = Vec::new();
    let mut straight = Vec::new();
    let mut before: Option<char> = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, typed)) = chars.next() {
        let mut end = at + typed.len_utf8();
        let mut c = typed;
        // Two straight marks in a row are one double mark: typed twice, or typed as two single ones.
        if let Some((second, _)) = chars.next_if(|&(_, next)| next == typed && "\"'".contains(next))
        {
            end = second + typed.len_utf8();
            c = '"';
        }
        let after = chars.peek().map(|&(_, next)| next);
        let span = Span::new(at, end).shifted(paragraph.start);
        if let Some(mark) = mark(c, span, before, after) {
            if c == '"' {
                straight.push(marks.len());
            }
            marks.push(mark);
        }
        before = Some(c);
    }
    take_turns(source, paragraph, &straight, &mut marks);
    marks
}

fn mark(c: char, span: Span, before: Option<char>, after: Option<char>) -> Option<Mark> {
    let begins_word = before.is_none_or(|b| b.is_whitespace() || "([{—–-/“‘\"".contains(b))
        && after.is_some_and(char::is_alphanumeric);
    let ends_word =
        before.is_some_and(|b| !b.is_whitespace()) && after.is_none_or(|a| !a.is_alphanumeric());
    let (family, role) = match c {
        '“' if ends_word => (Family::Double, Role::Closes),
        '“' | '„' | '‟' | '"' => (Family::Double, Role::Opens),
        '”' => (Family::Double, Role::Closes),
        '«' => (Family::Angle, Role::Opens),
        '»' => (Family::Angle, Role::Closes),
        '‘' if after.is_some_and(char::is_alphabetic) => (Family::Single, Role::Opens),
        '\'' if begins_word => (Family::Single, Role::Opens),
        '\'' | '’' if ends_word => {
            let plural = before == Some('s') && after.is_some_and(char::is_whitespace);
            let role = if plural { Role::MayClose } else { Role::Closes };
            (Family::Single, role)
        }
        _ => return None,
    };
    Some(Mark {
        span,
        family,
        role,
        // A straight single mark may be an apostrophe ("'em"): it needs a partner.
        firm: c != '\'',
    })
}

/// Gives straight double marks their roles: they take turns, because in copied text the spaces beside them
/// are no guide. Where their count is odd, the first may close what an earlier paragraph opened.
fn take_turns(source: &SourceText, paragraph: Span, straight: &[usize], marks: &mut [Mark]) {
    let ends_speech = straight.first().is_some_and(|&first| {
        let before = Span::new(paragraph.start, marks[first].span.start);
        source
            .slice(before)
            .trim_end()
            .ends_with([',', '.', '?', '!'])
    });
    let mut open = straight.len() % 2 == 1 && ends_speech;
    let curly_balance = balance(marks, straight);
    for (index, mark) in marks.iter_mut().enumerate() {
        if mark.family != Family::Double {
            continue;
        }
        if straight.binary_search(&index).is_ok() {
            mark.role = if open { Role::Closes } else { Role::Opens };
            open = !open;
        } else if curly_balance != 0 {
            open = mark.role == Role::Opens;
        }
    }
}

/// Curly double marks that open, less those that close: where they do not come out even, straight ones stand for the rest.
fn balance(marks: &[Mark], straight: &[usize]) -> i32 {
    marks
        .iter()
        .enumerate()
        .filter(|(index, mark)| {
            mark.family == Family::Double && straight.binary_search(index).is_err()
        })
        .map(|(_, mark)| if mark.role == Role::Opens { 1 } else { -1 })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(paragraphs: &[&str]) -> Vec<String> {
        let source = SourceText::new(paragraphs.join("\n"));
        let mut spans = Vec::new();
        let mut start = 0;
        for paragraph in paragraphs {
            spans.push(Span::new(start, start + paragraph.len()));
            start += paragraph.len() + 1;
        }
        find(&source, &spans)
            .iter()
            .map(|quotation| source.slice(quotation.inner).to_owned())
            .collect()
    }

    #[test]
    fn curly_and_straight_marks_enclose_what_was_said() {
        assert_eq!(
            quoted(&["He said: “We’re going.” She said \"no\" and left."]),
            ["We’re going.", "no"]
        );
    }

    #[test]
    fn spaces_beside_straight_marks_do_not_turn_them_around() {
        assert_eq!(
            quoted(&["\" No one was hurt, \"he said. \" They all got out. \""]),
            ["No one was hurt,", "They all got out."]
        );
    }

    #[test]
    fn a_straight_mark_may_close_what_a_curly_one_opened() {
        assert_eq!(
            quoted(&["“We knew,\" he said. “Nobody called.\""]),
            ["We knew,", "Nobody called."]
        );
    }

    #[test]
    fn two_straight_marks_in_a_row_are_one() {
        assert_eq!(
            quoted(&["\"\"We knew,\" he said. ''Nobody called.''"]),
            ["We knew,", "Nobody called."]
        );
    }

    #[test]
    fn apostrophes_are_not_single_quotation_marks() {
        assert_eq!(
            quoted(&["The workers’ union isn’t Paul's; the boss' car is 'em all."]),
            Vec::<String>::new()
        );
        assert_eq!(
            quoted(&["She spoke of ‘the workers’ rights,’ and of 'a new dawn' too."]),
            ["the workers’ rights,", "a new dawn"]
        );
    }

    #[test]
    fn an_unclosed_quotation_runs_to_the_end_of_its_paragraph() {
        assert_eq!(
            quoted(&["The office said, ‘We are not in favor of it.", "It rained."]),
            ["We are not in favor of it."]
        );
    }

    #[test]
    fn a_quotation_may_run_over_paragraphs_with_or_without_marks_at_their_heads() {
        assert_eq!(quoted(&["“One.", "“Two.” It ended."]), ["One.", "Two."]);
        assert_eq!(
            quoted(&["\" One.", "Two.", "Three, \"he said."]),
            ["One.", "Two.", "Three,"]
        );
    }
}
