//! The shape of a ribbon that joins two passages across the gutter.
//!
//! The geometry is that of the Meld comparison tool: a curve leaves both columns level, with its control points at a
//! third and two thirds of the way.

use egui::{Pos2, Rangef, pos2};

/// Into how many straight lines a curve is cut: at 120 points of width no corner shows.
const STEPS: usize = 24;

/// Half the width of an arrow's head.
const ARROW: f32 = 4.0;

/// How far a stub reaches into the gutter.
const STUB: f32 = 16.0;

/// How far a tick reaches into the gutter.
const TICK: f32 = 10.0;

/// How far an arc that joins two passages of one column bulges into the gutter, at the most.
const BULGE: f32 = 30.0;

/// Where one side of a finding is to be seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Whereabouts {
    /// In view, from here to here.
    Seen(Rangef),
    /// Further up than the view reaches.
    Above,
    /// Further down than the view reaches.
    Below,
}

/// What is drawn in the gutter for one finding.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ribbon {
    /// Both sides are in view.
    Whole {
        upper: Vec<Pos2>,
        middle: Vec<Pos2>,
        lower: Vec<Pos2>,
    },
    /// One side is in view; the arrow shows where the other is.
    Stub { line: Vec<Pos2>, arrow: [Pos2; 3] },
    /// Both sides are in view, in one column.
    Arc { line: Vec<Pos2> },
}

impl Ribbon {
    /// The ribbon between two sides in a gutter, or nothing where neither is in view.
    pub(super) fn between(gutter: Rangef, left: Whereabouts, right: Whereabouts) -> Option<Self> {
        use Whereabouts::{Above, Below, Seen};
        match (left, right) {
            (Seen(left), Seen(right)) => Some(Self::Whole {
                upper: curve(pos2(gutter.min, left.min), pos2(gutter.max, right.min)),
                middle: curve(
                    pos2(gutter.min, left.center()),
                    pos2(gutter.max, right.center()),
                ),
                lower: curve(pos2(gutter.min, left.max), pos2(gutter.max, right.max)),
            }),
            (Seen(seen), other @ (Above | Below)) => {
                Some(stub(pos2(gutter.min, seen.center()), 1.0, other == Above))
            }
            (other @ (Above | Below), Seen(seen)) => {
                Some(stub(pos2(gutter.max, seen.center()), -1.0, other == Above))
            }
            (Above | Below, Above | Below) => None,
        }
    }

    /// What joins two passages of the column whose edge this is, or nothing where neither is in view; `inward` is 1 where
    /// the gutter lies right of the column, -1 where it lies left.
    pub(super) fn within(
        gutter: Rangef,
        inward: f32,
        one: Whereabouts,
        other: Whereabouts,
    ) -> Option<Self> {
        use Whereabouts::{Above, Below, Seen};
        let edge = if inward > 0.0 { gutter.min } else { gutter.max };
        match (one, other) {
            (Seen(one), Seen(other)) => Some(Self::Arc {
                line: arc(
                    pos2(edge, one.center()),
                    pos2(edge, other.center()),
                    inward * BULGE.min(gutter.span() * 0.8),
                ),
            }),
            (Seen(seen), away @ (Above | Below)) | (away @ (Above | Below), Seen(seen)) => {
                Some(stub(pos2(edge, seen.center()), inward, away == Above))
            }
            (Above | Below, Above | Below) => None,
        }
    }

    /// Short lines where the ribbon meets its columns: enough to say that there is one.
    pub(super) fn ticks(&self) -> Vec<[Pos2; 2]> {
        let tick = |end: Pos2, next: Pos2| {
            let inward = if next.x < end.x { -TICK } else { TICK };
            [end, pos2(end.x + inward, end.y)]
        };
        let ends = |line: &[Pos2]| match line {
            [first, second, .., before, last] => {
                vec![tick(*first, *second), tick(*last, *before)]
            }
            _ => Vec::new(),
        };
        match self {
            Self::Whole { middle, .. } => ends(middle),
            Self::Arc { line } => ends(line),
            Self::Stub { line, .. } => ends(line).into_iter().take(1).collect(),
        }
    }

    /// How far a point is from the ticks.
    pub(super) fn distance_to_ticks(&self, point: Pos2) -> f32 {
        self.ticks()
            .iter()
            .map(|tick| distance_to(tick, point))
            .fold(f32::INFINITY, f32::min)
    }

    /// How far a point is from what is drawn; `filled` where the inside counts as well.
    pub(super) fn distance(&self, point: Pos2, filled: bool) -> f32 {
        match self {
            Self::Whole {
                upper,
                middle,
                lower,
            } => {
                if filled
                    && height_at(upper, point.x) <= point.y
                    && point.y <= height_at(lower, point.x)
                {
                    return 0.0;
                }
                distance_to(middle, point)
            }
            Self::Stub { line, arrow } => distance_to(line, point).min(distance_to(arrow, point)),
            Self::Arc { line } => distance_to(line, point),
        }
    }
}

/// A cubic curve that leaves both ends level.
fn curve(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let width = to.x - from.x;
    level_curve(from, to, [from.x + width / 3.0, from.x + width * 2.0 / 3.0])
}

/// A curve that leaves an edge level, and comes back to it.
fn arc(from: Pos2, to: Pos2, bulge: f32) -> Vec<Pos2> {
    level_curve(from, to, [from.x + bulge, to.x + bulge])
}

/// A cubic curve whose control points stand at these places across the gutter, each as high as the end next to it.
fn level_curve(from: Pos2, to: Pos2, [first, second]: [f32; 2]) -> Vec<Pos2> {
    (0..=STEPS)
        .map(|step| {
            let t = step as f32 / STEPS as f32;
            let u = 1.0 - t;
            let [a, b, c, d] = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
            pos2(
                a * from.x + b * first + c * second + d * to.x,
                (a + b) * from.y + (c + d) * to.y,
            )
        })
        .collect()
}

/// A line that leaves its column level and bends to where the other side is.
fn stub(from: Pos2, inward: f32, up: bool) -> Ribbon {
    let turn = if up { -STUB } else { STUB };
    let tip = pos2(from.x + inward * STUB, from.y + turn);
    let base = pos2(tip.x, tip.y - turn.signum() * 2.0 * ARROW);
    let corner = pos2(tip.x, from.y);
    let line = (0..=STEPS / 2)
        .map(|step| {
            let t = step as f32 / (STEPS / 2) as f32;
            let u = 1.0 - t;
            let [a, b, c] = [u * u, 2.0 * u * t, t * t];
            pos2(
                a * from.x + b * corner.x + c * base.x,
                a * from.y + b * corner.y + c * base.y,
            )
        })
        .collect();
    Ribbon::Stub {
        line,
        arrow: [
            tip,
            pos2(base.x + ARROW, base.y),
            pos2(base.x - ARROW, base.y),
        ],
    }
}

/// The height of a curve at a place across the gutter.
fn height_at(curve: &[Pos2], x: f32) -> f32 {
    let next = curve
        .partition_point(|point| point.x < x)
        .clamp(1, curve.len() - 1);
    let [from, to] = [curve[next - 1], curve[next]];
    let part = if to.x > from.x {
        ((x - from.x) / (to.x - from.x)).clamp(0.0, 1.0)
    } else {
        0.0
    };
    from.y + part * (to.y - from.y)
}

fn distance_to(line: &[Pos2], point: Pos2) -> f32 {
    line.windows(2)
        .map(|ends| {
            let along = ends[1] - ends[0];
            let length = along.length_sq();
            let part = if length > 0.0 {
                ((point - ends[0]).dot(along) / length).clamp(0.0, 1.0)
            } else {
                0.0
            };
            (ends[0] + part * along).distance(point)
        })
        .fold(f32::INFINITY, f32::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUTTER: Rangef = Rangef {
        min: 100.0,
        max: 190.0,
    };

    fn whole() -> Ribbon {
        let seen = |min, max| Whereabouts::Seen(Rangef::new(min, max));
        Ribbon::between(GUTTER, seen(50.0, 70.0), seen(200.0, 240.0)).unwrap()
    }

    #[test]
    fn a_ribbon_touches_both_passages_and_leaves_them_level() {
        let Ribbon::Whole { upper, lower, .. } = whole() else {
            panic!("both sides are seen");
        };
        assert_eq!(
            [upper[0], *upper.last().unwrap()],
            [pos2(100.0, 50.0), pos2(190.0, 200.0)]
        );
        assert_eq!(
            [lower[0], *lower.last().unwrap()],
            [pos2(100.0, 70.0), pos2(190.0, 240.0)]
        );
        let slope = |a: Pos2, b: Pos2| (b.y - a.y) / (b.x - a.x);
        assert!(slope(upper[0], upper[1]) < 0.3, "it leaves level");
        assert!(
            slope(upper[11], upper[12]) > 1.5,
            "it is steepest in the middle"
        );
        assert!(upper.is_sorted_by(|a, b| a.x < b.x));
    }

    #[test]
    fn the_inside_is_hit_only_where_it_is_filled() {
        let ribbon = whole();
        let inside = pos2(101.0, 51.0);
        assert_eq!(ribbon.distance(inside, true), 0.0);
        assert!(ribbon.distance(inside, false) > 5.0);
        assert!(ribbon.distance(pos2(101.0, 60.0), false) < 1.0);
        assert!(ribbon.distance(pos2(180.0, 60.0), true) > 20.0);
    }

    #[test]
    fn a_side_out_of_view_leaves_a_stub_that_points_to_it() {
        let seen = Whereabouts::Seen(Rangef::new(50.0, 70.0));
        let up = Ribbon::between(GUTTER, seen, Whereabouts::Above).unwrap();
        let down = Ribbon::between(GUTTER, Whereabouts::Below, seen).unwrap();
        let (
            Ribbon::Stub {
                arrow: up,
                line: from_left,
            },
            Ribbon::Stub {
                arrow: down,
                line: from_right,
            },
        ) = (up, down)
        else {
            panic!("one side is out of view");
        };
        assert_eq!(from_left[0], pos2(100.0, 60.0));
        assert_eq!(from_right[0], pos2(190.0, 60.0));
        assert!(
            up[0].y < up[1].y && down[0].y > down[1].y,
            "the tip points up, or down"
        );
        assert!(GUTTER.contains(up[0].x) && GUTTER.contains(down[0].x));
    }

    #[test]
    fn two_sides_out_of_view_leave_nothing() {
        assert_eq!(
            Ribbon::between(GUTTER, Whereabouts::Above, Whereabouts::Below),
            None
        );
    }

    #[test]
    fn two_passages_of_one_column_are_joined_by_an_arc_that_stays_in_the_gutter() {
        let seen = |min, max| Whereabouts::Seen(Rangef::new(min, max));
        for inward in [1.0, -1.0] {
            let arc = Ribbon::within(GUTTER, inward, seen(50.0, 70.0), seen(200.0, 220.0));
            let Some(Ribbon::Arc { line }) = &arc else {
                panic!("both passages are seen");
            };
            let edge = if inward > 0.0 { 100.0 } else { 190.0 };
            assert_eq!([line[0].x, line[24].x], [edge, edge]);
            assert_eq!([line[0].y, line[24].y], [60.0, 210.0]);
            assert!(line.iter().all(|point| GUTTER.contains(point.x)));
            assert!((line[12].x - edge) * inward > 10.0, "it bulges inward");
            assert_eq!(arc.unwrap().ticks().len(), 2);
        }
        let away = Ribbon::within(GUTTER, 1.0, seen(50.0, 70.0), Whereabouts::Below);
        assert!(matches!(away, Some(Ribbon::Stub { .. })));
    }

    #[test]
    fn ticks_stand_where_a_ribbon_meets_its_columns() {
        assert_eq!(
            whole().ticks(),
            [
                [pos2(100.0, 60.0), pos2(110.0, 60.0)],
                [pos2(190.0, 220.0), pos2(180.0, 220.0)],
            ]
        );
        assert_eq!(whole().distance_to_ticks(pos2(103.0, 64.0)), 4.0);
    }
}
