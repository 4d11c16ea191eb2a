//! Names that no other file uses and that are the same in every export of one thing.

use sha2::{Digest as _, Sha256};

/// A UUID of version 8, made of what it names.
pub fn guid(parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let mut digits: Vec<char> = hash
        .finalize()
        .iter()
        .take(16)
        .flat_map(|byte| [byte >> 4, byte & 0xf])
        .filter_map(|digit| char::from_digit(u32::from(digit), 16))
        .collect();
    // The version, and the variant that says that there is one.
    digits[12] = '8';
    digits[16] = 'a';
    for place in [8, 13, 18, 23] {
        digits.insert(place, '-');
    }
    digits.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_shape_of_a_uuid_and_depends_on_every_part() {
        let name = guid(&["code", "Number"]);
        let lengths: Vec<usize> = name.split('-').map(str::len).collect();
        assert_eq!(lengths, [8, 4, 4, 4, 12]);
        assert_eq!(name, guid(&["code", "Number"]));
        assert_ne!(name, guid(&["codeN", "umber"]));
    }
}
