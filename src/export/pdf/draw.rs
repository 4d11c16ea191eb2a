//! Pages as the bytes of a PDF, with the tags that say what each piece of them is.

use std::collections::HashMap;
use std::num::NonZeroU16;

use krilla::Document;
use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::color::rgb;
use krilla::destination::{Destination, XyzDestination};
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::{Page, PageSettings};
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, Node, SpanTag, TableHeaderScope, Tag, TagGroup,
    TagTree,
};

use super::super::paper::{Front, Link, Paper};
use super::fonts::{Face, Fonts};
use super::lines::Piece;
use super::pages::{LEFT, Placed, SHEET};
use super::slabs::{Bar, Role, Slab, WIDTH};

const TEXT: [u8; 3] = [29, 29, 27];
const WEAK: [u8; 3] = [92, 91, 87];
const LINK: [u8; 3] = [31, 95, 168];
const RULE: [u8; 3] = [217, 214, 207];
const TINT: [u8; 3] = [253, 236, 200];
const ACCENT: [u8; 3] = [154, 74, 0];

/// Where the letters stand on their line, as a share of its height.
const BASELINE: f32 = 0.74;

pub fn written(paper: &Paper, fonts: &Fonts, slabs: &[Slab], pages: &[Vec<Placed>]) -> Vec<u8> {
    let mut document = Document::new();
    document.set_metadata(metadata(paper));
    let mut drawing = Drawing {
        fonts,
        slabs,
        places: places(slabs, pages),
        tags: slabs
            .iter()
            .map(|slab| slab.cells.iter().map(|_| Vec::new()).collect())
            .collect(),
    };
    for (index, placed) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(SHEET.0, SHEET.1).unwrap_or_default();
        let mut page = document.start_page_with(settings);
        let footer = format!("{} / {}", index + 1, pages.len());
        drawing.page(&mut page, placed, &footer);
        page.finish();
    }
    document.set_outline(outline(slabs, pages));
    document.set_tag_tree(drawing.tag_tree());
    document
        .finish()
        .expect("no standard is asked for that a report could fail")
}

fn metadata(paper: &Paper) -> Metadata {
    let one = |wanted: &str| {
        paper.front.iter().find_map(|(name, value)| match value {
            Front::One(value) if *name == wanted => Some(value.clone()),
            _ => None,
        })
    };
    let mut metadata = Metadata::new()
        .title(paper.title.clone())
        .language("en".to_owned());
    metadata = match one("generator") {
        Some(generator) => metadata.creator(generator),
        None => metadata,
    };
    metadata = match one("author") {
        Some(author) => metadata.authors(vec![author]),
        None => metadata,
    };
    match one("date").and_then(|date| date.parse::<jiff::civil::Date>().ok()) {
        Some(date) => metadata.creation_date(
            DateTime::new(u16::try_from(date.year()).unwrap_or_default())
                .month(date.month().unsigned_abs())
                .day(date.day().unsigned_abs()),
        ),
        None => metadata,
    }
}

/// Where everything stands that links lead to: its page and its upper edge.
fn places(slabs: &[Slab], pages: &[Vec<Placed>]) -> HashMap<String, (usize, f32)> {
    let mut places = HashMap::new();
    for (page, placed) in pages.iter().enumerate() {
        for placed in placed {
            let slab = &slabs[placed.slab];
            if let Some(id) = slab.id.as_ref().filter(|_| placed.lines.start == 0) {
                places.insert(id.clone(), (page, placed.y));
            }
            for (row, index) in placed.lines.clone().enumerate() {
                let lines = slab.cells.iter().filter_map(|cell| cell.lines.get(index));
                for id in lines
                    .flat_map(|line| &line.pieces)
                    .filter_map(|piece| piece.id.as_ref())
                {
                    places.insert(id.clone(), (page, placed.y + row as f32 * slab.leading));
                }
            }
        }
    }
    places
}

/// Parts and findings, for the list beside the pages.
fn outline(slabs: &[Slab], pages: &[Vec<Placed>]) -> Outline {
    let mut parts: Vec<OutlineNode> = Vec::new();
    for (page, placed) in pages.iter().enumerate() {
        for placed in placed.iter().filter(|placed| placed.lines.start == 0) {
            let Role::Heading(level, words) = &slabs[placed.slab].role else {
                continue;
            };
            let place = XyzDestination::new(page, Point::from_xy(0.0, (placed.y - 8.0).max(0.0)));
            let node = OutlineNode::new(words.clone(), place);
            match (*level, parts.last_mut()) {
                (2, _) => parts.push(node),
                (3, Some(part)) => part.push_child(node),
                _ => {}
            }
        }
    }
    let mut outline = Outline::new();
    for part in parts {
        outline.push_child(part);
    }
    outline
}

struct Drawing<'a> {
    fonts: &'a Fonts,
    slabs: &'a [Slab],
    places: HashMap<String, (usize, f32)>,
    /// By slab and cell: what was drawn of it.
    tags: Vec<Vec<Vec<Node>>>,
}

/// A link on the page that is being drawn.
struct Linked<'a> {
    slab: usize,
    cell: usize,
    /// Of its words.
    content: Identifier,
    /// Where they stand among what was drawn of the cell.
    at: usize,
    area: Rect,
    link: &'a Link,
    words: &'a str,
}

impl<'a> Drawing<'a> {
    fn page(&mut self, page: &mut Page<'_>, placed: &[Placed], footer: &str) {
        let mut surface = page.surface();
        let mut links = Vec::new();
        for placed in placed {
            self.decorate(&mut surface, placed);
            self.slab(&mut surface, placed, &mut links);
        }
        self.footer(&mut surface, footer);
        surface.finish();
        for linked in links {
            self.link(page, &linked);
        }
    }

    /// Tints, bars and rules: what is seen and not read.
    fn decorate(&self, surface: &mut Surface<'_>, placed: &Placed) {
        let slab = &self.slabs[placed.slab];
        let height = placed.lines.len() as f32 * slab.leading;
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
            ArtifactType::Layout,
        )));
        if let Some(bar) = slab.bar {
            let color = match bar {
                Bar::Quotation => RULE,
                Bar::Note => ACCENT,
            };
            fill(surface, color, LEFT, placed.y, 2.0, height);
        }
        if slab.rule && placed.lines.end == slab.length() {
            fill(
                surface,
                RULE,
                LEFT,
                placed.y + height + slab.after,
                WIDTH,
                0.6,
            );
        }
        for cell in &slab.cells {
            for (row, line) in placed
                .lines
                .clone()
                .filter_map(|index| cell.lines.get(index))
                .enumerate()
            {
                let y = placed.y + row as f32 * slab.leading;
                for piece in line.pieces.iter().filter(|piece| piece.look.marked) {
                    let x = LEFT + cell.x + piece.x;
                    fill(surface, TINT, x, y + 1.0, piece.width, slab.leading - 2.0);
                }
                for piece in line
                    .pieces
                    .iter()
                    .filter(|piece| piece.look.entity.is_some())
                {
                    let x = LEFT + cell.x + piece.x;
                    fill(surface, WEAK, x, y + slab.leading * 0.88, piece.width, 0.5);
                }
            }
        }
        surface.end_tagged();
    }

    fn slab(&mut self, surface: &mut Surface<'_>, placed: &Placed, links: &mut Vec<Linked<'a>>) {
        let slab = &self.slabs[placed.slab];
        for (number, cell) in slab.cells.iter().enumerate() {
            let lines = placed
                .lines
                .clone()
                .filter_map(|index| cell.lines.get(index));
            for (row, line) in lines.enumerate() {
                let y = placed.y + row as f32 * slab.leading;
                for piece in &line.pieces {
                    let x = LEFT + cell.x + piece.x;
                    let content = self.words(surface, slab, piece, x, y);
                    let area = Rect::from_xywh(x, y, piece.width.max(1.0), slab.leading);
                    let link = piece
                        .link
                        .as_ref()
                        .filter(|link| self.leads(link).is_some());
                    let tags = &mut self.tags[placed.slab][number];
                    match (link, area) {
                        (Some(link), Some(area)) => {
                            links.push(Linked {
                                slab: placed.slab,
                                cell: number,
                                content,
                                at: tags.len(),
                                area,
                                link,
                                words: &piece.words,
                            });
                            // Its tag is made with its area, once the page is drawn.
                            tags.push(TagGroup::new(Tag::Link).into());
                        }
                        _ => tags.push(content.into()),
                    }
                }
            }
        }
    }

    fn words(
        &self,
        surface: &mut Surface<'_>,
        slab: &Slab,
        piece: &Piece,
        x: f32,
        y: f32,
    ) -> Identifier {
        let color = match (&piece.link, slab.weak) {
            (Some(link), _) if self.leads(link).is_some() => LINK,
            (_, true) => WEAK,
            _ => TEXT,
        };
        let content = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        surface.set_fill(Some(filled(color)));
        surface.draw_glyphs(
            Point::from_xy(x, y + slab.leading * BASELINE),
            &piece.glyphs,
            self.fonts.font(piece.font),
            &piece.words,
            slab.size,
            false,
        );
        surface.end_tagged();
        content
    }

    fn footer(&self, surface: &mut Surface<'_>, words: &str) {
        const SIZE: f32 = 8.0;
        let shaped = self.fonts.shape_plain(Face::Sans, words);
        let x = LEFT + (WIDTH - shaped.width * SIZE) / 2.0;
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
            ArtifactType::Footer,
        )));
        surface.set_fill(Some(filled(WEAK)));
        let font = self.fonts.font(shaped.font);
        surface.draw_glyphs(
            Point::from_xy(x, 812.0),
            &shaped.glyphs,
            font,
            words,
            SIZE,
            false,
        );
        surface.end_tagged();
    }

    fn link(&mut self, page: &mut Page<'_>, linked: &Linked<'_>) {
        let Some(target) = self.leads(linked.link) else {
            return;
        };
        let words = match linked.link {
            Link::Inside(_) => format!("Go to {}", linked.words.trim()),
            Link::Outside(address) => address.clone(),
        };
        let annotation =
            Annotation::new_link(LinkAnnotation::new(linked.area, target), Some(words));
        let annotation = page.add_tagged_annotation(annotation);
        let children = vec![linked.content.into(), annotation.into()];
        self.tags[linked.slab][linked.cell][linked.at] =
            TagGroup::with_children(Tag::Link, children).into();
    }

    fn leads(&self, link: &Link) -> Option<Target> {
        match link {
            Link::Outside(address) => {
                let action = LinkAction::new(address.clone());
                Some(Target::Action(Action::Link(action)))
            }
            Link::Inside(id) => {
                let (page, y) = *self.places.get(id)?;
                let place = XyzDestination::new(page, Point::from_xy(0.0, (y - 8.0).max(0.0)));
                Some(Target::Destination(Destination::Xyz(place)))
            }
        }
    }

    /// What everything is, in the order in which it is read.
    fn tag_tree(self) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
        let mut table: Option<TagGroup> = None;
        for (slab, cells) in self.slabs.iter().zip(self.tags) {
            let row = matches!(slab.role, Role::Header | Role::Row);
            if let Some(done) = table.take_if(|_| !row) {
                tree.push(done);
            }
            if row {
                let group = table.get_or_insert_with(|| TagGroup::new(Tag::Table));
                group.push(tag_of_row(&slab.role, cells));
            } else {
                tree.push(tag_of(&slab.role, cells.into_iter().flatten().collect()));
            }
        }
        if let Some(done) = table {
            tree.push(done);
        }
        tree
    }
}

fn tag_of_row(role: &Role, cells: Vec<Vec<Node>>) -> TagGroup {
    let cells = cells.into_iter().map(|cell| {
        let inside = vec![TagGroup::with_children(Tag::P, cell).into()];
        let cell = match role {
            Role::Header => TagGroup::with_children(Tag::TH(TableHeaderScope::Column), inside),
            _ => TagGroup::with_children(Tag::TD, inside),
        };
        cell.into()
    });
    TagGroup::with_children(Tag::TR, cells.collect())
}

fn tag_of(role: &Role, content: Vec<Node>) -> TagGroup {
    match role {
        Role::Heading(level, words) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            TagGroup::with_children(Tag::Hn(level, Some(words.clone())), content)
        }
        Role::Quotation => {
            let inside = TagGroup::with_children(Tag::P, content);
            TagGroup::with_children(Tag::BlockQuote, vec![inside.into()])
        }
        Role::Paragraph | Role::Header | Role::Row => TagGroup::with_children(Tag::P, content),
    }
}

fn filled(color: [u8; 3]) -> Fill {
    let [red, green, blue] = color;
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        ..Fill::default()
    }
}

fn fill(surface: &mut Surface<'_>, color: [u8; 3], x: f32, y: f32, width: f32, height: f32) {
    if let Some(path) = rectangle(x, y, width, height) {
        surface.set_fill(Some(filled(color)));
        surface.draw_path(&path);
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}
