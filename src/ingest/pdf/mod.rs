//! PDF: the text layer, put back into the order of reading.
//!
//! A PDF knows letters at places and no words, lines or paragraphs. `glyphs` collects the letters of a page, `lines`
//! makes lines of them and puts columns one after the other, `margins` drops running heads and page numbers, and
//! `paragraphs` joins lines into paragraphs again.

mod glyphs;
mod lines;
mod margins;
mod paragraphs;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::Proceed;
use super::draft::Draft;
use super::error::Problem;
use super::length::{self, MOST_WORDS};
use super::properties::{self, Properties};
use glyphs::Letters;
use lines::Line;

/// Longer files are no articles.
const MOST_PAGES: usize = 2_000;

/// Where the text ought to be, fewer letters than this a page are stamps and page numbers on scanned pictures.
const FEWEST_LETTERS: usize = 20;

/// Letters in the most words that are read, with room to spare.
const MOST_LETTERS: usize = 12 * MOST_WORDS;

pub(super) fn read(bytes: &[u8], proceed: Proceed<'_>) -> Result<Draft, Problem> {
    // The reader of PDF is made to draw pages of any kind; should it give up on one, the file is damaged.
    catch_unwind(AssertUnwindSafe(|| draft(bytes, proceed)))
        .unwrap_or(Err(Problem::Damaged("the PDF")))
}

fn draft(bytes: &[u8], proceed: Proceed<'_>) -> Result<Draft, Problem> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(
            DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm,
        ) => Problem::Locked,
        _ => Problem::Damaged("the PDF"),
    })?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(Problem::TooManyPages(MOST_PAGES));
    }
    let letters = glyphs::of_pages(&pdf, MOST_LETTERS, proceed)?;
    refuse_pictures(&letters, pdf.pages().len())?;
    let mut pages: Vec<Vec<Line>> = letters.pages.into_iter().map(lines::of_page).collect();
    let dropped = margins::take(&mut pages);
    let (title, pieces) = paragraphs::of_pages(&pages);
    let words = pieces.iter().map(|piece| piece.text.split(' ').count());
    length::check_count(words.sum())?;
    let mut draft = properties::draft(pieces, title, &properties_of(&pdf));
    for (words, reason) in dropped {
        draft.drop(words, reason);
    }
    Ok(draft)
}

fn refuse_pictures(letters: &Letters, pages: usize) -> Result<(), Problem> {
    let known: usize = letters.pages.iter().map(|page| page.glyphs.len()).sum();
    if letters.unknown > known {
        return Err(Problem::UnknownLetters);
    }
    if letters.has_pictures && known < FEWEST_LETTERS * pages {
        return Err(Problem::Scanned);
    }
    Ok(())
}

fn properties_of(pdf: &Pdf) -> Properties {
    let told = pdf.metadata();
    let words = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(decode).unwrap_or_default();
    let author = words(&told.author);
    Properties {
        title: words(&told.title),
        authors: if author.is_empty() {
            Vec::new()
        } else {
            vec![author]
        },
        modified: told
            .modification_date
            .as_ref()
            .map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
            .unwrap_or_default(),
        ..Properties::default()
    }
}

/// Strings of a PDF are UTF-16 or UTF-8 where they say so.
fn decode(bytes: &[u8]) -> String {
    let encoding = if bytes.starts_with(b"\xFE\xFF") {
        encoding_rs::UTF_16BE
    } else if bytes.starts_with(b"\xEF\xBB\xBF") {
        encoding_rs::UTF_8
    } else {
        encoding_rs::WINDOWS_1252
    };
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

#[cfg(test)]
mod tests;
