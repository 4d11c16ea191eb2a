//! What kind of file it is: by content first, by name second.

use super::error::Problem;
use super::news_xml;

/// A format that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Plain,
    Markdown,
    Html,
    Json,
    NewsXml,
}

/// Names what the first bytes give away, where that is neither text nor packed text.
pub(super) fn refuse_binary(bytes: &[u8]) -> Result<(), Problem> {
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    let problem = if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Problem::NotYet("an old Word or Office document")
    } else if starts(b"\x89PNG") || starts(b"\xFF\xD8\xFF") || starts(b"GIF8") || is_riff(bytes) {
        Problem::NotText("a picture, a film or a recording")
    } else if starts(b"\x1F\x8B") || starts(b"7z\xBC\xAF\x27\x1C") || starts(b"Rar!") {
        Problem::NotText("a compressed archive")
    } else if starts(b"\x7FELF") || starts(b"MZ\x90") {
        Problem::NotText("a program")
    } else {
        return Ok(());
    };
    Err(problem)
}

fn is_riff(bytes: &[u8]) -> bool {
    bytes.starts_with(b"RIFF") || bytes.get(4..8) == Some(b"ftyp")
}

/// Refuses decoded text that is no text: control characters give it away.
pub(super) fn refuse_noise(text: &str) -> Result<(), Problem> {
    let mut total = 0_usize;
    let mut noise = 0_usize;
    for character in text.chars().take(1 << 16) {
        total += 1;
        noise +=
            usize::from(matches!(character, '\0'..='\x08' | '\x0E'..='\x1F' | '\x7F' | '\u{FFFD}'));
    }
    if noise * 10 > total {
        return Err(Problem::Binary);
    }
    Ok(())
}

/// The format of decoded text.
pub(super) fn format(file_name: &str, text: &str) -> Result<Format, Problem> {
    let text = text.trim_start();
    let extension = extension(file_name);
    if looks_like_json(text) {
        return Ok(Format::Json);
    }
    let head = head(text);
    if news_xml::looks_like_news(&head) {
        return Ok(Format::NewsXml);
    }
    if looks_like_html(&head) {
        return Ok(Format::Html);
    }
    if head.starts_with("<?xml") {
        return Err(Problem::NotYet("an XML file"));
    }
    Ok(match extension.as_str() {
        "html" | "htm" | "xhtml" if head.contains("</") || head.contains("<br") => Format::Html,
        "md" | "markdown" | "mdown" | "mkd" => Format::Markdown,
        "json" if serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() => Format::Json,
        _ if looks_like_markdown(text) => Format::Markdown,
        _ => Format::Plain,
    })
}

fn extension(file_name: &str) -> String {
    file_name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase())
        .unwrap_or_default()
}

/// The first characters, in lower case.
fn head(text: &str) -> String {
    text.chars()
        .take(4096)
        .map(|character| character.to_ascii_lowercase())
        .collect()
}

fn looks_like_json(text: &str) -> bool {
    let mut characters = text.chars().filter(|character| !character.is_whitespace());
    matches!(
        (characters.next(), characters.next()),
        (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | ']'))
    )
}

fn looks_like_html(head: &str) -> bool {
    const BEGINNINGS: [&str; 3] = ["<!doctype html", "<html", "<head"];
    const MARKS: [&str; 8] = [
        "<html", "<body", "<article", "<p>", "<p ", "<div", "<h1", "<title",
    ];
    BEGINNINGS.iter().any(|start| head.starts_with(start))
        || (head.starts_with('<') && MARKS.iter().any(|mark| head.contains(mark)))
}

fn looks_like_markdown(text: &str) -> bool {
    let mut lines = text.lines();
    match lines.next().map(str::trim_end) {
        Some("---") => lines
            .take_while(|line| line.trim_end() != "---")
            .any(|line| line.starts_with("title:")),
        Some(first) => first.starts_with("# "),
        None => false,
    }
}
