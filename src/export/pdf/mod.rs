//! The report as a PDF: pages that look the same everywhere, with text that can be selected, read aloud and followed.
//!
//! The letters of every word are drawn with the fonts that the program carries, which know the scripts of Latin, Greek
//! and Cyrillic. What they lack is drawn with fonts of the machine, and lines of Arabic and Hebrew run from the right.
//! What no font has shows as boxes, can be copied all the same, and the document says so at its end.

mod direction;
mod draw;
mod fonts;
mod lines;
mod pages;
mod slabs;
mod system;
#[cfg(test)]
mod tests;

use super::options::Options;
use super::paper::{self, Block, Medium, Style};
use crate::report::Report;
use fonts::Fonts;
use lines::Setter;

const LACKING: &str = "Some letters are in no font that this computer could give to the document and show as \
    boxes; copied from here, or in the other formats, they are there.";

pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    drawn_with(Fonts::load(), report, options)
}

fn drawn_with(fonts: Fonts, report: &Report, options: &Options) -> Vec<u8> {
    let paper = paper::of(report, options, Medium::Pages);
    let mut setter = Setter::new(fonts);
    let mut slabs = slabs::of(&mut setter, &paper.blocks);
    if setter.lacking {
        let said = [Block::words(Style::Facts, LACKING)];
        slabs.extend(slabs::of(&mut setter, &said));
    }
    draw::written(&paper, &setter.fonts, &slabs, &pages::of(&slabs))
}
