//! `project.qde`: the XML that says what is coded where, in the order that the schema wants.

use super::super::authored;
use super::super::citation;
use super::super::guid::guid;
use super::super::xml::Xml;
use super::super::{GENERATOR, title};
use super::passages::{self, MARKED, Passage, TICKED, own_code, tag_code, tag_codes};
use super::{Options, Selection, Source};
use crate::model::{DocumentId, Kind};
use crate::notebook::Tag;
use crate::report::{Finding, Note, NotePlace, Report, letter};
use crate::text::Span;

const SCHEMA: [(&str, &str); 3] = [
    ("xmlns", "urn:QDA-XML:project:1.0"),
    ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    (
        "xsi:schemaLocation",
        "urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd",
    ),
];

pub fn written(
    report: &Report,
    options: &Options,
    selection: &Selection<'_>,
    sources: &[Source],
) -> Vec<u8> {
    let user_name = options.author.as_deref().unwrap_or("Counterpoint");
    let project = Project {
        report,
        selection,
        sources,
        passages: passages::all(report, selection),
        user: guid(&["user", user_name]),
    };
    let title = title(report);
    let date = options.date.map(|date| format!("{date}T00:00:00Z"));
    let mut attributes = SCHEMA.to_vec();
    attributes.extend([("name", title.as_str()), ("origin", GENERATOR)]);
    attributes.push(("creatingUserGUID", &project.user));
    attributes.extend(date.as_deref().map(|date| ("creationDateTime", date)));
    let mut xml = Xml::new();
    xml.element("Project", &attributes, |xml| {
        xml.element("Users", &[], |xml| {
            xml.empty("User", &[("guid", &project.user), ("name", user_name)]);
        });
        project.codes(xml);
        project.sources(xml);
        project.notes(xml);
        project.links(xml);
        project.about(xml);
    });
    xml.into_bytes()
}

struct Project<'a> {
    report: &'a Report,
    selection: &'a Selection<'a>,
    sources: &'a [Source],
    passages: Vec<Passage<'a>>,
    user: String,
}

impl Project<'_> {
    /// One code a kind, with a code for each finding of that kind below it.
    fn codes(&self, xml: &mut Xml) {
        let of_kind = |kind: Kind| {
            let findings = self.selection.findings.iter();
            findings.filter(move |finding| finding.conflict.kind == kind)
        };
        let kinds = Kind::ALL.into_iter();
        let kinds: Vec<Kind> = kinds
            .filter(|kind| of_kind(*kind).next().is_some())
            .collect();
        let own = self.own_codes();
        let tags = self.tags();
        if kinds.is_empty() && own.is_empty() && tags.is_empty() {
            return;
        }
        xml.element("CodeBook", &[], |xml| {
            xml.element("Codes", &[], |xml| {
                for kind in kinds {
                    let guid = guid(&["kind", kind.title()]);
                    let attributes = [
                        ("guid", guid.as_str()),
                        ("name", kind.title()),
                        ("isCodable", "true"),
                    ];
                    xml.element("Code", &attributes, |xml| {
                        for finding in of_kind(kind) {
                            code(xml, finding, self.selection.note(finding));
                        }
                    });
                }
                if !tags.is_empty() {
                    codes_of_tags(xml, &tags);
                }
                for name in own {
                    let guid = own_code(name);
                    let attributes = [
                        ("guid", guid.as_str()),
                        ("name", name),
                        ("isCodable", "true"),
                    ];
                    xml.empty("Code", &attributes);
                }
            });
        });
    }

    /// Those that something in the project has.
    fn tags(&self) -> Vec<&Tag> {
        let used = |tag: &&Tag| {
            let mut findings = self.selection.findings.iter();
            let mut notes = self.all_notes();
            findings.any(|finding| finding.tags.contains(&tag.id))
                || notes.any(|note| note.tags.contains(&tag.id))
        };
        self.report.tags.iter().filter(used).collect()
    }

    /// Codes that some passage has and that are no tag.
    fn own_codes(&self) -> Vec<&'static str> {
        let used = |name: &&str| {
            let code = own_code(name);
            self.passages
                .iter()
                .any(|passage| passage.codes.contains(&code))
        };
        [MARKED, TICKED].into_iter().filter(used).collect()
    }

    /// Those on findings, then all others.
    fn all_notes(&self) -> impl Iterator<Item = &Note> {
        let findings = self.selection.findings.iter();
        let on_findings = findings.filter_map(|finding| self.selection.note(finding));
        on_findings.chain(self.selection.notes.iter().copied())
    }

    fn sources(&self, xml: &mut Xml) {
        if self.sources.is_empty() {
            return;
        }
        xml.element("Sources", &[], |xml| {
            for (id, source) in self.report.analysis.document_ids().zip(self.sources) {
                self.source(xml, id, source);
            }
        });
    }

    fn source(&self, xml: &mut Xml, id: DocumentId, source: &Source) {
        let document = self.report.analysis.document(id);
        let name = self.report.label(id);
        let path = format!("internal://{}.txt", source.guid);
        let attributes = [
            ("guid", source.guid.as_str()),
            ("name", &name),
            ("plainTextPath", &path),
            ("creatingUser", &self.user),
        ];
        xml.element("TextSource", &attributes, |xml| {
            let title = document.metadata.title.as_deref().unwrap_or_default();
            let words = format!(
                "{title}\n{}\n{}\nSHA-256 {}",
                citation::source(document),
                document.origin.file,
                document.origin.sha256
            );
            description(xml, words.trim());
            for finding in &self.selection.findings {
                for side in 0..2 {
                    if finding.quotes[side].document == id {
                        self.coded(xml, source, finding, side);
                    }
                }
            }
            for passage in (self.passages.iter()).filter(|passage| passage.document == id) {
                self.selected(xml, source, &passage.guid, passage.span, |xml| {
                    if let Some(words) = passage.words {
                        description(xml, words);
                    }
                    self.codings(xml, &passage.guid, &passage.codes);
                    if let Some(note) = passage.note {
                        note_ref(xml, note);
                    }
                });
            }
            let about = |note: &&&Note| note.place == NotePlace::Document(id);
            for note in self.selection.notes.iter().filter(about) {
                let of = guid(&["article", &source.guid, &note_guid(note)]);
                self.codings(xml, &of, &tag_codes(self.report, &note.tags));
            }
            for note in self.selection.notes.iter().filter(about) {
                note_ref(xml, note);
            }
        });
    }

    /// Says which codes something has; `of` is what it is called.
    fn codings(&self, xml: &mut Xml, of: &str, codes: &[String]) {
        for code in codes {
            let coding = guid(&["coding", of, code]);
            let attributes = [("guid", coding.as_str()), ("creatingUser", &self.user)];
            xml.element("Coding", &attributes, |xml| {
                xml.empty("CodeRef", &[("targetGUID", code)]);
            });
        }
    }

    fn coded(&self, xml: &mut Xml, source: &Source, finding: &Finding, side: usize) {
        let selection = selection_guid(finding, side);
        let mut codes = vec![code_guid(finding)];
        codes.extend(tag_codes(self.report, &finding.tags));
        self.selected(xml, source, &selection, finding.quotes[side].side, |xml| {
            self.codings(xml, &selection, &codes);
        });
    }

    /// A passage; nothing where it is not in the text of the project.
    fn selected(
        &self,
        xml: &mut Xml,
        source: &Source,
        guid: &str,
        span: Span,
        content: impl FnOnce(&mut Xml),
    ) {
        let Some([start, end]) = source.place(span) else {
            return;
        };
        let (start, end) = (start.to_string(), end.to_string());
        let attributes = [
            ("guid", guid),
            ("startPosition", &start),
            ("endPosition", &end),
            ("creatingUser", &self.user),
        ];
        xml.element("PlainTextSelection", &attributes, content);
    }

    fn notes(&self, xml: &mut Xml) {
        let notes: Vec<&Note> = self.all_notes().collect();
        if notes.is_empty() {
            return;
        }
        xml.element("Notes", &[], |xml| {
            for note in notes {
                let name: String = note
                    .text
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .chars()
                    .take(60)
                    .collect();
                let guid = note_guid(note);
                let attributes = [
                    ("guid", guid.as_str()),
                    ("name", &name),
                    ("creatingUser", &self.user),
                ];
                xml.element("Note", &attributes, |xml| {
                    if let Some(words) = self.about_note(note) {
                        description(xml, &words);
                    }
                    xml.element("PlainTextContent", &[], |xml| xml.text(&note.text));
                });
            }
        });
    }

    /// What a note is about where the project cannot point there, its tags, and who wrote it.
    fn about_note(&self, note: &Note) -> Option<String> {
        let quoted = || note.target.quoted().map(|quoted| quoted.join("” — “"));
        let about = match note.place {
            NotePlace::Unmatched => quoted().map(|quoted| format!("On “{quoted}”")),
            NotePlace::Entity(_) => Some(format!("On {}", self.report.about(note))),
            _ => None,
        };
        let tags = authored::tags(self.report, &note.tags).map(|tags| format!("tags: {tags}"));
        let stamp = authored::stamp(&note.stamp);
        let private = note.private.then(|| "private".to_owned());
        let facts = [about, tags, stamp, private];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        (!facts.is_empty()).then(|| facts.join(" · "))
    }

    /// The two passages of each finding belong together, and those that the reader linked or marked together.
    fn links(&self, xml: &mut Xml) {
        let pairs = passages::pairs(self.selection);
        if self.selection.findings.is_empty() && pairs.is_empty() {
            return;
        }
        xml.element("Links", &[], |xml| {
            for finding in &self.selection.findings {
                let guid = guid(&["link", &code_guid(finding)]);
                let [origin, target] = [0, 1].map(|side| selection_guid(finding, side));
                let attributes = [
                    ("guid", guid.as_str()),
                    ("name", finding.conflict.verdict.title()),
                    ("direction", "Associative"),
                    ("originGUID", &origin),
                    ("targetGUID", &target),
                ];
                xml.empty("Link", &attributes);
            }
            for pair in &pairs {
                let [origin, target] = &pair.ends;
                let guid = guid(&["link", origin, target]);
                let attributes = [
                    ("guid", guid.as_str()),
                    ("name", &pair.name),
                    ("direction", pair.direction),
                    ("originGUID", origin),
                    ("targetGUID", target),
                ];
                xml.empty("Link", &attributes);
            }
        });
    }

    /// What is left out, and the notes on the whole comparison.
    fn about(&self, xml: &mut Xml) {
        let mut words = vec![self.report.summary()];
        words.extend(self.selection.left_out.iter().cloned());
        words.extend(self.report.warnings.iter().cloned());
        description(xml, &words.join("\n"));
        for note in &self.selection.notes {
            if matches!(
                note.place,
                NotePlace::Free | NotePlace::Unmatched | NotePlace::Entity(_)
            ) {
                note_ref(xml, note);
            }
        }
    }
}

/// One code a tag, in its color, below one that holds them.
fn codes_of_tags(xml: &mut Xml, tags: &[&Tag]) {
    let guid = own_code("Tags");
    let attributes = [
        ("guid", guid.as_str()),
        ("name", "Tags"),
        ("isCodable", "false"),
    ];
    xml.element("Code", &attributes, |xml| {
        for tag in tags {
            let guid = tag_code(tag.id);
            let attributes = [
                ("guid", guid.as_str()),
                ("name", &tag.name),
                ("isCodable", "true"),
                ("color", authored::color(tag.color).1),
            ];
            xml.empty("Code", &attributes);
        }
    });
}

fn code(xml: &mut Xml, finding: &Finding, note: Option<&Note>) {
    let name = format!("{}. {}", finding.number, finding.heading);
    let attributes = [
        ("guid", code_guid(finding)),
        ("name", name),
        ("isCodable", "true".to_owned()),
    ];
    let attributes = attributes
        .each_ref()
        .map(|(key, value)| (*key, value.as_str()));
    xml.element("Code", &attributes, |xml| {
        description(xml, &about(finding));
        if let Some(note) = note {
            note_ref(xml, note);
        }
    });
}

/// The finding in words, for its code.
fn about(finding: &Finding) -> String {
    let conflict = &finding.conflict;
    let mut lines = vec![
        conflict.verdict.title().to_owned(),
        conflict.explanation.clone(),
        authored::origin(finding),
        authored::decision(finding),
    ];
    lines.extend(finding.reason.clone());
    lines.extend(authored::outcome(finding));
    lines.extend(authored::evidence(finding));
    for (quote, line) in finding.quotes.iter().zip(&finding.lines) {
        lines.push(format!("{}: {line}", letter(quote.document)));
    }
    lines.join("\n")
}

fn description(xml: &mut Xml, words: &str) {
    xml.element("Description", &[], |xml| xml.text(words));
}

fn note_ref(xml: &mut Xml, note: &Note) {
    xml.empty("NoteRef", &[("targetGUID", &note_guid(note))]);
}

pub fn note_guid(note: &Note) -> String {
    guid(&["note", &note.id.to_string(), &note.text])
}

fn code_guid(finding: &Finding) -> String {
    guid(&["code", &finding.number.to_string(), &finding.heading])
}

fn selection_guid(finding: &Finding, side: usize) -> String {
    guid(&["selection", &code_guid(finding), &side.to_string()])
}
