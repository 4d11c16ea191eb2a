//! Offices by the several phrases for each: the "farm minister" is the agriculture minister.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The name of the office that a phrase, given in lower case, stands for.
///
/// A phrase for one office here and another there stands for itself: the chancellor of Austria is not the one of Britain.
pub fn office(phrase: &str) -> Option<&'static str> {
    static OFFICES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let mut offices = HashMap::with_capacity(1_500);
        let mut anywhere = HashMap::new();
        for line in include_str!("../../../assets/gazetteer/offices.txt").lines() {
            let mut fields = line.split('|');
            let (Some(phrases), Some(owner)) = (fields.next(), fields.next()) else {
                continue;
            };
            let name = phrases.split(',').next().unwrap_or(phrases);
            for phrase in phrases.split(',') {
                if owner == "*" {
                    anywhere.entry(phrase).or_insert(name);
                }
                let known = offices.entry(phrase).or_insert(name);
                if *known != name {
                    *known = phrase;
                }
            }
        }
        offices.extend(anywhere);
        offices
    });
    OFFICES.get(phrase).copied()
}

#[cfg(test)]
mod tests {
    use super::office;

    #[test]
    fn one_office_goes_by_many_phrases() {
        assert_eq!(office("farm minister"), office("agriculture minister"));
        assert_eq!(office("chancellor"), Some("chancellor"));
        assert_eq!(office("minister of silly walks"), None);
    }
}
