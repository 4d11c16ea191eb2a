//! Messages as mail programs and browsers write them: headers, and parts in many codings.

use std::borrow::Cow;
use std::sync::LazyLock;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use regex::bytes::Regex;

use super::encoding;
use super::error::Problem;

/// How far the headers of a message are looked at to tell that it is one.
const HEADERS_WITHIN: usize = 1 << 16;

/// More parts than this are nobody's letter, and take long to part.
const MOST_PARTS: usize = 5_000;

/// Letters within letters, which the parser and the stack must bear.
const DEEPEST: usize = 100;

static PART: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i-u)\ncontent-type[ \t]*:").expect("the pattern is fixed"));
/// What makes a part a message of its own.
static NESTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i-u)rfc822|/[\s]*global|digest").expect("the pattern is fixed")
});

/// Whether bytes begin with the headers of a message.
pub(super) fn looks_like_message(bytes: &[u8]) -> bool {
    let head = bytes.get(..HEADERS_WITHIN).unwrap_or(bytes);
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let mut names: Vec<String> = Vec::new();
    for line in head.trim_ascii_start().split(|&byte| byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if line.starts_with(b" ") || line.starts_with(b"\t") {
            continue;
        }
        let Some(end) = line.iter().position(|&byte| byte == b':') else {
            return false;
        };
        let name = line.get(..end).unwrap_or_default();
        if name.is_empty() || !name.iter().all(|&byte| byte.is_ascii_graphic()) {
            return false;
        }
        names.push(String::from_utf8_lossy(name).to_ascii_lowercase());
    }
    let has = |name: &str| names.iter().any(|other| other == name);
    let is_mime = has("mime-version") && has("content-type");
    let is_sent = [
        "message-id",
        "received",
        "to",
        "return-path",
        "delivered-to",
    ]
    .iter()
    .any(|&name| has(name));
    is_mime || has("from") && (has("subject") || has("date")) && is_sent
}

/// Takes a message apart.
pub(super) fn parse(bytes: &[u8]) -> Result<Message<'_>, Problem> {
    if PART.find_iter(bytes).take(MOST_PARTS + 1).count() > MOST_PARTS
        || NESTED.find_iter(bytes).take(DEEPEST + 1).count() > DEEPEST
    {
        return Err(Problem::TooTangled);
    }
    MessageParser::default()
        .parse(bytes)
        .filter(|message| !message.parts.is_empty())
        .ok_or(Problem::NoArticle)
}

/// The title of a message, without taking the rest apart.
pub(super) fn subject(bytes: &[u8]) -> Option<String> {
    let message = MessageParser::default().parse_headers(bytes)?;
    message.parts.first()?;
    message.subject().map(str::to_owned)
}

/// Whether a part says that it is a page.
pub(super) fn is_page(part: &MessagePart<'_>) -> bool {
    part.content_type().is_some_and(|kind| {
        let subtype = kind.subtype().unwrap_or_default();
        matches!(subtype, "html" | "xhtml+xml")
    })
}

/// The characters of a part.
pub(super) fn text<'a>(message: &'a Message<'_>, part: &'a MessagePart<'_>) -> Cow<'a, str> {
    let declares = part
        .content_type()
        .is_some_and(|kind| kind.attribute("charset").is_some());
    match &part.body {
        PartType::Text(words) | PartType::Html(words)
            if !part.is_encoding_problem && (declares || !words.contains('\u{FFFD}')) =>
        {
            Cow::Borrowed(words)
        }
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => encoding::decode(bytes),
        _ => Cow::Owned(encoding::decode(&decoded(message, part)).into_owned()),
    }
}

/// The bytes of a part that the parser could not bring to characters: cut off, or in an encoding that only the page
/// itself declares.
fn decoded<'a>(message: &'a Message<'_>, part: &MessagePart<'_>) -> Cow<'a, [u8]> {
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = message.raw_message().get(range).unwrap_or_default();
    // A file that was cut off may end within a coded character.
    let end = raw.iter().rposition(|&byte| byte == b'\n').unwrap_or(0);
    let whole = raw.get(..end).unwrap_or_default();
    let coding = part
        .content_transfer_encoding()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let decode: fn(&[u8]) -> Option<Vec<u8>> = match (part.encoding, coding.as_str()) {
        (Encoding::Base64, _) | (_, "base64") => base64_decode,
        (Encoding::QuotedPrintable, _) | (_, "quoted-printable") => quoted_printable_decode,
        _ => return Cow::Borrowed(raw),
    };
    decode(raw)
        .or_else(|| decode(whole))
        .map_or(Cow::Borrowed(raw), Cow::Owned)
}
