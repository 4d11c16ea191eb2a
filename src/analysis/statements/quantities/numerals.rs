//! Numbers in letters and digits, as values.

use crate::analysis::statements::pieces::{Piece, PieceKind};

/// What a word of a number in letters does to the number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// One to nineteen, and the tens.
    Unit(f64),
    /// "hundred", "dozen", "million".
    Scale(f64),
    /// "third", "tenth": a place in an order, or a part.
    Ordinal(f64),
    /// "half", "quarter".
    Part(f64),
}

/// What a lower-case word is in a number, if anything.
pub fn number_word(word: &str) -> Option<NumberWord> {
    use NumberWord::{Ordinal, Part, Scale, Unit};
    Some(match word {
        "zero" => Unit(0.0),
        "one" => Unit(1.0),
        "two" => Unit(2.0),
        "three" => Unit(3.0),
        "four" => Unit(4.0),
        "five" => Unit(5.0),
        "six" => Unit(6.0),
        "seven" => Unit(7.0),
        "eight" => Unit(8.0),
        "nine" => Unit(9.0),
        "ten" => Unit(10.0),
        "eleven" => Unit(11.0),
        "twelve" => Unit(12.0),
        "thirteen" => Unit(13.0),
        "fourteen" => Unit(14.0),
        "fifteen" => Unit(15.0),
        "sixteen" => Unit(16.0),
        "seventeen" => Unit(17.0),
        "eighteen" => Unit(18.0),
        "nineteen" => Unit(19.0),
        "twenty" => Unit(20.0),
        "thirty" => Unit(30.0),
        "forty" => Unit(40.0),
        "fifty" => Unit(50.0),
        "sixty" => Unit(60.0),
        "seventy" => Unit(70.0),
        "eighty" => Unit(80.0),
        "ninety" => Unit(90.0),
        "dozen" => Scale(12.0),
        "score" => Scale(20.0),
        "hundred" => Scale(1e2),
        "thousand" => Scale(1e3),
        "million" | "mln" => Scale(1e6),
        "billion" | "bln" | "bn" => Scale(1e9),
        "trillion" | "tn" => Scale(1e12),
        "first" => Ordinal(1.0),
        "second" => Ordinal(2.0),
        "third" => Ordinal(3.0),
        "fourth" => Ordinal(4.0),
        "fifth" => Ordinal(5.0),
        "sixth" => Ordinal(6.0),
        "seventh" => Ordinal(7.0),
        "eighth" => Ordinal(8.0),
        "ninth" => Ordinal(9.0),
        "tenth" => Ordinal(10.0),
        "eleventh" => Ordinal(11.0),
        "twelfth" => Ordinal(12.0),
        "half" => Part(0.5),
        "quarter" => Part(0.25),
        _ => return None,
    })
}

/// Whether a lower-case word is a number in letters.
pub fn is_number_word(word: &str) -> bool {
    matches!(
        number_word(word),
        Some(NumberWord::Unit(_) | NumberWord::Scale(_))
    )
}

/// A number read from pieces.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    pub value: f64,
    /// Index after its last piece.
    pub end: usize,
    pub form: NumeralForm,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralForm {
    Digits,
    Letters,
    /// "dozens", "hundreds": no less than two of them.
    Vague,
    /// "two-thirds", "half": the value is a part of one.
    Fraction,
    /// "third", "3rd".
    Ordinal,
}

/// The number that begins at a piece.
pub fn read(pieces: &[Piece], at: usize) -> Option<Numeral> {
    let piece = pieces.get(at)?;
    match piece.kind {
        PieceKind::Digits => in_digits(pieces, at),
        PieceKind::Letters => fraction(pieces, at)
            .or_else(|| in_letters(pieces, at))
            .or_else(|| vague(pieces, at)),
        PieceKind::Mark => None,
    }
}

fn in_digits(pieces: &[Piece], at: usize) -> Option<Numeral> {
    let mut value: f64 = pieces[at].lower.replace(',', "").parse().ok()?;
    let mut end = at + 1;
    if let Some(after) = thousands_apart(pieces, end) {
        value = value * 1e3 + pieces[after - 1].lower.parse::<f64>().ok()?;
        end = after;
    }
    if let Some(suffix) = pieces.get(end) {
        if suffix.glued && suffix.is_any(&["st", "nd", "rd", "th"]) {
            return Some(Numeral {
                value,
                end: end + 1,
                form: NumeralForm::Ordinal,
            });
        }
        // "1/2", "2/3".
        if suffix.glued && suffix.is("/") {
            let below = pieces.get(end + 1).filter(|below| below.glued)?;
            let divisor: f64 = below.lower.parse().ok()?;
            let fraction = value < divisor && divisor <= 10.0;
            return fraction.then_some(Numeral {
                value: value / divisor,
                end: end + 2,
                form: NumeralForm::Fraction,
            });
        }
    }
    let skip = usize::from(
        pieces
            .get(end)
            .is_some_and(|next| next.is_hyphen() && next.glued),
    );
    if let Some(scale) = pieces.get(end + skip) {
        let glued = match (scale.glued && skip == 0, scale.lower.as_str()) {
            (true, "k") => Some(1e3),
            (true, "m" | "mn" | "mm") => Some(1e6),
            (true, "b") => Some(1e9),
            (true, "tr" | "t") => Some(1e12),
            _ => None,
        };
        let word = match number_word(&scale.lower) {
            Some(NumberWord::Scale(factor)) => Some(factor),
            _ => None,
        };
        if let Some(factor) = glued.or(word) {
            value *= factor;
            end += skip + 1;
        }
    }
    Some(Numeral {
        value,
        end,
        form: NumeralForm::Digits,
    })
}

/// "4, 000" and "4 000": the index after thousands that a careless typist or converter moved away.
fn thousands_apart(pieces: &[Piece], at: usize) -> Option<usize> {
    let comma = usize::from(
        pieces
            .get(at)
            .is_some_and(|mark| mark.is(",") && mark.glued),
    );
    let digits = pieces.get(at + comma)?;
    let apart = digits.kind == PieceKind::Digits
        && digits.lower.len() == 3
        && digits.lower.starts_with('0')
        && pieces[at - 1].lower.len() <= 3
        && !digits.glued;
    apart.then_some(at + comma + 1)
}

/// "two-thirds", "half of", "a quarter of", "one-third".
fn fraction(pieces: &[Piece], at: usize) -> Option<Numeral> {
    let made = |value, end| {
        Some(Numeral {
            value,
            end,
            form: NumeralForm::Fraction,
        })
    };
    let lower = pieces[at].lower.as_str();
    let next = pieces.get(at + 1);
    if let Some(NumberWord::Part(value)) = number_word(lower) {
        // "half a million" is a number, "half an hour" a duration; "half of the town" a part.
        if let Some((scale, end)) = scale_after_article(pieces, at + 1) {
            return Some(Numeral {
                value: value * scale,
                end,
                form: NumeralForm::Letters,
            });
        }
        let part = next.is_some_and(|next| next.is_any(&["of", "the", "a", "an", "their", "its"]));
        return if part { made(value, at + 1) } else { None };
    }
    let count = match number_word(lower) {
        Some(NumberWord::Unit(value)) => value,
        _ if lower == "a" => 1.0,
        _ => return None,
    };
    let skip = usize::from(next.is_some_and(Piece::is_hyphen));
    let part = pieces.get(at + 1 + skip)?;
    let singular = part.lower.strip_suffix('s').unwrap_or(&part.lower);
    let below = match number_word(singular) {
        Some(NumberWord::Ordinal(place)) if place > 2.0 => place,
        Some(NumberWord::Part(value)) => 1.0 / value,
        _ => return None,
    };
    let end = at + 2 + skip;
    let of = pieces.get(end).is_some_and(|next| next.is("of"));
    if count > 1.0 || skip == 1 && lower != "a" || of {
        made(count / below, end)
    } else {
        None
    }
}

fn scale_after_article(pieces: &[Piece], at: usize) -> Option<(f64, usize)> {
    pieces.get(at).filter(|next| next.is_any(&["a", "-"]))?;
    match number_word(&pieces.get(at + 1)?.lower) {
        Some(NumberWord::Scale(factor)) => Some((factor, at + 2)),
        _ => None,
    }
}

/// "twenty-five", "two hundred and fifty thousand", "a dozen".
fn in_letters(pieces: &[Piece], at: usize) -> Option<Numeral> {
    let (mut total, mut part, mut end) = (0.0, 0.0, at);
    let mut cursor = at;
    if pieces[at].is_any(&["a", "an"]) {
        match pieces.get(at + 1).map(|next| number_word(&next.lower)) {
            Some(Some(NumberWord::Scale(_))) => {
                part = 1.0;
                cursor = at + 1;
            }
            _ => return None,
        }
    } else if pieces[at].is("several") {
        return None;
    }
    let mut last_unit = f64::INFINITY;
    while let Some(piece) = pieces.get(cursor) {
        match number_word(&piece.lower) {
            Some(NumberWord::Unit(value))
                if value < last_unit && (value < 10.0 || last_unit > 99.0) =>
            {
                // "twenty" takes a digit after it, "five" takes nothing.
                part += value;
                last_unit = if value >= 20.0 { 10.0 } else { 0.0 };
                end = cursor + 1;
            }
            Some(NumberWord::Scale(factor)) if part > 0.0 || total == 0.0 && cursor > at => {
                if factor >= 1e3 {
                    total += part * factor;
                    part = 0.0;
                } else {
                    part *= factor;
                }
                last_unit = f64::INFINITY;
                end = cursor + 1;
            }
            Some(NumberWord::Scale(factor)) if cursor == at => {
                part = factor;
                last_unit = f64::INFINITY;
                end = cursor + 1;
            }
            _ if end == cursor
                && cursor > at
                && (piece.is_hyphen() && piece.glued
                    || piece.is("and") && last_unit.is_infinite())
                && matches!(
                    pieces
                        .get(cursor + 1)
                        .and_then(|next| number_word(&next.lower)),
                    Some(NumberWord::Unit(_) | NumberWord::Scale(_))
                ) => {}
            _ => break,
        }
        cursor += 1;
    }
    (end > at)
        .then_some(Numeral {
            value: total + part,
            end,
            form: NumeralForm::Letters,
        })
        .or_else(|| ordinal_word(pieces, at))
}

fn ordinal_word(pieces: &[Piece], at: usize) -> Option<Numeral> {
    match number_word(&pieces[at].lower) {
        Some(NumberWord::Ordinal(value)) => Some(Numeral {
            value,
            end: at + 1,
            form: NumeralForm::Ordinal,
        }),
        _ => None,
    }
}

/// "dozens", "hundreds of thousands", "several hundred".
fn vague(pieces: &[Piece], at: usize) -> Option<Numeral> {
    let several = pieces[at].is_any(&["several", "few"]);
    let first = if several { at + 1 } else { at };
    let piece = pieces.get(first)?;
    let singular = if several {
        Some(piece.lower.as_str())
    } else {
        piece.lower.strip_suffix('s')
    }?;
    let Some(NumberWord::Scale(mut value)) = number_word(singular) else {
        return None;
    };
    value *= 2.0;
    let mut end = first + 1;
    if let (Some(of), Some(next)) = (pieces.get(end), pieces.get(end + 1))
        && of.is("of")
        && let Some(singular) = next.lower.strip_suffix('s')
        && let Some(NumberWord::Scale(factor)) = number_word(singular)
    {
        value *= factor;
        end += 2;
    }
    Some(Numeral {
        value,
        end,
        form: NumeralForm::Vague,
    })
}
