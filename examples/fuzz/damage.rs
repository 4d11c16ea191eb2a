//! Random numbers that can be had again, and what they do to bytes.

use std::io::{Cursor, Read as _, Write as _};
use std::time::Instant;

use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

#[expect(
    clippy::disallowed_methods,
    reason = "a tool that runs for a given time"
)]
pub fn now() -> Instant {
    Instant::now()
}

/// The generator of Sebastiano Vigna called `SplitMix64`.
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

/// Bytes that mean something in one format or another.
const TELLING: [&[u8]; 24] = [
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"<",
    b">",
    b"&#x0;",
    b"&amp",
    b"]]>",
    b"<!--",
    b"{",
    b"}",
    b"[",
    b"\\",
    b"\"",
    b"\\u0000",
    b"\r\n",
    b"\n\n",
    b"--",
    b"=\n",
    b"%",
    b"9999999999999999999",
    b"-1",
    b"\xf0\x9f\x98\x80",
];

/// One of the seeds, damaged; of an archive mostly a member, of JSON mostly a value, since damage to the whole is noticed
/// before anything is read.
pub fn damaged(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let seed = &seeds[random.below(seeds.len())];
    if seed.starts_with(b"PK")
        && random.below(4) > 0
        && let Some(bytes) = with_damaged_member(seed, random)
    {
        return bytes;
    }
    if seed.starts_with(b"{")
        && random.below(4) > 0
        && let Some(bytes) = with_damaged_values(seed, random)
    {
        return bytes;
    }
    changed(seed, seeds, random)
}

fn with_damaged_member(seed: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(seed)).ok()?;
    let which = random.below(archive.len());
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let mut bytes = Vec::new();
        member.read_to_end(&mut bytes).ok()?;
        if index == which {
            bytes = changed(&bytes, &[], random);
        }
        let name = member.name().ok()?.into_owned();
        out.start_file(name, SimpleFileOptions::default()).ok()?;
        out.write_all(&bytes).ok()?;
    }
    Some(out.finish().ok()?.into_inner())
}

fn with_damaged_values(seed: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut whole: Value = serde_json::from_slice(seed).ok()?;
    for _ in 0..=random.below(4) {
        let other = any_value(&mut whole, random).clone();
        let digits = random.below(24);
        let number = random.below(1 << digits);
        let value = any_value(&mut whole, random);
        *value = match random.below(6) {
            0 => Value::Null,
            1 => u64::MAX.into(),
            2 => (-1).into(),
            3 => number.into(),
            4 => "".into(),
            _ => other,
        };
    }
    serde_json::to_vec(&whole).ok()
}

/// A value at random, mostly deep inside.
fn any_value<'a>(value: &'a mut Value, random: &mut Random) -> &'a mut Value {
    let inside = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if inside == 0 || random.below(12) == 0 {
        return value;
    }
    let which = random.below(inside);
    let child = match value {
        Value::Array(items) => items.get_mut(which),
        Value::Object(fields) => fields.values_mut().nth(which),
        _ => None,
    };
    any_value(child.expect("there are that many"), random)
}

/// Bytes of which some are changed, dropped, doubled, cut, or mixed with another seed.
fn changed(bytes: &[u8], seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len() + 1);
        let end = at
            + random
                .below(bytes.len() - at + 1)
                .min(1 << random.below(12));
        match random.below(7) {
            0 => bytes[at..end].fill(random.below(256) as u8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            3 => bytes.truncate(at),
            4 => drop(bytes.splice(
                at..end,
                TELLING[random.below(TELLING.len())].iter().copied(),
            )),
            5 if !seeds.is_empty() => {
                let other = &seeds[random.below(seeds.len())];
                let from = random.below(other.len() + 1);
                let part = other[from..].iter().take(1 << random.below(14)).copied();
                bytes.splice(at..end, part);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
    bytes
}
