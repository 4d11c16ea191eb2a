//! Rich text (RTF), read by hand: the crates for it that exist stop at files as programs write them.
//!
//! `lexer` cuts the bytes into tokens; here they become paragraphs. What is hidden or deleted, and what lies beside
//! the text (running heads, notes, pictures, fields' instructions), is no part of the article.

mod charset;
mod lexer;

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::draft::{Draft, Piece, squeeze};
use super::error::Problem;
use super::flow::{Flow, Style, kind_of_style};
use super::properties::{self, Properties};
use crate::model::BlockKind;
use lexer::{Lexer, Token};

/// Groups that nest deeper hold no text that anybody wrote.
const DEEPEST: usize = 1_000;

/// Where the words of a group go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Text,
    /// Nowhere.
    Lost,
    Fonts,
    Styles,
    Title,
    Author,
    /// The time of the last change.
    Changed,
    Beside(&'static str),
}

/// What holds until the group ends.
#[derive(Clone)]
struct State {
    place: Place,
    encoding: &'static Encoding,
    /// How many characters stand for one of Unicode, for old programs.
    doubles: usize,
    is_hidden: bool,
    kind: BlockKind,
    in_table: bool,
}

pub(super) fn read(bytes: &[u8]) -> Result<Draft, Problem> {
    let mut reader = Reader::new();
    let mut lexer = Lexer::new(bytes);
    while let Some(token) = lexer.next() {
        reader.take(token, &mut lexer)?;
    }
    reader.finish()
}

struct Reader {
    state: State,
    groups: Vec<State>,
    /// Bytes of words that wait to be decoded together, since some characters have two.
    bytes: Vec<u8>,
    /// Characters still to pass over, after one of Unicode.
    pass_over: usize,
    /// The first half of a character that has two.
    half: Option<u16>,
    /// Whether the group at hand says that programs which do not know it may leave it out.
    may_ignore: bool,
    flow: Flow,
    row_is_open: bool,
    default_encoding: &'static Encoding,
    default_font: i32,
    /// The font that the table of fonts is at.
    font: i32,
    fonts: BTreeMap<i32, &'static Encoding>,
    /// The style that the table of styles is at, and its name so far.
    style: i32,
    style_name: String,
    styles: BTreeMap<i32, Style>,
    title: String,
    properties: Properties,
    changed: [i32; 3],
    beside: Vec<(String, &'static str)>,
}

impl Reader {
    fn new() -> Self {
        let mut flow = Flow::default();
        flow.open(BlockKind::Paragraph);
        Self {
            state: State {
                place: Place::Text,
                encoding: WINDOWS_1252,
                doubles: 1,
                is_hidden: false,
                kind: BlockKind::Paragraph,
                in_table: false,
            },
            groups: Vec::new(),
            bytes: Vec::new(),
            pass_over: 0,
            half: None,
            may_ignore: false,
            flow,
            row_is_open: false,
            default_encoding: WINDOWS_1252,
            default_font: 0,
            font: 0,
            fonts: BTreeMap::new(),
            style: 0,
            style_name: String::new(),
            styles: BTreeMap::new(),
            title: String::new(),
            properties: Properties::default(),
            changed: [0; 3],
            beside: Vec::new(),
        }
    }

    fn take(&mut self, token: Token<'_>, lexer: &mut Lexer<'_>) -> Result<(), Problem> {
        match token {
            Token::Byte(byte) => {
                if self.pass_over > 0 {
                    self.pass_over -= 1;
                } else {
                    self.bytes.push(byte);
                }
                return Ok(());
            }
            Token::Open => {
                self.decode();
                if self.groups.len() >= DEEPEST {
                    return Err(Problem::TooTangled);
                }
                self.groups.push(self.state.clone());
                self.pass_over = 0;
                self.may_ignore = false;
            }
            Token::Close => {
                self.decode();
                self.close();
            }
            Token::Word("bin", length) => {
                lexer.pass_over(usize::try_from(length.unwrap_or(0)).unwrap_or(0));
            }
            Token::Word("u", Some(code)) => self.unicode(code),
            Token::Word(word, value) => {
                self.decode();
                self.word(word, value)?;
            }
            Token::Symbol(symbol) => {
                self.decode();
                self.symbol(symbol)?;
            }
        }
        Ok(())
    }

    fn close(&mut self) {
        if self.state.place == Place::Styles && !self.style_name.is_empty() {
            let name = std::mem::take(&mut self.style_name);
            if let Some(style) = kind_of_style(name.trim().trim_end_matches(';')) {
                self.styles.insert(self.style, style);
            }
            self.style = 0;
        }
        let outer_kind = self.state.kind;
        let in_table = self.state.in_table;
        if let Some(state) = self.groups.pop() {
            // A group that holds part of the text ends no paragraph, and what it said of the paragraph stays.
            let keeps = self.state.place == Place::Text && state.place == Place::Text;
            self.state = state;
            if keeps {
                self.state.kind = outer_kind;
                self.state.in_table = in_table;
            }
        }
        self.pass_over = 0;
        self.may_ignore = false;
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), Problem> {
        match symbol {
            b'*' => self.may_ignore = true,
            b'~' => self.put("\u{A0}"),
            b'_' => self.put("\u{2011}"),
            b'\n' | b'\r' => self.end_paragraph()?,
            _ => {}
        }
        Ok(())
    }

    fn word(&mut self, word: &str, value: Option<i32>) -> Result<(), Problem> {
        let ignorable = std::mem::take(&mut self.may_ignore);
        if let Some(place) = place_of(word) {
            if self.state.place == Place::Text
                || matches!(place, Place::Title | Place::Author | Place::Changed)
            {
                if let Place::Beside(reason) = place {
                    self.beside.push((String::new(), reason));
                }
                self.state.place = place;
            }
            return Ok(());
        }
        if ignorable {
            self.state.place = Place::Lost;
            return Ok(());
        }
        match self.state.place {
            Place::Fonts => self.font_word(word, value),
            Place::Styles if word == "s" => self.style = value.unwrap_or(0),
            Place::Styles => {}
            Place::Changed => self.time_word(word, value.unwrap_or(0)),
            _ => self.text_word(word, value)?,
        }
        Ok(())
    }

    fn font_word(&mut self, word: &str, value: Option<i32>) {
        match word {
            "f" => self.font = value.unwrap_or(0),
            "fcharset" => {
                if let Some(encoding) = charset::of_font(value.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "cpg" => {
                if let Some(encoding) = charset::of_page(value.unwrap_or(0)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            _ => {}
        }
    }

    fn time_word(&mut self, word: &str, value: i32) {
        match word {
            "yr" => self.changed[0] = value,
            "mo" => self.changed[1] = value,
            "dy" => self.changed[2] = value,
            _ => {}
        }
    }

    fn text_word(&mut self, word: &str, value: Option<i32>) -> Result<(), Problem> {
        match word {
            "ansicpg" => {
                if let Some(encoding) = charset::of_page(value.unwrap_or(0)) {
                    self.default_encoding = encoding;
                    self.state.encoding = encoding;
                }
            }
            "mac" => {
                self.default_encoding = encoding_rs::MACINTOSH;
                self.state.encoding = encoding_rs::MACINTOSH;
            }
            "deff" => self.default_font = value.unwrap_or(0),
            "f" => {
                let font = value.unwrap_or(self.default_font);
                self.state.encoding = self
                    .fonts
                    .get(&font)
                    .copied()
                    .unwrap_or(self.default_encoding);
            }
            "uc" => self.state.doubles = usize::try_from(value.unwrap_or(1)).unwrap_or(1).min(8),
            "v" | "deleted" => self.state.is_hidden = value != Some(0),
            "plain" => self.state.is_hidden = false,
            "pard" => {
                self.state.kind = BlockKind::Paragraph;
                self.state.in_table = false;
            }
            "s" => match self.styles.get(&value.unwrap_or(0)) {
                Some(Style::Title) => self.state.kind = BlockKind::Title,
                Some(Style::Block(kind)) => self.state.kind = *kind,
                None => {}
            },
            "outlinelevel" if value.is_some_and(|level| level < 9) => {
                self.state.kind = BlockKind::Heading;
            }
            "ls" => self.state.kind = BlockKind::ListItem,
            "intbl" => self.state.in_table = true,
            "par" | "sect" | "page" => self.end_paragraph()?,
            "line" => self.put("\n"),
            "tab" => self.put("\t"),
            "cell" | "nestcell" => {
                self.end_paragraph()?;
                self.flow.close_cell();
            }
            "row" | "nestrow" => self.end_row()?,
            _ => {
                if let Some(character) = named_character(word) {
                    self.put(character);
                }
            }
        }
        Ok(())
    }

    /// `\u` with a number below zero stands for one above 32,767; characters beyond those have two halves.
    fn unicode(&mut self, code: i32) {
        if self.pass_over > 0 {
            self.pass_over = 0;
        }
        self.decode();
        let unit = code as u16;
        match (self.half.take(), unit) {
            (_, 0xD800..=0xDBFF) => self.half = Some(unit),
            (Some(first), 0xDC00..=0xDFFF) => {
                let both = String::from_utf16_lossy(&[first, unit]);
                self.put(&both);
            }
            // Symbol fonts are addressed in the private area: bullets, mostly.
            (_, 0xF000..=0xF0FF) => {}
            _ => {
                if let Some(character) = char::from_u32(u32::from(unit)) {
                    self.put(character.encode_utf8(&mut [0; 4]));
                }
            }
        }
        self.pass_over = self.state.doubles;
    }

    fn decode(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let (words, _) = self.state.encoding.decode_without_bom_handling(&bytes);
        self.put(&words);
    }

    fn put(&mut self, words: &str) {
        match self.state.place {
            Place::Text if self.state.is_hidden => {}
            Place::Text if self.state.kind == BlockKind::Title => self.title.push_str(words),
            Place::Text => {
                if self.state.in_table && !self.row_is_open {
                    self.row_is_open = true;
                    self.flow.open_row();
                }
                self.flow.words(words);
            }
            Place::Styles => self.style_name.push_str(words),
            Place::Title => self.properties.title.push_str(words),
            Place::Author => match self.properties.authors.last_mut() {
                Some(author) => author.push_str(words),
                None => self.properties.authors.push(words.to_owned()),
            },
            Place::Beside(_) => {
                if let Some((beside, _)) = self.beside.last_mut() {
                    beside.push_str(words);
                }
            }
            Place::Fonts | Place::Changed | Place::Lost => {}
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Problem> {
        match self.state.place {
            Place::Beside(_) => self.put(" "),
            Place::Text if self.state.kind == BlockKind::Title => {
                self.title.push(' ');
                self.state.kind = BlockKind::Title;
            }
            Place::Text => {
                if self.row_is_open && !self.state.in_table {
                    // The row was cut off: what follows it stands on its own.
                    self.row_is_open = false;
                    self.flow.close_row();
                }
                self.flow.turn(self.state.kind);
                self.flow.close()?;
                self.flow.open(BlockKind::Paragraph);
            }
            _ => {}
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Problem> {
        if self.row_is_open {
            self.end_paragraph()?;
        }
        if std::mem::take(&mut self.row_is_open) {
            self.flow.close_row();
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Draft, Problem> {
        self.decode();
        self.flow.turn(match self.state.kind {
            BlockKind::Title => BlockKind::Paragraph,
            kind => kind,
        });
        let title = squeeze(&self.title);
        let [year, month, day] = self.changed;
        self.properties.modified = format!("{year:04}-{month:02}-{day:02}");
        let pieces: Vec<Piece> = self.flow.finish()?;
        let title = (!title.is_empty()).then_some(title);
        let mut draft = properties::draft(pieces, title, &self.properties);
        for (words, reason) in self.beside {
            let words = squeeze(&words);
            if !words.is_empty() {
                draft.drop(words, reason);
            }
        }
        Ok(draft)
    }
}

/// Where the words go in a group that begins with this; none for words that set something in running text.
fn place_of(word: &str) -> Option<Place> {
    Some(match word {
        "fonttbl" => Place::Fonts,
        "stylesheet" => Place::Styles,
        "title" => Place::Title,
        "author" => Place::Author,
        "revtim" => Place::Changed,
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" => Place::Beside("running head"),
        "footnote" => Place::Beside("note"),
        "annotation" => Place::Beside("comment"),
        "colortbl" | "info" | "pict" | "object" | "listtable" | "listoverridetable" | "fldinst"
        | "pntext" | "listtext" | "pn" | "nonshppict" | "nonesttables" | "datafield"
        | "xmlnstbl" | "rsidtbl" | "generator" | "themedata" | "colorschememapping"
        | "latentstyles" | "datastore" | "atnid" | "atnauthor" | "tc" | "xe" | "rxe" | "txe"
        | "bkmkstart" | "bkmkend" | "filetbl" | "revtbl" | "template" | "operator" | "subject"
        | "keywords" | "doccomm" | "creatim" | "printim" | "buptim" | "company" | "category"
        | "manager" => Place::Lost,
        _ => return None,
    })
}

fn named_character(word: &str) -> Option<&'static str> {
    Some(match word {
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" | "enspace" | "qmspace" => " ",
        _ => return None,
    })
}
