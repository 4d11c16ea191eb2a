//! Numbers with what they count or measure.

mod comparison;
mod counted;
mod excluded;
mod numerals;
mod units;

use crate::model::{Comparison, Quantity, Unit};
use crate::text::Span;

use super::pieces::{Piece, PieceKind};
use super::sentence::SentenceReading;
use super::words::Tag;
use crate::analysis::vocabulary::VOCABULARY;

pub use numerals::{NumberWord, is_number_word, number_word};
use numerals::{Numeral, NumeralForm};

/// The quantities of one sentence, in order. `taken` are spans that something else was read from, in order.
pub fn find(sentence: &SentenceReading<'_>, pieces: &[Piece], taken: &[Span]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let next = taken.partition_point(|span| span.end <= pieces[at].span.start);
        if let Some(span) = taken.get(next)
            && span.contains(pieces[at].span)
        {
            at += 1;
            continue;
        }
        match quantity_at(sentence, pieces, at).or_else(|| none_at(sentence, pieces, at)) {
            Some((quantity, end)) => {
                found.extend(quantity);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// Reads what begins at a piece; the index returned is after its last piece, the quantity absent where the
/// figure counts nothing.
fn quantity_at(
    sentence: &SentenceReading<'_>,
    pieces: &[Piece],
    at: usize,
) -> Option<(Option<Quantity>, usize)> {
    let numeral = numerals::read(pieces, at)?;
    if numeral.form == NumeralForm::Ordinal {
        return Some((rank(sentence, pieces, at, numeral), numeral.end));
    }
    if is_pronoun(sentence, pieces, at, numeral) {
        return Some((None, numeral.end));
    }
    let currency = units::currency_before(pieces, at);
    let mut first = currency.as_ref().map_or(at, |(_, first)| *first);
    let (mut comparison, mut end) = (Comparison::Exact, numeral.end);
    let (mut low, mut high) = (numeral.value, numeral.value);
    let unit_known = currency.is_some() || units::after(pieces, end, high).is_some();
    if excluded::is_excluded(pieces, at, numeral.end, unit_known) {
        return Some((None, end));
    }
    if let Some((second, after)) = range(pieces, first, numeral) {
        if is_score(pieces, at, numeral, second) {
            return Some((Some(score(pieces, at, second.end, numeral)), second.end));
        }
        (low, high, end) = (low.min(after), high.max(after), second.end);
        comparison = Comparison::Between;
    }
    let measure = units::after(pieces, end, high);
    if comparison == Comparison::Exact
        && let Some((word, start)) = comparison::before(pieces, first)
    {
        comparison = word;
        first = start;
    }
    if numeral.form == NumeralForm::Vague {
        comparison = Comparison::AtLeast;
    }
    let mut quantity = Quantity {
        span: Span::new(pieces[first].span.start, pieces[end - 1].span.end),
        low,
        high,
        comparison,
        unit: Unit::Count,
        counted: None,
        counted_span: None,
    };
    if let Some((years, after)) = units::age(pieces, at, end) {
        quantity.unit = Unit::Age;
        scale(&mut quantity, years, 0.0);
        end = after;
    } else if is_magnitude(pieces, at, end) {
        quantity.unit = Unit::Magnitude;
    } else if let Some((unit, _)) = currency {
        quantity.unit = unit;
        if let Some(measure) = measure.filter(|measure| matches!(measure.unit, Unit::Money(_))) {
            end = measure.end;
        }
    } else if numeral.form == NumeralForm::Fraction
        && !measure
            .as_ref()
            .is_some_and(|measure| measure.unit == Unit::Duration)
    {
        quantity.unit = Unit::Percent;
        scale(&mut quantity, 100.0, 0.0);
    } else if let Some(measure) = measure {
        quantity.unit = measure.unit;
        scale(&mut quantity, measure.factor, measure.offset);
        end = measure.end;
    }
    quantity.span = Span::new(quantity.span.start, pieces[end - 1].span.end);
    if comparison == Comparison::Exact
        && let Some((word, after)) = comparison::after(pieces, end)
    {
        quantity.comparison = word;
        quantity.span = Span::new(quantity.span.start, pieces[after - 1].span.end);
        end = after;
    }
    if quantity.comparison != Comparison::Between {
        (quantity.low, quantity.high) = comparison::interval(quantity.low, quantity.comparison);
    }
    count(sentence, pieces, end, &mut quantity);
    Some((Some(quantity), end))
}

/// "No passengers", "nobody": none of them.
fn none_at(
    sentence: &SentenceReading<'_>,
    pieces: &[Piece],
    at: usize,
) -> Option<(Option<Quantity>, usize)> {
    let piece = &pieces[at];
    let mut quantity = Quantity {
        span: piece.span,
        low: 0.0,
        high: 0.0,
        comparison: Comparison::Exact,
        unit: Unit::Count,
        counted: None,
        counted_span: None,
    };
    if piece.is("nobody") || piece.is("no") && pieces.get(at + 1).is_some_and(|next| next.is("one"))
    {
        let end = if piece.is("no") { at + 2 } else { at + 1 };
        quantity.span = Span::new(piece.span.start, pieces[end - 1].span.end);
        quantity.counted = Some("person".to_owned());
        return Some((Some(quantity), end));
    }
    if !piece.is("no") || piece.tag != Tag::Determiner {
        return None;
    }
    count(sentence, pieces, at + 1, &mut quantity);
    let span = quantity.counted_span?;
    let head = sentence
        .words
        .iter()
        .rev()
        .find(|word| span.contains(word.span))?;
    let plural = VOCABULARY.noun_lemma(&head.lower) != head.lower;
    plural.then_some((Some(quantity), at + 1))
}

fn scale(quantity: &mut Quantity, factor: f64, offset: f64) {
    quantity.low = quantity.low * factor + offset;
    quantity.high = quantity.high * factor + offset;
}

/// Fills in what a count or an amount is of.
fn count(sentence: &SentenceReading<'_>, pieces: &[Piece], end: usize, quantity: &mut Quantity) {
    if !matches!(quantity.unit, Unit::Count | Unit::Percent) {
        return;
    }
    let hyphen = pieces
        .get(end)
        .is_some_and(|piece| piece.is_hyphen() && piece.glued);
    if hyphen
        && let Some(noun) = pieces.get(end + 1)
        && noun.kind == PieceKind::Letters
        && noun.lower.len() > 2
    {
        // "a 1,000-member church": what is counted is bound to the number.
        quantity.counted = Some(VOCABULARY.noun_lemma(&noun.lower));
        quantity.counted_span = Some(noun.span);
        return;
    }
    let from = pieces
        .get(end)
        .map_or(sentence.words.len(), |piece| piece.word);
    if let Some((lemma, span)) = counted::after(sentence, from) {
        quantity.counted = Some(lemma);
        quantity.counted_span = span;
    }
}

/// The second number of "10 to 15", "between 10 and 15", with its value.
fn range(pieces: &[Piece], first: usize, numeral: Numeral) -> Option<(Numeral, f64)> {
    let joint = pieces.get(numeral.end)?;
    let between = first
        .checked_sub(1)
        .is_some_and(|at| pieces[at].is_any(&["between", "from"]));
    let joins =
        joint.is_hyphen() || joint.is("to") || (between && joint.is("and")) || joint.is("or");
    if !joins {
        return None;
    }
    let sign = usize::from(
        pieces
            .get(numeral.end + 1)
            .is_some_and(|piece| piece.is_any(&["$", "£", "€"])),
    );
    let second = numerals::read(pieces, numeral.end + 1 + sign)?;
    let same = numeral.form == second.form && numeral.form != NumeralForm::Ordinal;
    if !same || joint.is("to") && pieces[first].is("one") {
        return None;
    }
    // "$10 to $15 million": the scale of the second number holds for the first.
    Some((second, second.value))
}

fn is_score(pieces: &[Piece], at: usize, first: Numeral, second: Numeral) -> bool {
    let hyphen = pieces[first.end].is_hyphen() && pieces[first.end].glued
        || pieces[first.end].is_any(&["–", "-"]);
    if !hyphen || first.form != NumeralForm::Digits || second.value > 250.0 {
        return false;
    }
    let around = at.saturating_sub(6)..(second.end + 5).min(pieces.len());
    let game = pieces[around].iter().any(|piece| {
        piece.is_any(&[
            "win", "won", "beat", "lost", "loss", "victory", "defeat", "defeated", "draw", "drew",
            "lead", "led", "score", "tie", "vote", "voted", "ruled", "ruling", "decision", "game",
            "match", "set", "wins", "beats", "over", "overtime",
        ])
    });
    game || first.value >= second.value
}

fn score(pieces: &[Piece], at: usize, end: usize, numeral: Numeral) -> Quantity {
    Quantity {
        span: Span::new(pieces[at].span.start, pieces[end - 1].span.end),
        low: numeral.value,
        high: numeral.value,
        comparison: Comparison::Exact,
        unit: Unit::Score,
        counted: None,
        counted_span: None,
    }
}

/// "The third victim", "finished third": a place in an order.
fn rank(
    sentence: &SentenceReading<'_>,
    pieces: &[Piece],
    at: usize,
    numeral: Numeral,
) -> Option<Quantity> {
    let before = &pieces[at.checked_sub(1)?];
    let determined = matches!(before.tag, Tag::Determiner | Tag::Possessive);
    let placed = before.is_any(&[
        "finished", "came", "placed", "ranked", "in", "finish", "ranks",
    ]);
    if !determined && !placed {
        return None;
    }
    let mut quantity = score(pieces, at, numeral.end, numeral);
    quantity.unit = Unit::Rank;
    let from = pieces
        .get(numeral.end)
        .map_or(sentence.words.len(), |piece| piece.word);
    if determined && let Some((lemma, span)) = counted::after(sentence, from) {
        quantity.counted = Some(lemma);
        quantity.counted_span = span;
    }
    Some(quantity)
}

/// "One of the men", "no one", "the one who": no count.
fn is_pronoun(
    sentence: &SentenceReading<'_>,
    pieces: &[Piece],
    at: usize,
    numeral: Numeral,
) -> bool {
    if !pieces[at].is("one") || numeral.end != at + 1 {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |at| pieces[at].lower.as_str());
    if [
        "the", "this", "that", "no", "each", "every", "any", "another", "which",
    ]
    .contains(&before)
    {
        return true;
    }
    let next = sentence.words.get(pieces[at].word + 1);
    !next.is_some_and(|next| {
        matches!(next.tag, Tag::Noun | Tag::Adjective) && !next.is_any(&["day", "another", "time"])
    })
}

fn is_magnitude(pieces: &[Piece], at: usize, end: usize) -> bool {
    let before = |back: usize| {
        at.checked_sub(back)
            .is_some_and(|at| pieces[at].is("magnitude"))
    };
    let hyphen = pieces.get(end).is_some_and(Piece::is_hyphen);
    before(1)
        || before(2)
        || pieces
            .get(end + usize::from(hyphen))
            .is_some_and(|next| next.is("magnitude"))
        || (0..4).any(|skip| {
            pieces
                .get(end + skip)
                .is_some_and(|next| next.is("richter"))
        })
}
