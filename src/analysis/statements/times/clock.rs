//! Clock times: "3 p.m.", "15:30", "noon".

use crate::analysis::statements::pieces::{Piece, PieceKind};

/// Minutes after midnight, and the index after the last piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub minutes: i64,
    /// Whether minutes were given.
    pub exact: bool,
    pub end: usize,
}

/// The clock time that begins at a piece.
pub fn read(pieces: &[Piece], at: usize) -> Option<Clock> {
    let piece = &pieces[at];
    let named = match piece.lower.as_str() {
        "noon" | "midday" => Some(720),
        "midnight" => Some(0),
        _ => None,
    };
    if let Some(minutes) = named {
        return Some(Clock {
            minutes,
            exact: false,
            end: at + 1,
        });
    }
    if piece.kind != PieceKind::Digits || at > 0 && piece.glued && !pieces[at - 1].is("(") {
        return None;
    }
    let (mut hour, mut minute, mut end, mut exact) = (0, 0, at + 1, false);
    if let Some((hours, minutes)) = piece.lower.split_once('.') {
        hour = hours.parse().ok()?;
        minute = minutes.parse().ok()?;
        if minutes.len() != 2 {
            return None;
        }
        exact = true;
    } else {
        hour += piece.lower.parse::<i64>().ok()?;
        let minutes = pieces
            .get(at + 2)
            .filter(|_| {
                pieces
                    .get(at + 1)
                    .is_some_and(|colon| colon.is(":") && colon.glued)
            })
            .filter(|minutes| minutes.glued && minutes.lower.len() == 2);
        if let Some(minutes) = minutes {
            minute = minutes.lower.parse().ok()?;
            end = at + 3;
            exact = true;
        }
    }
    let half = half_of_day(pieces, end);
    let limit = if half.is_some() { 12 } else { 23 };
    if hour > limit || minute > 59 {
        return None;
    }
    match half {
        Some((afternoon, after)) => {
            hour = hour % 12 + if afternoon { 12 } else { 0 };
            end = after;
        }
        None if exact && piece.lower.contains('.') => return None,
        None if exact => {}
        None => {
            // "9 o'clock" leaves the half of the day open.
            let oclock = pieces.get(end).is_some_and(|next| next.is("o"))
                && pieces.get(end + 2).is_some_and(|next| next.is("clock"));
            if !oclock {
                return None;
            }
            end += 3;
        }
    }
    end = zone(pieces, end);
    Some(Clock {
        minutes: hour * 60 + minute,
        exact,
        end,
    })
}

/// "p.m.", "pm", "a.m.": whether afternoon, and the index after it.
fn half_of_day(pieces: &[Piece], at: usize) -> Option<(bool, usize)> {
    let first = pieces.get(at)?;
    match first.lower.as_str() {
        "am" => Some((false, at + 1)),
        "pm" => Some((true, at + 1)),
        "a" | "p" => {
            let dotted = pieces.get(at + 1).is_some_and(|dot| dot.is("."))
                && pieces.get(at + 2).is_some_and(|m| m.is("m"));
            if !dotted {
                return None;
            }
            let stop = usize::from(
                pieces
                    .get(at + 3)
                    .is_some_and(|dot| dot.is(".") && dot.glued),
            );
            Some((first.is("p"), at + 3 + stop))
        }
        _ => None,
    }
}

/// Skips a time zone: "ET", "GMT", "local time".
fn zone(pieces: &[Piece], at: usize) -> usize {
    match pieces.get(at) {
        Some(zone)
            if zone.is_any(&[
                "et", "est", "edt", "gmt", "bst", "pt", "pst", "pdt", "ct", "cst", "cdt", "utc",
                "mst", "mdt",
            ]) =>
        {
            at + 1
        }
        Some(local)
            if local.is_any(&["local", "eastern", "pacific", "central"])
                && pieces.get(at + 1).is_some_and(|time| time.is("time")) =>
        {
            at + 2
        }
        _ => at,
    }
}
