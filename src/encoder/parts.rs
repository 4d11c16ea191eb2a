//! Which files the network that ships is made of, for whoever wants to know exactly what runs.

use std::sync::LazyLock;

/// One file of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub file: &'static str,
    /// In words.
    pub holds: &'static str,
    pub sha256: &'static str,
}

/// The files of the network inside the program, as its model card lists them.
pub fn parts() -> &'static [Part] {
    static PARTS: LazyLock<Vec<Part>> = LazyLock::new(|| {
        include_str!("../../assets/models/README.md")
            .lines()
            .filter_map(part)
            .collect()
    });
    &PARTS
}

/// A row of the card's table of files: ``| `file` | holds | bytes | `sha256` |``.
fn part(line: &'static str) -> Option<Part> {
    let mut cells = line.strip_prefix("| `")?.strip_suffix("` |")?.split(" | ");
    let file = cells.next()?.strip_suffix('`')?;
    let holds = cells.next()?;
    let sha256 = cells.nth(1)?.strip_prefix('`')?;
    (sha256.len() == 64).then_some(Part {
        file,
        holds,
        sha256,
    })
}

#[cfg(test)]
mod tests {
    use super::super::files::Files;
    use super::*;
    use sha2::{Digest as _, Sha256};

    #[test]
    fn the_card_names_the_files_that_ship() {
        let Files {
            words,
            sentence,
            pair,
            tokenizer,
            calibration,
        } = Files::shipped();
        let shipped: Vec<(String, String)> = [words, sentence, pair, tokenizer, calibration]
            .into_iter()
            .map(|file| (file.name, format!("{:x}", Sha256::digest(&file.bytes))))
            .collect();
        let listed: Vec<(String, String)> = parts()
            .iter()
            .map(|part| (part.file.to_owned(), part.sha256.to_owned()))
            .collect();
        assert_eq!(listed, shipped);
    }
}
