//! Slabs on pages.

use super::slabs::Slab;

/// A sheet of A4, in points.
pub const SHEET: (f32, f32) = (595.0, 842.0);
pub const LEFT: f32 = 56.0;
const TOP: f32 = 56.0;
const BOTTOM: f32 = 778.0;

/// Lines of a slab on a page.
pub struct Placed {
    /// Index of the slab.
    pub slab: usize,
    pub lines: std::ops::Range<usize>,
    /// The upper edge of the first line.
    pub y: f32,
}

/// What stands on each page, at least one page.
pub fn of(slabs: &[Slab]) -> Vec<Vec<Placed>> {
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut y = TOP;
    for (index, slab) in slabs.iter().enumerate() {
        if y > TOP && y + wanted(slabs, index) > BOTTOM {
            pages.push(Vec::new());
            y = TOP;
        }
        y += if y > TOP { slab.before } else { 0.0 };
        let mut from = 0;
        while from < slab.length() {
            let room = (((BOTTOM - y) / slab.leading).floor() as usize).max(usize::from(y <= TOP));
            let to = slab.length().min(from + room);
            if to > from
                && let Some(page) = pages.last_mut()
            {
                page.push(Placed {
                    slab: index,
                    lines: from..to,
                    y,
                });
                y += (to - from) as f32 * slab.leading;
            }
            from = to;
            if from < slab.length() {
                pages.push(Vec::new());
                y = TOP;
            }
        }
        y += slab.after;
    }
    pages
}

/// How much room there must be for the slab to begin here.
fn wanted(slabs: &[Slab], index: usize) -> f32 {
    let slab = &slabs[index];
    let group: f32 = slabs
        .iter()
        .skip(index)
        .take(slab.together)
        .map(Slab::height)
        .sum();
    if slab.together > 1 && group <= BOTTOM - TOP {
        return group - slab.after;
    }
    // A heading alone at the end of a page speaks of nothing, and so does one line of a paragraph.
    let next = if slab.keep_next { 40.0 } else { 0.0 };
    slab.before + slab.length().min(2) as f32 * slab.leading + next
}
