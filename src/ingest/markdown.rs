//! Markdown, with front matter between lines of `---` where there is some.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::draft::{Draft, Piece, Setting, squeeze};
use super::{byline, date, language, masthead};
use crate::model::{BlockKind, Metadata};

pub(super) fn read(text: &str) -> Draft {
    let (front, body) = split_front_matter(text);
    let mut draft = Draft {
        metadata: front.map(metadata).unwrap_or_default(),
        ..Draft::default()
    };
    let mut pieces = Pieces::default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for event in Parser::new_ext(body, options) {
        pieces.take(event);
    }
    pieces.finish();
    if let Some(title) = pieces.title
        && draft.metadata.title.is_none()
    {
        draft.metadata.title = Some(title);
    }
    draft.pieces = pieces.done;
    masthead::take(&mut draft);
    draft
}

/// Front matter without its fences, and what comes after.
fn split_front_matter(text: &str) -> (Option<&str>, &str) {
    let Some(rest) = text
        .trim_start()
        .strip_prefix("---")
        .and_then(|rest| rest.split_once('\n'))
        .filter(|(fence, _)| fence.trim().is_empty())
        .map(|(_, rest)| rest)
    else {
        return (None, text);
    };
    let mut length = 0;
    for line in rest.split_inclusive('\n') {
        if matches!(line.trim_end(), "---" | "...") {
            let front = rest.get(..length).unwrap_or_default();
            let body = rest.get(length + line.len()..).unwrap_or_default();
            return (Some(front), body);
        }
        length += line.len();
    }
    (None, text)
}

/// The simple part of YAML that front matter is made of: `key: value`, `[a, b]`, and lists of `- item`.
fn metadata(front: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut key = String::new();
    for line in front.lines() {
        if let Some(item) = line.trim_start().strip_prefix("- ") {
            note(&mut metadata, &key, unquote(item));
        } else if let Some((name, value)) = line.split_once(':')
            && !line.starts_with(char::is_whitespace)
        {
            key = name.trim().to_lowercase();
            let value = value.trim();
            match value
                .strip_prefix('[')
                .and_then(|list| list.strip_suffix(']'))
            {
                Some(list) => list
                    .split(',')
                    .for_each(|item| note(&mut metadata, &key, unquote(item))),
                None => note(&mut metadata, &key, unquote(value)),
            }
        }
    }
    metadata
}

fn note(metadata: &mut Metadata, key: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let words = || Some(value.to_owned());
    match key {
        "title" | "headline" => metadata.title = words(),
        "outlet" | "source" | "publication" | "publisher" => metadata.outlet = words(),
        "author" | "authors" | "byline" | "by" => {
            let names = byline::names(value);
            if names.is_empty() {
                metadata.authors.push(value.to_owned());
            } else {
                metadata.authors.extend(names);
            }
        }
        "date" | "published" => metadata.published = date::parse_date(value),
        "modified" | "updated" | "lastmod" => metadata.modified = date::parse_date(value),
        "url" | "link" | "canonical" => metadata.url = words(),
        "language" | "lang" => metadata.language = language::of_tag(value),
        _ => {}
    }
}

fn unquote(value: &str) -> &str {
    let value = value.trim();
    for mark in ['"', '\''] {
        if let Some(inner) = value
            .strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
        {
            return inner;
        }
    }
    value
}

/// Collects paragraph-sized pieces from the events of the parser.
#[derive(Default)]
struct Pieces {
    title: Option<String>,
    done: Vec<Piece>,
    words: String,
    linked: usize,
    links: usize,
    heading: Option<HeadingLevel>,
    lists: usize,
    quotations: usize,
    silent: usize,
}

impl Pieces {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) if self.silent == 0 => {
                self.words.push_str(&words);
                if self.links > 0 {
                    self.linked += words.trim().len();
                }
            }
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::Rule => self.finish(),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.finish();
                self.heading = Some(*level);
            }
            Tag::List(_) => {
                self.finish();
                self.lists += 1;
            }
            Tag::BlockQuote(_) => {
                self.finish();
                self.quotations += 1;
            }
            Tag::Link { .. } => self.links += 1,
            Tag::Image { .. } | Tag::HtmlBlock => self.silent += 1,
            Tag::TableCell if !self.words.is_empty() => self.words.push_str(" | "),
            Tag::Paragraph | Tag::Item | Tag::CodeBlock(_) | Tag::TableHead | Tag::TableRow => {
                self.finish();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Link => self.links = self.links.saturating_sub(1),
            TagEnd::Image | TagEnd::HtmlBlock => self.silent = self.silent.saturating_sub(1),
            TagEnd::Heading(_) => {
                self.finish();
                self.heading = None;
            }
            TagEnd::List(_) => {
                self.finish();
                self.lists = self.lists.saturating_sub(1);
            }
            TagEnd::BlockQuote(_) => {
                self.finish();
                self.quotations = self.quotations.saturating_sub(1);
            }
            TagEnd::Paragraph
            | TagEnd::Item
            | TagEnd::CodeBlock
            | TagEnd::TableHead
            | TagEnd::TableRow => self.finish(),
            _ => {}
        }
    }

    /// Ends the piece at hand. The first heading of the first level is the title.
    fn finish(&mut self) {
        let words = squeeze(&self.words);
        let linked = std::mem::take(&mut self.linked);
        self.words.clear();
        if words.is_empty() {
            return;
        }
        if self.heading == Some(HeadingLevel::H1) && self.title.is_none() && self.done.is_empty() {
            self.title = Some(words);
            return;
        }
        let kind = if self.heading.is_some() {
            BlockKind::Heading
        } else if self.quotations > 0 {
            BlockKind::Quotation
        } else if self.lists > 0 {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        let setting = if linked + 2 >= words.len() {
            Setting::Linked
        } else {
            Setting::Plain
        };
        self.done.push(Piece {
            kind,
            text: words,
            setting,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let draft = read(text);
        let told = &draft.metadata;
        let mut found: Vec<String> = Vec::new();
        found.extend(told.title.iter().map(|title| format!("title: {title}")));
        found.extend(told.outlet.iter().map(|outlet| format!("outlet: {outlet}")));
        found.extend(
            told.authors
                .iter()
                .map(|author| format!("author: {author}")),
        );
        found.extend(
            told.published
                .iter()
                .map(|date| format!("date: {}", date.given)),
        );
        found.extend(told.url.iter().map(|url| format!("url: {url}")));
        for piece in &draft.pieces {
            found.push(format!("{:?}: {}", piece.kind, piece.text));
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn front_matter_tells_about_the_article() {
        check(
            "---\ntitle: \"Old bridge: closed\"\nauthors:\n  - Ana Ruiz\n  - Tom Berg\ndate: 2026-03-12T08:00:00+01:00\noutlet: Halden Post\nurl: https://example.org/bridge\n---\n\n# Old bridge: closed\n\nThe bridge *closed* on Tuesday.\n",
            &[
                "title: Old bridge: closed",
                "outlet: Halden Post",
                "author: Ana Ruiz",
                "author: Tom Berg",
                "date: 2026-03-12T08:00:00+01:00",
                "url: https://example.org/bridge",
                "Paragraph: The bridge closed on Tuesday.",
            ],
        );
    }

    #[test]
    fn the_first_heading_is_the_title_and_blocks_keep_their_kinds() {
        check(
            "# Old bridge closes\n\nBy Ana Ruiz\n\nThe bridge closed\non Tuesday.\n\n## What next\n\n> It is [safe](https://example.org), he said.\n\n- cars\n- trucks\n  - heavy ones\n\n![a bridge](bridge.png)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
            &[
                "title: Old bridge closes",
                "author: Ana Ruiz",
                "Paragraph: The bridge closed on Tuesday.",
                "Heading: What next",
                "Quotation: It is safe, he said.",
                "ListItem: cars",
                "ListItem: trucks",
                "ListItem: heavy ones",
                "Paragraph: a | b",
                "Paragraph: 1 | 2",
            ],
        );
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter() {
        check(
            "---\nThe bridge closed on Tuesday.\n",
            &["Paragraph: The bridge closed on Tuesday."],
        );
    }
}
