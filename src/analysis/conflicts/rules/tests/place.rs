//! One event at two numbers of one street.

use crate::analysis::fixture::found;

fn two(left: &str, right: &str) -> Vec<String> {
    found(&format!(
        "== Harbor Post 2024-03-05\nGuard shot at Norvik\n\n{left}\n\n== Norvik Wire 2024-03-05\nGuard dies\n\n{right}"
    ))
    .into_iter()
    .filter(|line| line.starts_with("place"))
    .collect()
}

#[test]
fn two_blocks_of_one_street_conflict() {
    assert_eq!(
        two(
            "The guard Ivo Brandt was shot in the 1400 block of East Harbor Street in Norvik.",
            "The guard Ivo Brandt was shot in the 1600 block of Harbor Street in Norvik.",
        ),
        ["place conflict: “1400 block of east harbor street” / “1600 block of harbor street”"]
    );
}

#[test]
fn blocks_of_two_streets_are_silent() {
    assert_eq!(
        two(
            "The guard Ivo Brandt was shot in the 1400 block of East Harbor Street in Norvik.",
            "The guard Ivo Brandt lived in the 1600 block of Mill Road in Norvik.",
        ),
        Vec::<String>::new()
    );
}
