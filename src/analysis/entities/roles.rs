//! What descriptions refer to: "the governor", "the French president", "the church".

use super::chain::Chain;
use crate::analysis::gazetteer;
use crate::analysis::mentions::Role;

/// Words that name the one at the top, whatever the office is called.
const TOP: &[&str] = &["chief", "leader", "head", "boss"];

/// Offices that such words may stand for.
const TOP_OFFICES: &[&str] = &[
    "president",
    "prime minister",
    "chancellor",
    "secretary",
    "police chief",
    "fire chief",
    "general",
    "director",
    "chairman",
    "chairwoman",
    "chair",
    "chief",
    "chief executive",
    "commissioner",
    "leader",
    "sheriff",
    "premier",
];

/// How well the holder of an office fits whose place or organization the description names.
pub(super) const OWNED: u8 = 3;

/// How well a chain fits a description; nothing where it does not.
pub(super) fn fit(role: &Role, chain: &Chain) -> Option<u8> {
    if role.person {
        fit_person(role, chain)
    } else {
        fit_thing(role, chain)
    }
}

fn fit_person(role: &Role, chain: &Chain) -> Option<u8> {
    if !chain.is_person() || is_former(role) {
        return None;
    }
    let owners = role.owners();
    let owned = owners.iter().any(|owner| chain.owners.contains(*owner));
    let strange_owner = !owners.is_empty() && !owned && !chain.owners.is_empty();
    if strange_owner {
        return None;
    }
    let holds = chain
        .offices
        .iter()
        .any(|office| is_called(office, &role.head));
    let on_top = TOP.contains(&role.head.as_str())
        && owned
        && TOP_OFFICES
            .iter()
            .any(|office| chain.offices.contains(*office));
    // "The president" in the reporting country's own press is not the Russian one.
    let foreign = owners.is_empty() && !chain.owners.is_empty();
    (holds || on_top).then_some(if owned { OWNED } else { 2 - u8::from(foreign) })
}

/// Whether the holder of an office is called so: the prime minister is not "the minister" of anything,
/// and the vice president never "the president", but the press secretary may be "the secretary".
fn is_called(office: &str, head: &str) -> bool {
    let loosely = office.split_once(' ').is_some_and(|(rank, rest)| {
        rest == head && !matches!(rank, "vice" | "deputy" | "assistant" | "prime")
    });
    office == head || loosely
}

/// "The former president" is not the president.
pub(super) fn is_former(role: &Role) -> bool {
    role.modifiers.iter().any(|word| {
        matches!(
            word.as_str(),
            "former" | "ex" | "next" | "new" | "first" | "second" | "other" | "late"
        )
    })
}

fn fit_thing(role: &Role, chain: &Chain) -> Option<u8> {
    if chain.is_demonym() || chain.is_person() {
        return None;
    }
    let named_so = |name: &[String]| {
        let bears = name.len() > 1 && name.last().is_some_and(|word| canonical(word) == role.head);
        // "The burned church" may be Halden Church; "the political action committee" is no committee named before.
        let mut beyond = role
            .modifiers
            .iter()
            .filter(|modifier| !name.contains(modifier));
        let modified = beyond
            .next()
            .is_none_or(|modifier| !is_distinctive(modifier))
            && beyond.next().is_none();
        bears && modified
    };
    chain.names.keys().any(|name| named_so(name)).then_some(1)
}

/// Whether a modifier tells which one is meant, rather than describing it.
fn is_distinctive(modifier: &str) -> bool {
    gazetteer::lookup(modifier).is_some() || !gazetteer::is_common_word(modifier)
}

/// The one word for all that mean the same: "government" for "administration".
pub(super) fn canonical(word: &str) -> &str {
    gazetteer::described(word).map_or(word, |described| described.head)
}
