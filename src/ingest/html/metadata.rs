//! What a page tells about its article: JSON-LD, Open Graph, Dublin Core, `<time>`, the visible byline.

use dom_query::Document;
use serde_json::{Map, Value};

use crate::ingest::date::parse_date;
use crate::ingest::draft::{bare, squeeze};
use crate::ingest::{byline, language};
use crate::model::{DocumentType, Metadata, PublicationDate};

const TITLE: [&str; 4] = ["og:title", "dc.title", "dcterms.title", "twitter:title"];
const OUTLET: [&str; 5] = [
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "application-name",
    "publisher",
];
const AUTHORS: [&str; 9] = [
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "cxenseparse:author",
    "byl",
    "twitter:data1",
];
const PUBLISHED: [&str; 13] = [
    "article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "cxenseparse:publishtime",
    "datepublished",
    "publish-date",
    "publish_date",
    "pubdate",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "sailthru.date",
    "date",
];
const MODIFIED: [&str; 6] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "last-modified",
    "lastmod",
];
const DESCRIPTION: [&str; 4] = [
    "description",
    "og:description",
    "dc.description",
    "twitter:description",
];
const LANGUAGE: [&str; 4] = [
    "og:locale",
    "dc.language",
    "dcterms.language",
    "content-language",
];
const BYLINE: [&str; 6] = [
    "[rel=author]",
    "[itemprop=author]",
    ".byline",
    "[class*=byline]",
    ".author",
    ".reader-credits",
];

/// What is looked at of a title; longer ones are no titles.
const MOST_TITLE_WORDS: usize = 60;

/// A visible byline is not longer than this.
const LONGEST_BYLINE: usize = 160;

/// The first `<time>` elements belong to the article; later ones to links.
const FIRST_TIMES: usize = 3;

/// What the page tells, and how it describes its article.
pub(super) fn read(document: &Document) -> (Metadata, Vec<String>) {
    let page = Page {
        document,
        article: article(document).unwrap_or_default(),
        tags: tags(document),
    };
    let outlet = page
        .article
        .get("publisher")
        .and_then(name_of)
        .or_else(|| page.tag(&OUTLET));
    let url = page.url();
    let metadata = Metadata {
        title: page.title(outlet.as_deref()),
        authors: page.authors(outlet.as_deref()),
        published: page
            .date("datePublished", &PUBLISHED)
            .or_else(|| page.visible_date()),
        modified: page.date("dateModified", &MODIFIED),
        kind: page.kind(),
        language: page.language(),
        outlet: outlet.or_else(|| host(url.as_deref()?)),
        url,
        ..Metadata::default()
    };
    (metadata, page.descriptions())
}

/// The places where a page tells about itself.
struct Page<'a> {
    document: &'a Document,
    /// The JSON-LD object of the article; empty where there is none.
    article: Map<String, Value>,
    /// Names, in lower case, and contents of the `<meta>` elements.
    tags: Vec<(String, String)>,
}

impl Page<'_> {
    /// The visible headline where there is one; else the page's own title without the outlet at its end.
    fn title(&self, outlet: Option<&str>) -> Option<String> {
        let told = self.said("headline").or_else(|| self.tag(&TITLE));
        let page = texts(self.document, "title").into_iter().next();
        let headings = texts(self.document, "h1");
        let shown = match (headings.as_slice(), &told) {
            ([only], None) => Some(only),
            // A lone heading may be the outlet's logo; it counts where the page's title speaks of it too.
            ([only], Some(told)) => Some(only).filter(|only| {
                share_words(only, told)
                    || page.as_deref().is_some_and(|page| share_words(only, page))
            }),
            (several, Some(told)) => several.iter().find(|heading| bare(heading) == bare(told)),
            (_, None) => None,
        };
        shown
            .filter(|shown| {
                shown.split_whitespace().count() > 2 && Some(bare(shown)) != outlet.map(bare)
            })
            .cloned()
            .or(told)
            .or_else(|| page.map(|page| without_outlet(&page, outlet)))
            .map(|title| squeeze(&title))
            .filter(|title| !title.is_empty())
    }

    fn authors(&self, outlet: Option<&str>) -> Vec<String> {
        let told = self.article.get("author").map(people).unwrap_or_default();
        let candidates = [told, self.authors_in_tags(), self.visible_authors()]
            .into_iter()
            .find(|names| !names.is_empty())
            .unwrap_or_default();
        let outlet = outlet.map(bare);
        let mut authors: Vec<String> = Vec::new();
        for candidate in candidates {
            if Some(bare(&candidate)) != outlet && !authors.contains(&candidate) {
                authors.push(candidate);
            }
        }
        authors
    }

    fn authors_in_tags(&self) -> Vec<String> {
        AUTHORS
            .iter()
            .filter_map(|&name| self.tag(&[name]))
            .filter(|value| !value.contains("://"))
            .map(|value| byline::names(&value))
            .find(|names| !names.is_empty())
            .unwrap_or_default()
    }

    fn visible_authors(&self) -> Vec<String> {
        BYLINE
            .iter()
            .map(|selector| {
                let mut found = texts(self.document, selector);
                found.retain(|words| words.len() <= LONGEST_BYLINE);
                found
                    .iter()
                    .flat_map(|words| byline::names(words))
                    .collect::<Vec<_>>()
            })
            .find(|names| !names.is_empty())
            .unwrap_or_default()
    }

    fn date(&self, name: &str, tags: &[&str]) -> Option<PublicationDate> {
        self.said(name)
            .and_then(|words| parse_date(&words))
            .or_else(|| {
                tags.iter()
                    .find_map(|&name| parse_date(&self.tag(&[name])?))
            })
    }

    fn visible_date(&self) -> Option<PublicationDate> {
        let times = self.document.select("time");
        times.iter().take(FIRST_TIMES).find_map(|time| {
            time.attr("datetime")
                .and_then(|value| parse_date(&value))
                .or_else(|| parse_date(&squeeze(&time.text())))
        })
    }

    fn url(&self) -> Option<String> {
        self.document
            .select_single("link[rel=canonical]")
            .attr("href")
            .map(|href| href.to_string())
            .or_else(|| self.tag(&["og:url"]))
            .or_else(|| self.said("url"))
            .filter(|url| url.starts_with("http"))
    }

    fn kind(&self) -> DocumentType {
        let types = self
            .article
            .get("@type")
            .map(Value::to_string)
            .unwrap_or_default();
        let section = self
            .said("articleSection")
            .or_else(|| self.tag(&["article:section"]))
            .unwrap_or_default()
            .to_lowercase();
        let opinion = matches!(
            section.as_str(),
            "opinion" | "opinions" | "comment" | "editorial"
        );
        if opinion || types.contains("Opinion") {
            DocumentType::Opinion
        } else {
            DocumentType::News
        }
    }

    fn language(&self) -> Option<String> {
        let tag = self
            .document
            .select_single("html")
            .attr("lang")
            .map(|tag| tag.to_string())
            .or_else(|| self.said("inLanguage"))
            .or_else(|| self.tag(&LANGUAGE))?;
        language::of_tag(&tag)
    }

    fn descriptions(&self) -> Vec<String> {
        let tags = DESCRIPTION.iter().map(|&name| self.tag(&[name]));
        tags.chain([self.said("description")]).flatten().collect()
    }

    /// What the JSON-LD object says under a name.
    fn said(&self, name: &str) -> Option<String> {
        words(self.article.get(name)?)
    }

    /// The content of the first of these `<meta>` elements.
    fn tag(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let (_, content) = self.tags.iter().find(|(tag, _)| tag == name)?;
            Some(content.clone())
        })
    }
}

/// Whether half of the words of the shorter stand in the other.
fn share_words(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    let one: Vec<&str> = one.split(' ').take(MOST_TITLE_WORDS).collect();
    let other: Vec<&str> = other.split(' ').take(MOST_TITLE_WORDS).collect();
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared * 2 >= one.len().min(other.len())
}

fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    for joint in [" | ", " - ", " – ", " — ", " · ", " :: "] {
        if let Some((rest, end)) = title.rsplit_once(joint) {
            let known = outlet.is_some_and(|outlet| bare(outlet) == bare(end));
            let short = end.split_whitespace().count() <= 4 && rest.split_whitespace().count() >= 4;
            if known || short {
                return rest.to_owned();
            }
        }
    }
    title.to_owned()
}

/// The host of an address, where nothing better names the outlet.
pub(in crate::ingest) fn host(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', ':', '?']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
        .filter(|host| !host.is_empty())
        .map(str::to_owned)
}

/// The JSON-LD object that describes the article, wherever it is tucked away.
pub(super) fn article(document: &Document) -> Option<Map<String, Value>> {
    document
        .select("script[type='application/ld+json']")
        .iter()
        .filter_map(|script| serde_json::from_str::<Value>(script.text().trim()).ok())
        .find_map(article_in)
}

fn article_in(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Array(list) => list.into_iter().find_map(article_in),
        Value::Object(mut object) => {
            let types = object
                .get("@type")
                .map(Value::to_string)
                .unwrap_or_default();
            if ["Article", "BlogPosting", "Report"]
                .iter()
                .any(|kind| types.contains(kind))
            {
                return Some(object);
            }
            ["@graph", "mainEntity"]
                .iter()
                .find_map(|&name| article_in(object.remove(name)?))
        }
        _ => None,
    }
}

fn people(value: &Value) -> Vec<String> {
    if let Value::Array(list) = value {
        return list.iter().flat_map(people).collect();
    }
    let Some(name) = name_of(value) else {
        return Vec::new();
    };
    let names = byline::names(&name);
    if names.is_empty() { vec![name] } else { names }
}

/// A string, or the name of an object or of the first in a list.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::Object(object) => words(object.get("name")?),
        Value::Array(list) => name_of(list.first()?),
        _ => words(value),
    }
}

fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::Array(list) => list.first()?.as_str()?,
        _ => value.as_str()?,
    };
    // Publishers escape HTML inside of JSON; parsing the words as a page undoes it.
    let words = if words.contains(['&', '<']) {
        squeeze(&Document::from(words).text())
    } else {
        squeeze(words)
    };
    Some(words).filter(|words| !words.is_empty())
}

fn tags(document: &Document) -> Vec<(String, String)> {
    document
        .select("meta[content]")
        .iter()
        .filter_map(|tag| {
            let name = ["property", "name", "itemprop", "http-equiv"]
                .iter()
                .find_map(|attribute| tag.attr(attribute))?;
            let content = squeeze(&tag.attr("content")?);
            (!content.is_empty()).then(|| (name.to_lowercase(), content))
        })
        .collect()
}

fn texts(document: &Document, selector: &str) -> Vec<String> {
    document
        .select(selector)
        .iter()
        .map(|found| squeeze(&found.text()))
        .filter(|words| !words.is_empty())
        .collect()
}
