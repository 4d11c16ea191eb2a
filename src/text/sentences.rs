//! Sentences: the breaks that the sentencex crate finds, put right where news text misleads it.

use sentencex::languages::{English, Language as _};

use super::{Quotation, SourceText, Span, abbreviations};

/// Longest stretch handed over at once, in bytes. The crate looks back and forth within it,
/// so that one line of a megabyte would take it minutes; nobody writes longer sentences.
const LONGEST: usize = 8 * 1024;

/// The sentences of one paragraph, without white space at either end.
pub(super) fn split(source: &SourceText, paragraph: Span, quotations: &[Quotation]) -> Vec<Span> {
    let mut breaks = Vec::new();
    for piece in pieces(source, paragraph) {
        let text = source.slice(piece);
        breaks.extend(raw_breaks(text).map(|end| piece.start + end));
        breaks.extend(breaks_in_quotations(source, piece, quotations));
    }
    breaks.sort_unstable();
    breaks.dedup();

    let mut sentences: Vec<Span> = Vec::new();
    let mut start = paragraph.start;
    for end in breaks {
        let end = after_closing_marks(source, end.max(start), paragraph.end, quotations);
        if end < paragraph.end && !is_end(source, Span::new(start, end), paragraph.end) {
            continue;
        }
        let sentence = source.trim(Span::new(start, end));
        if !sentence.is_empty() {
            match sentences.last_mut() {
                Some(last) if !has_word(source, sentence) => *last = last.cover(sentence),
                _ => sentences.push(sentence),
            }
        }
        start = end;
    }
    sentences
}

fn raw_breaks(text: &str) -> impl Iterator<Item = usize> {
    let boundaries = English {}.get_sentence_boundaries(text);
    boundaries.into_iter().map(|boundary| boundary.end_byte)
}

/// The paragraph in stretches of bounded length, cut after white space where there is some.
fn pieces(source: &SourceText, paragraph: Span) -> Vec<Span> {
    let mut pieces = Vec::new();
    let mut rest = source.slice(paragraph);
    let mut start = paragraph.start;
    while rest.len() > LONGEST {
        let window = rest
            .get(..rest.floor_char_boundary(LONGEST))
            .unwrap_or(rest);
        let cut = [". ", " "]
            .iter()
            .find_map(|mark| window.rfind(mark).map(|at| at + mark.len()))
            .unwrap_or(window.len());
        pieces.push(Span::new(start, start + cut));
        start += cut;
        rest = rest.get(cut..).unwrap_or_default();
    }
    pieces.push(Span::new(start, paragraph.end));
    pieces
}

/// Ends of sentences inside quotations, which the crate keeps whole.
fn breaks_in_quotations(source: &SourceText, piece: Span, quotations: &[Quotation]) -> Vec<usize> {
    let mut breaks = Vec::new();
    let first = quotations.partition_point(|quotation| quotation.inner.end <= piece.start);
    let inside = quotations[first..]
        .iter()
        .take_while(|quotation| quotation.inner.start < piece.end);
    for quotation in inside {
        let inner = Span::new(
            quotation.inner.start.max(piece.start),
            quotation.inner.end.min(piece.end),
        );
        breaks.extend(raw_breaks(source.slice(inner)).map(|end| inner.start + end));
    }
    breaks
}

/// Moves an end of a sentence behind the quotation mark that closes it: `." `.
fn after_closing_marks(
    source: &SourceText,
    end: usize,
    limit: usize,
    quotations: &[Quotation],
) -> usize {
    let index = quotations.partition_point(|quotation| quotation.span.end <= end);
    let Some(quotation) = quotations.get(index) else {
        return end;
    };
    let tail = Span::new(quotation.inner.end.max(end), quotation.span.end.max(end));
    let between = end >= quotation.inner.end
        || source
            .get(Span::new(end, quotation.inner.end))
            .is_some_and(|text| text.trim().is_empty());
    if quotation.span.start < end && between && tail.end <= limit {
        tail.end
    } else {
        end
    }
}

/// Whether a break after `sentence` is a true one.
fn is_end(source: &SourceText, sentence: Span, limit: usize) -> bool {
    let before = source.slice(sentence).trim_end();
    let after = source
        .get(Span::new(sentence.end, limit))
        .unwrap_or_default()
        .trim_start();
    if before.trim_start().is_empty() {
        return false;
    }
    let Some(next) = after.chars().find(|c| !"\"'“‘(".contains(*c)) else {
        return true;
    };
    if next.is_lowercase() || ",;:)".contains(next) {
        return false;
    }
    let Some(unstopped) = before.strip_suffix('.').map(str::trim_end) else {
        // A quotation that closes on a comma goes on with who said it: `“…,” Smith said`.
        let unquoted = before.trim_end_matches(['"', '”', '’', '\'']);
        return !unquoted.ends_with([',', ';', ':']) || ends_line(source, sentence);
    };
    let word = unstopped
        .rsplit(|c: char| c.is_whitespace() || "(\"“-".contains(c))
        .next()
        .unwrap_or_default();
    if abbreviations::stands_before_name(word) {
        return false;
    }
    let next_word = after
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())
        .unwrap_or_default();
    if ends_with_half_day(unstopped) {
        return !continues_time(next_word);
    }
    if abbreviations::is_dotted(word) || abbreviations::takes_stop(word) {
        return starts_sentence(next_word);
    }
    true
}

/// "3 p.m", "3 p. m" and "3 p . m", without the last stop.
fn ends_with_half_day(text: &str) -> bool {
    let mut letters = text.chars().rev().filter(|c| !matches!(c, ' ' | '.'));
    matches!(letters.next(), Some('m' | 'M'))
        && matches!(letters.next(), Some('a' | 'p' | 'A' | 'P'))
        && letters.next().is_some_and(|c| c.is_ascii_digit())
}

fn ends_line(source: &SourceText, sentence: Span) -> bool {
    source.slice(sentence).ends_with(['\n', '\r'])
}

/// Time zones and days, which may follow "3 p.m." within a sentence.
fn continues_time(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "Central",
        "Eastern",
        "Friday",
        "Monday",
        "Mountain",
        "Pacific",
        "Saturday",
        "Sunday",
        "Thursday",
        "Tuesday",
        "Wednesday",
    ];
    let is_zone = (2..=4).contains(&word.len()) && word.chars().all(|c| c.is_ascii_uppercase());
    is_zone || WORDS.contains(&word)
}

/// Words that begin a sentence after an abbreviation, rather than go on with a name.
fn starts_sentence(word: &str) -> bool {
    const STARTERS: &str = "\
        A About According After Again All Also Although An And Another Any As At Because Before Both But By \
        Despite During Each Earlier Even Every For From He Her Here His How However I If In Instead \
        Investigators It Its Last Later Many Meanwhile More Most My Neither No Nobody None Not Nothing Now \
        Of Officials On Once One Only Or Other Others Our Police She Since So Some Soon Still Such That The \
        Their Then There These They This Those Though Thus To Today Two Under Until We Were What When Where \
        Whether Which While Who Why With Witnesses Yet You Your";
    STARTERS.split(' ').any(|starter| starter == word)
}

fn has_word(source: &SourceText, span: Span) -> bool {
    source.slice(span).contains(char::is_alphanumeric)
}
