//! The guide of `docs/guide.md` inside the window: its sections without their pictures.

use std::sync::LazyLock;

use egui::{CollapsingHeader, Label, RichText, Ui};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::app::theme::Theme;

/// What stands under one heading.
#[derive(Debug, Default, PartialEq, Eq)]
struct Section {
    title: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Paragraph(String),
    Item(String),
    /// As it is typed.
    Code(String),
}

static GUIDE: LazyLock<Vec<Section>> =
    LazyLock::new(|| sections(include_str!("../../../docs/guide.md")));

pub(super) fn guide_ui(ui: &mut Ui, theme: &Theme) {
    for section in &*GUIDE {
        CollapsingHeader::new(&section.title).show(ui, |ui| {
            for piece in &section.pieces {
                match piece {
                    Piece::Paragraph(words) => {
                        ui.add(Label::new(words).wrap());
                    }
                    Piece::Item(words) => {
                        ui.horizontal_top(|ui| {
                            ui.label("•");
                            ui.add(Label::new(words).wrap());
                        });
                    }
                    Piece::Code(words) => {
                        let words = RichText::new(words).monospace().color(theme.text_weak);
                        ui.add(Label::new(words).wrap());
                    }
                }
            }
        });
    }
}

/// The sections of a page in Markdown, without its title, its list of contents and its pictures.
fn sections(page: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut words = String::new();
    let mut in_picture = false;
    let mut depth = 0;
    for event in Parser::new_ext(page, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading {
                level: HeadingLevel::H2,
                ..
            }) => {
                words.clear();
                sections.push(Section::default());
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some(section) = sections.last_mut() {
                    section.title = std::mem::take(&mut words);
                }
                words.clear();
            }
            Event::Start(Tag::Image { .. }) => in_picture = true,
            Event::End(TagEnd::Image) => in_picture = false,
            Event::Start(Tag::Item) => depth += 1,
            Event::Text(text) | Event::Code(text) if !in_picture => words.push_str(&text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            Event::End(TagEnd::TableCell) => words.push_str("  "),
            Event::End(
                end @ (TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableHead
                | TagEnd::TableRow),
            ) => {
                let written = std::mem::take(&mut words).trim().to_owned();
                if let Some(section) = sections.last_mut().filter(|_| !written.is_empty()) {
                    section.pieces.push(match end {
                        TagEnd::Paragraph if depth == 0 => Piece::Paragraph(written),
                        TagEnd::CodeBlock => Piece::Code(written),
                        _ => Piece::Item(written),
                    });
                }
                if end == TagEnd::Item {
                    depth -= 1;
                }
            }
            _ => {}
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_falls_into_sections_without_pictures() {
        let page = "# Guide\n\n- [One](#one)\n\n## One\n\n![A picture](a.png)\n\nPress *Open…* or `Ctrl+O`,\nor [drop](b.md) a file.\n\n- First\n- Second\n\n## Two\n\n```sh\nrun it\n```\n";
        let expected = [
            Section {
                title: "One".to_owned(),
                pieces: vec![
                    Piece::Paragraph("Press Open… or Ctrl+O, or drop a file.".to_owned()),
                    Piece::Item("First".to_owned()),
                    Piece::Item("Second".to_owned()),
                ],
            },
            Section {
                title: "Two".to_owned(),
                pieces: vec![Piece::Code("run it".to_owned())],
            },
        ];
        assert_eq!(sections(page), expected);
    }

    #[test]
    fn every_section_of_the_guide_has_words() {
        assert!(GUIDE.len() > 5);
        for section in &*GUIDE {
            assert!(
                !section.title.is_empty() && !section.pieces.is_empty(),
                "{section:?}"
            );
        }
    }
}
