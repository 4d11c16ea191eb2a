//! Keeps pages from nesting deeper than browsers allow.
//!
//! Parsing and cleaning a page takes time and stack in the square of its depth, so a page made of a hundred thousand
//! open tags must be made flat before anything else looks at it.

use std::borrow::Cow;
use std::collections::BTreeMap;

/// Deeper than this, tags are taken out and their text stays. Browsers stop at 512.
const DEEPEST: usize = 200;

/// Tags that never have an end tag, or often lack one without nesting.
const WITHOUT_END: [&str; 30] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option",
    "optgroup", "colgroup", "html", "head", "body",
];

/// Elements whose content is no markup.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// The page without the tags that lie too deep.
pub(in crate::ingest) fn limit(page: &str) -> Cow<'_, str> {
    if deepest(page) <= DEEPEST {
        return Cow::Borrowed(page);
    }
    let mut out = String::with_capacity(page.len());
    let mut copied = 0;
    let mut open = Open::default();
    for tag in Tags::new(page) {
        let before = open.depth();
        open.take(&tag);
        if before.max(open.depth()) > DEEPEST {
            out.push_str(page.get(copied..tag.start).unwrap_or_default());
            if !out.ends_with(char::is_whitespace) {
                out.push(' ');
            }
            copied = tag.end;
        }
    }
    out.push_str(page.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// About how many elements a page holds, at most as many as it is worth to count.
pub(super) fn elements(page: &str, most: usize) -> usize {
    Tags::new(page).filter(|tag| !tag.closes).take(most).count()
}

fn deepest(page: &str) -> usize {
    let mut open = Open::default();
    let mut deepest = 0;
    for tag in Tags::new(page) {
        open.take(&tag);
        deepest = deepest.max(open.depth());
    }
    deepest
}

/// The elements that are open. An end tag closes what was left open inside of its element, too.
#[derive(Default)]
struct Open {
    names: Vec<String>,
    counts: BTreeMap<String, usize>,
}

impl Open {
    fn depth(&self) -> usize {
        self.names.len()
    }

    fn take(&mut self, tag: &FoundTag) {
        match tag.kind {
            Kind::Start => {
                *self.counts.entry(tag.name.clone()).or_default() += 1;
                self.names.push(tag.name.clone());
            }
            Kind::End if self.counts.get(&tag.name).is_some_and(|&count| count > 0) => {
                while let Some(name) = self.names.pop() {
                    if let Some(count) = self.counts.get_mut(&name) {
                        *count -= 1;
                    }
                    if name == tag.name {
                        break;
                    }
                }
            }
            Kind::End | Kind::Single => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Start,
    End,
    Single,
}

struct FoundTag {
    start: usize,
    end: usize,
    kind: Kind,
    closes: bool,
    name: String,
}

/// The tags of a page, roughly: enough to count how deep they nest.
struct Tags<'a> {
    page: &'a str,
    position: usize,
}

impl<'a> Tags<'a> {
    fn new(page: &'a str) -> Self {
        Self { page, position: 0 }
    }

    fn seek(&self, from: usize, what: char) -> Option<usize> {
        Some(from + self.page.get(from..)?.find(what)?)
    }
}

impl Iterator for Tags<'_> {
    type Item = FoundTag;

    fn next(&mut self) -> Option<FoundTag> {
        loop {
            let start = self.seek(self.position, '<')?;
            let rest = self.page.get(start..)?;
            if rest.starts_with("<!--") {
                self.position = start + rest.find("-->")? + 3;
                continue;
            }
            let end = start + rest.find('>')? + 1;
            let inner = self.page.get(start + 1..end - 1)?;
            let (closes, inner) = match inner.strip_prefix('/') {
                Some(inner) => (true, inner),
                None => (false, inner),
            };
            let length = inner
                .find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-')
                .unwrap_or(inner.len());
            let name = inner.get(..length)?.to_ascii_lowercase();
            self.position = end;
            if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
                self.position = start + 1;
                continue;
            }
            if !closes && RAW.contains(&name.as_str()) {
                self.position = self.after_raw(&name, end);
                continue;
            }
            let kind = if WITHOUT_END.contains(&name.as_str()) || inner.ends_with('/') {
                Kind::Single
            } else if closes {
                Kind::End
            } else {
                Kind::Start
            };
            return Some(FoundTag {
                start,
                end,
                kind,
                closes,
                name,
            });
        }
    }
}

impl Tags<'_> {
    /// Where the content of a raw element ends, or the end of the page.
    fn after_raw(&self, name: &str, from: usize) -> usize {
        let mut position = from;
        while let Some(found) = self.seek(position, '<') {
            let close = self
                .page
                .get(found + 2..found + 2 + name.len())
                .is_some_and(|word| word.eq_ignore_ascii_case(name));
            if close && self.page.get(found + 1..found + 2) == Some("/") {
                return self.seek(found, '>').map_or(self.page.len(), |end| end + 1);
            }
            position = found + 1;
        }
        self.page.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_of_common_depth_stay_as_they_are() {
        let page =
            "<html><body><div><p>One<p>Two<script>if (a<b) '<div>'</script></div></body></html>";
        assert!(matches!(limit(page), Cow::Borrowed(_)));
        assert_eq!(deepest(page), 1);
    }

    #[test]
    fn what_lies_too_deep_keeps_its_words() {
        let page = format!(
            "{}deep words{}",
            "<div>".repeat(1000),
            "</div>".repeat(1000)
        );
        let flat = limit(&page);
        assert_eq!(deepest(&flat), DEEPEST);
        assert!(flat.contains("deep words"));
    }

    #[test]
    fn broken_markup_ends() {
        for page in [
            "<",
            "<a",
            "<!--",
            "</",
            "<script>",
            "a < b > c",
            "<é>",
            "<script></scripté",
        ] {
            assert!(limit(page).len() <= page.len() + 8);
        }
    }
}
