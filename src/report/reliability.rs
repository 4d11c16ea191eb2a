//! How far the findings can be trusted, in words: the one place for figures measured on test stories.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Kind;

/// What was shown of annotated stories, and how that met what editors marked in them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Share of what was shown that was right.
    pub precision: f32,
    /// Share of what editors marked that was shown.
    pub recall: f32,
}

/// Measured on stories that the confidence was not fitted to; made by `training/calibration/measure.py`.
static FIGURES: LazyLock<Figures> = LazyLock::new(|| {
    let text = include_str!("../../assets/measures/findings.toml");
    #[expect(
        clippy::expect_used,
        reason = "the file is part of the program, and a test reads it"
    )]
    toml::from_str(text).expect("figures that fit their type")
});

#[derive(Deserialize)]
struct Figures {
    marked: u32,
    /// By threshold, lowest first.
    points: Vec<Point>,
    kinds: BTreeMap<Kind, Counted>,
}

#[derive(Deserialize)]
struct Point {
    threshold: f32,
    shown: u32,
    right: u32,
    found: u32,
}

/// What is shown of one kind at the threshold that ships.
#[derive(Deserialize)]
struct Counted {
    shown: u32,
    right: u32,
}

/// What was measured where findings from a confidence on are shown: at the nearest threshold that was tried.
pub fn at(threshold: f32) -> Measured {
    let nearest = FIGURES
        .points
        .iter()
        .min_by(|a, b| distance(a, threshold).total_cmp(&distance(b, threshold)));
    nearest.map_or(NOTHING, |point| Measured {
        precision: share(point.right, point.shown),
        recall: share(point.found, FIGURES.marked),
    })
}

/// The lowest and the highest threshold that was tried.
pub fn range() -> std::ops::RangeInclusive<f32> {
    let threshold = |point: Option<&Point>| point.map_or(0.0, |point| point.threshold);
    threshold(FIGURES.points.first())..=threshold(FIGURES.points.last())
}

/// "7 found; on test stories the program found about 3 in 10 of those that editors marked, and
/// about 6 in 10 of its marks were right".
pub fn summary(found: usize, threshold: f32) -> String {
    summary_of(found, at(threshold))
}

/// "about 9 in 10 marks like this were right on test stories".
pub fn confidence_in_words(confidence: f32) -> String {
    format!(
        "{} marks like this were right on test stories",
        in_ten(confidence)
    )
}

/// "of 58 marks of this kind on test stories, 41 were right": how a kind did by itself.
pub fn kind_in_words(kind: Kind) -> String {
    match FIGURES.kinds.get(&kind) {
        Some(Counted { shown, right }) if *shown >= FEW => {
            format!("of {shown} marks of this kind on test stories, {right} were right")
        }
        _ => "too rare on test stories to say how often marks of this kind are right".to_owned(),
    }
}

/// So few marks tell nothing about the next.
const FEW: u32 = 5;

const NOTHING: Measured = Measured {
    precision: 0.0,
    recall: 0.0,
};

fn distance(point: &Point, threshold: f32) -> f32 {
    (point.threshold - threshold).abs()
}

fn share(part: u32, whole: u32) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn summary_of(found: usize, measured: Measured) -> String {
    format!(
        "{found} found; on test stories the program found {} of those that editors marked, \
         and {} of its marks were right",
        in_ten(measured.recall),
        in_ten(measured.precision)
    )
}

/// Never 0 or 10: a measured share promises neither nothing nor everything.
fn in_ten(share: f32) -> String {
    if share < 0.05 {
        return "fewer than 1 in 20".to_owned();
    }
    format!("about {} in 10", (share * 10.0).round().clamp(1.0, 9.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_said_in_tenths() {
        let measured = Measured {
            precision: 0.62,
            recall: 0.28,
        };
        assert_eq!(
            summary_of(7, measured),
            "7 found; on test stories the program found about 3 in 10 of those that editors marked, \
             and about 6 in 10 of its marks were right"
        );
    }

    #[test]
    fn no_share_is_called_certain() {
        assert_eq!(in_ten(1.0), "about 9 in 10");
        assert_eq!(in_ten(0.0), "fewer than 1 in 20");
    }

    #[test]
    fn the_measured_figures_are_shares_and_rise_by_threshold() {
        assert!(
            FIGURES
                .points
                .is_sorted_by(|a, b| a.threshold < b.threshold)
        );
        for point in &FIGURES.points {
            assert!(point.right <= point.shown && point.found <= FIGURES.marked);
        }
        for kind in Kind::ALL {
            assert!(
                FIGURES.kinds.contains_key(&kind),
                "{kind:?} was not measured"
            );
        }
    }

    #[test]
    fn fewer_are_found_where_less_is_shown() {
        let range = range();
        assert!(at(*range.start()).recall > at(*range.end()).recall);
    }
}
