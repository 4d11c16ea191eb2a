//! Lines under names: every kind has its own pattern, so that nothing is told by color alone.

use egui::{Color32, Mesh, Pos2, Rangef, Rect, pos2};

use crate::model::EntityKind;

/// How a line is made: lengths of ink and gap in turns, and how many lines stand below each other.
struct Pattern {
    ink: f32,
    gap: f32,
    thickness: f32,
    lines: usize,
}

fn pattern(kind: EntityKind) -> Pattern {
    let solid = Pattern {
        ink: f32::INFINITY,
        gap: 0.0,
        thickness: 2.0,
        lines: 1,
    };
    match kind {
        EntityKind::Person => solid,
        EntityKind::Organization => Pattern {
            thickness: 1.0,
            lines: 2,
            ..solid
        },
        EntityKind::Place => Pattern {
            ink: 6.0,
            gap: 3.0,
            ..solid
        },
        EntityKind::Event => Pattern {
            ink: 2.0,
            gap: 2.0,
            ..solid
        },
        EntityKind::Other => Pattern {
            thickness: 1.0,
            ..solid
        },
    }
}

/// Adds the line of a kind to a mesh, from its upper edge down; it is at most three points high.
pub fn underline(mesh: &mut Mesh, kind: EntityKind, across: Rangef, top: f32, color: Color32) {
    let pattern = pattern(kind);
    for line in 0..pattern.lines {
        let top = top + line as f32 * 2.0 * pattern.thickness;
        let mut left = across.min;
        while left < across.max {
            let right = (left + pattern.ink).min(across.max);
            mesh.add_colored_rect(rect(pos2(left, top), right, pattern.thickness), color);
            left = right + pattern.gap;
        }
    }
}

fn rect(from: Pos2, right: f32, thickness: f32) -> Rect {
    Rect::from_min_max(from, pos2(right, from.y + thickness))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_kinds_look_alike_without_color() {
        let shape = |kind| {
            let mut mesh = Mesh::default();
            let across = Rangef::new(0.0, 40.0);
            underline(&mut mesh, kind, across, 0.0, Color32::BLACK);
            let ink: f32 = mesh
                .vertices
                .chunks(4)
                .map(|corners| {
                    (corners[3].pos - corners[0].pos).x * (corners[3].pos - corners[0].pos).y
                })
                .sum();
            (mesh.vertices.len(), ink.abs())
        };
        let shapes = [
            EntityKind::Person,
            EntityKind::Organization,
            EntityKind::Place,
            EntityKind::Event,
            EntityKind::Other,
        ]
        .map(shape);
        for (index, one) in shapes.iter().enumerate() {
            for other in shapes.iter().skip(index + 1) {
                assert_ne!(one, other);
            }
        }
    }
}
