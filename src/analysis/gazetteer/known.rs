//! Places, organizations and events that go by several names.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::EntityKind;
use crate::text::fold;

/// What the gazetteer knows under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// The one name that all of its names lead to.
    pub name: &'static str,
    pub sense: Sense,
    /// Two-letter code of the country that it is, or lies in.
    pub country: Option<&'static str>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    Country,
    /// A region, a sea, a state, a city.
    Place,
    /// A word for the people of the place that `name` names: "Japanese".
    Demonym,
    Organization,
    Event,
}

impl Sense {
    pub fn kind(self) -> EntityKind {
        match self {
            Self::Country | Self::Place => EntityKind::Place,
            Self::Demonym => EntityKind::Other,
            Self::Organization => EntityKind::Organization,
            Self::Event => EntityKind::Event,
        }
    }
}

/// Looks a name up, without its article. Acronyms match in capitals only, so that "us" is not a country.
pub fn lookup(name: &str) -> Option<&'static Known> {
    let listed = |name: &str| INDEX.get(name).or_else(|| INDEX.get(fold(name).as_str()));
    listed(name).or_else(|| {
        if name.contains('.') && !name.contains(' ') {
            // "F.B.I." is the FBI; "Inc." has its own entry or none.
            let plain: String = name.chars().filter(|&c| c != '.').collect();
            return listed(&plain)
                .filter(|_| plain.chars().count() > 2 && !plain.contains(char::is_lowercase));
        }
        // "U.S. Treasury Department" is the Treasury Department.
        let (first, rest) = name.split_once(' ')?;
        let country = listed(first).filter(|known| known.sense == Sense::Country)?;
        listed(rest)
            .filter(|known| known.sense == Sense::Organization && known.country == country.country)
    })
}

/// The place or organization, by its one name, that a word of a description names: "Japanese" officials.
pub fn owner(folded: &str) -> Option<&'static str> {
    let known = lookup(folded).or_else(|| lookup(&folded.to_uppercase()))?;
    // In lower case, "shell" and "nets" are what they are everywhere.
    let is_ordinary = known.sense == Sense::Organization && super::is_common_word(folded);
    (known.sense != Sense::Event && !is_ordinary).then_some(known.name)
}

static INDEX: LazyLock<HashMap<String, Known>> = LazyLock::new(|| {
    let mut index = HashMap::with_capacity(20_000);
    add_countries(&mut index);
    add_listed(
        &mut index,
        include_str!("../../../assets/gazetteer/organizations.txt"),
        Sense::Organization,
    );
    add_listed(
        &mut index,
        include_str!("../../../assets/gazetteer/events.txt"),
        Sense::Event,
    );
    add_places(&mut index);
    for line in lines(include_str!("../../../assets/gazetteer/cities.txt")) {
        let [name, country] = fields(line);
        add(&mut index, name, name, Sense::Place, Some(country));
    }
    for line in lines(include_str!("../../../assets/gazetteer/demonyms.txt")) {
        let [demonyms, place] = fields(line);
        let country = index
            .get(fold(place).as_str())
            .and_then(|known| known.country);
        for demonym in listed(demonyms) {
            add(&mut index, demonym, place, Sense::Demonym, country);
        }
    }
    index
});

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The fields of a line; those that are missing are empty.
fn fields<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut parts = line.split('|');
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn listed(names: &'static str) -> impl Iterator<Item = &'static str> {
    names.split(',').filter(|name| !name.is_empty())
}

/// The first to claim a name keeps it: countries go before organizations, these before cities.
fn add(
    index: &mut HashMap<String, Known>,
    alias: &'static str,
    name: &'static str,
    sense: Sense,
    country: Option<&'static str>,
) {
    let is_acronym = alias.chars().count() < 6 && !alias.chars().any(char::is_lowercase);
    let key = if is_acronym {
        alias.to_owned()
    } else {
        fold(alias)
    };
    index.entry(key).or_insert(Known {
        name,
        sense,
        country,
    });
}

fn add_countries(index: &mut HashMap<String, Known>) {
    let mut names = HashMap::new();
    let mut capitals = Vec::new();
    for line in lines(include_str!("../../../assets/gazetteer/countries.txt")) {
        let [code, name, capital] = fields(line);
        names.insert(code, name);
        add(index, name, name, Sense::Country, Some(code));
        capitals.push((capital, code));
    }
    for line in lines(include_str!("../../../assets/gazetteer/country-words.txt")) {
        let [code, aliases, demonyms] = fields(line);
        let name = names.get(code).copied().unwrap_or(code);
        for alias in listed(aliases) {
            add(index, alias, name, Sense::Country, Some(code));
        }
        add_demonyms(index, demonyms, name, Some(code));
    }
    for (capital, code) in capitals {
        add(index, capital, capital, Sense::Place, Some(code));
    }
}

/// Demonyms, and their plurals: "Iranians".
fn add_demonyms(
    index: &mut HashMap<String, Known>,
    demonyms: &'static str,
    name: &'static str,
    country: Option<&'static str>,
) {
    for demonym in listed(demonyms) {
        let known = Known {
            name,
            sense: Sense::Demonym,
            country,
        };
        let singular = fold(demonym);
        let plural = match singular.strip_suffix("man") {
            Some(stem) => format!("{stem}men"),
            None => format!("{singular}s"),
        };
        index.entry(singular).or_insert(known);
        index.entry(plural).or_insert(known);
    }
}

fn add_places(index: &mut HashMap<String, Known>) {
    for line in lines(include_str!("../../../assets/gazetteer/places.txt")) {
        let [name, aliases, demonyms, country] = fields(line);
        let country = (!country.is_empty()).then_some(country);
        add(index, name, name, Sense::Place, country);
        for alias in listed(aliases) {
            add(index, alias, name, Sense::Place, country);
        }
        add_demonyms(index, demonyms, name, country);
    }
}

fn add_listed(index: &mut HashMap<String, Known>, file: &'static str, sense: Sense) {
    for line in lines(file) {
        let [name, aliases, country] = fields(line);
        let country = (!country.is_empty()).then_some(country);
        add(index, name, name, sense, country);
        for alias in listed(aliases) {
            add(index, alias, name, sense, country);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(words: &[&str]) -> Vec<&'static str> {
        words
            .iter()
            .map(|word| lookup(word).map_or("unknown", |known| known.name))
            .collect()
    }

    #[test]
    fn one_country_goes_by_many_names() {
        assert_eq!(
            names(&[
                "America",
                "U.S.",
                "US",
                "United States",
                "United States of America"
            ]),
            ["United States"; 5]
        );
        assert_eq!(
            names(&[
                "Russian Federation",
                "Britain",
                "Indian Pacific region",
                "Asia Pacific"
            ]),
            ["Russia", "United Kingdom", "Indo-Pacific", "Asia-Pacific"]
        );
    }

    #[test]
    fn an_acronym_is_not_the_word_that_it_spells() {
        assert_eq!(names(&["us", "Us", "Who", "WHO"])[..3], ["unknown"; 3]);
        assert_eq!(names(&["WHO"]), ["World Health Organization"]);
    }

    #[test]
    fn a_demonym_leads_to_its_country() {
        let japanese = lookup("Japanese").unwrap();
        assert_eq!(
            (japanese.name, japanese.sense, japanese.country),
            ("Japan", Sense::Demonym, Some("JP"))
        );
        assert_eq!(names(&["Iranians", "Frenchmen"]), ["Iran", "France"]);
    }
}
