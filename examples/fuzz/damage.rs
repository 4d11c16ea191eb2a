//! Random numbers that can be had again, and what they do to bytes.

use std::time::Instant;

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

/// One of the seeds with some of its bytes changed, dropped, doubled, cut, or mixed with another seed.
pub fn damaged(seeds: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut bytes = seeds[random.below(seeds.len())].clone();
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
            5 => {
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
