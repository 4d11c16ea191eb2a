//! Web archives of Safari (`.webarchive`): a property list that holds a page and what belongs to it.
//!
//! Objects of a property list refer to one another by number, as often as they like. So nothing is unfolded: the few
//! objects that are wanted are looked up, each within the bounds of the file.

use encoding_rs::{Encoding, UTF_16BE};

use super::draft::Draft;
use super::encoding;
use super::error::Problem;
use super::html;

/// Behind the objects stands the table of where they are, and behind that, in this many bytes, where the table is.
const TRAILER: usize = 32;

pub(super) fn looks_like_property_list(bytes: &[u8]) -> bool {
    bytes.starts_with(b"bplist0")
}

pub(super) fn read(bytes: &[u8]) -> Result<Draft, Problem> {
    let damaged = Problem::Damaged("the web archive");
    let list = List::open(bytes).ok_or_else(|| damaged.clone())?;
    let page = list
        .value(list.top, "WebMainResource")
        .ok_or(Problem::NotText("a property list"))?;
    let told = |name: &str| list.string(list.value(page, name)?);
    let data = list
        .value(page, "WebResourceData")
        .and_then(|data| list.data(data))
        .ok_or(damaged)?;
    let named = told("WebResourceTextEncodingName")
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .map(|encoding| encoding.decode(data).0);
    let mut draft = html::read(&named.unwrap_or_else(|| encoding::decode(data)))?;
    let metadata = &mut draft.metadata;
    let address = told("WebResourceURL").filter(|url| url.starts_with("http"));
    metadata.outlet = metadata
        .outlet
        .take()
        .or_else(|| html::host(address.as_deref()?));
    metadata.url = metadata.url.take().or(address);
    Ok(draft)
}

/// A property list in its binary form.
struct List<'bytes> {
    bytes: &'bytes [u8],
    /// Where the table of places begins, and how many bytes each place takes.
    table: usize,
    place_size: usize,
    /// How many bytes the number of an object takes.
    number_size: usize,
    /// The number of the object that holds all others.
    top: usize,
}

/// What an object is, by the first half of its first byte.
const DATA: u8 = 0x4;
const ASCII: u8 = 0x5;
const UTF_16: u8 = 0x6;
const DICTIONARY: u8 = 0xD;

impl<'bytes> List<'bytes> {
    fn open(bytes: &'bytes [u8]) -> Option<Self> {
        let trailer = bytes.get(bytes.len().checked_sub(TRAILER)?..)?;
        Some(Self {
            bytes,
            place_size: usize::from(trailer[6]),
            number_size: usize::from(trailer[7]),
            top: number(&trailer[16..24])?,
            table: number(&trailer[24..32])?,
        })
    }

    /// What an object is, how long it says it is, and the bytes from its contents on.
    fn object(&self, object: usize) -> Option<(u8, usize, &'bytes [u8])> {
        let entry = self
            .table
            .checked_add(object.checked_mul(self.place_size)?)?;
        let place = number(self.bytes.get(entry..entry.checked_add(self.place_size)?)?)?;
        let (&first, rest) = self.bytes.get(place..)?.split_first()?;
        let (kind, length) = (first >> 4, usize::from(first & 0xF));
        if length < 0xF {
            return Some((kind, length, rest));
        }
        // The length is a number of its own.
        let (&size, rest) = rest.split_first()?;
        let (length, rest) = rest.split_at_checked(1 << (size & 0xF).min(4))?;
        Some((kind, number(length)?, rest))
    }

    /// The object under a name in another.
    fn value(&self, dictionary: usize, name: &str) -> Option<usize> {
        let (kind, count, rest) = self.object(dictionary)?;
        let size = self.number_size;
        let (keys, values) = rest.split_at_checked(count.checked_mul(size)?)?;
        if kind != DICTIONARY || size == 0 {
            return None;
        }
        let position = keys.chunks_exact(size).position(|key| {
            number(key).and_then(|key| self.string(key)).as_deref() == Some(name)
        })?;
        number(values.chunks_exact(size).nth(position)?)
    }

    fn string(&self, object: usize) -> Option<String> {
        let (kind, length, rest) = self.object(object)?;
        match kind {
            ASCII => Some(String::from_utf8_lossy(rest.get(..length)?).into_owned()),
            UTF_16 => {
                let units = rest.get(..length.checked_mul(2)?)?;
                Some(UTF_16BE.decode_without_bom_handling(units).0.into_owned())
            }
            _ => None,
        }
    }

    fn data(&self, object: usize) -> Option<&'bytes [u8]> {
        let (kind, length, rest) = self.object(object)?;
        (kind == DATA).then(|| rest.get(..length)).flatten()
    }
}

/// A number with the largest byte first.
fn number(bytes: &[u8]) -> Option<usize> {
    let mut sum = 0_usize;
    for &byte in bytes {
        sum = sum.checked_mul(256)?.checked_add(usize::from(byte))?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tests::{BODY, MORE, blocks, message};

    /// A property list of these objects, the last of which holds the others.
    fn list(objects: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = b"bplist00".to_vec();
        let mut places = Vec::new();
        for object in objects {
            places.extend((bytes.len() as u16).to_be_bytes());
            bytes.extend(object);
        }
        let table = bytes.len() as u64;
        bytes.extend(places);
        bytes.extend([0, 0, 0, 0, 0, 0, 2, 1]);
        for number in [objects.len() as u64, objects.len() as u64 - 1, table] {
            bytes.extend(number.to_be_bytes());
        }
        bytes
    }

    fn long(kind: u8, bytes: &[u8]) -> Vec<u8> {
        let mut object = vec![kind << 4 | 0xF, 0x11];
        object.extend((bytes.len() as u16).to_be_bytes());
        object.extend(bytes);
        object
    }

    fn archive(page: &str) -> Vec<u8> {
        list(&[
            long(ASCII, b"WebResourceData"),
            long(DATA, page.as_bytes()),
            long(ASCII, b"WebResourceURL"),
            long(ASCII, b"https://www.halden.example/bridge"),
            vec![0xD2, 0, 2, 1, 3],
            long(ASCII, b"WebMainResource"),
            vec![0xD1, 5, 4],
        ])
    }

    #[test]
    fn the_page_of_an_archive_is_read_with_its_address() {
        let page = format!("<html><title>Bridge closed</title><p>{BODY}</p><p>{MORE}</p></html>");
        let bytes = archive(&page);
        assert_eq!(
            blocks("bridge.webarchive", &bytes),
            [
                "Title: Bridge closed",
                &format!("Paragraph: {BODY}"),
                &format!("Paragraph: {MORE}")
            ]
        );
        let told = crate::ingest::read("a", &bytes).unwrap().metadata;
        assert_eq!(told.outlet.as_deref(), Some("halden.example"));
        assert_eq!(
            told.url.as_deref(),
            Some("https://www.halden.example/bridge")
        );
    }

    #[test]
    fn other_lists_and_damaged_ones_say_so() {
        let settings = list(&[long(ASCII, b"Name"), vec![0xD1, 0, 0]]);
        assert!(message("a.plist", settings).contains("this is a property list"));
        let whole = archive("<p>x</p>");
        assert!(message("a.webarchive", &whole[..20]).contains("the web archive is damaged"));
        // Whatever a byte says, nothing is read beyond the file.
        for at in 8..whole.len() {
            for byte in [0, 1, 0x0F, 0x7F, 0xFF] {
                let mut bytes = whole.clone();
                bytes[at] = byte;
                drop(crate::ingest::read("a", &bytes));
            }
        }
    }
}
