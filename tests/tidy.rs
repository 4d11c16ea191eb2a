//! The rules of the house that no compiler checks: sizes, layers, wording, licenses.

use std::fs;
use std::path::{Path, PathBuf};

/// Longer files hold more than one idea.
const MAX_LINES: usize = 500;

/// The one folder that may speak of the window, beside `main.rs`, which opens it.
const WINDOW_FOLDER: &str = "src/app";
const WINDOW_CRATES: [&str; 4] = ["arboard", "egui", "eframe", "rfd"];

/// Where each file is one rule, and the file that lists them.
const RULES_FOLDER: &str = "src/analysis/conflicts/rules";
const RULES_LIST: &str = "src/analysis/conflicts/rules/mod.rs";

struct File {
    /// From the root of the package, with `/` between folders.
    path: String,
    text: String,
}

impl File {
    /// The lines with their numbers, without those that are comments alone.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The first folder or file under `src/`: the layer that this file belongs to.
    fn layer(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let (layer, _) = inside.split_once('/')?;
        Some(layer)
    }
}

#[test]
fn no_file_is_longer_than_one_idea() {
    report(&sources().iter().fold(vec![], |mut found, file| {
        let lines = file.text.lines().count();
        if lines > MAX_LINES {
            found.push(format!("{}: {lines} lines, at most {MAX_LINES}", file.path));
        }
        found
    }));
}

#[test]
fn every_file_says_what_it_is_for() {
    let mute = sources()
        .iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| format!("{}: begins without a module comment, `//! …`", file.path))
        .collect::<Vec<_>>();
    report(&mute);
}

#[test]
fn modules_use_only_what_stands_above_them() {
    let order = layers();
    assert!(order.len() > 5, "lib.rs lists no layers: {order:?}");
    let place = |name: &str| order.iter().position(|layer| layer == name);
    let mut found = vec![];
    for file in sources() {
        let Some(own) = file.layer().and_then(place) else {
            continue;
        };
        let code: String = file.code().flat_map(|(_, line)| [line, "\n"]).collect();
        for used in layers_named_in(&code) {
            if place(used).is_some_and(|used| used > own) {
                found.push(format!(
                    "{}: uses `{used}`, which stands below it in lib.rs",
                    file.path
                ));
            }
        }
    }
    report(&found);
}

#[test]
fn only_the_window_speaks_of_the_window() {
    let mut found = vec![];
    for file in sources() {
        let may = file.path.starts_with(WINDOW_FOLDER) || file.path == "src/main.rs";
        if may || !file.path.starts_with("src/") {
            continue;
        }
        for (number, line) in file.code() {
            for name in WINDOW_CRATES {
                if line.contains(&format!("{name}::")) {
                    found.push(format!(
                        "{}:{number}: uses `{name}`; only {WINDOW_FOLDER} may",
                        file.path
                    ));
                }
            }
        }
    }
    report(&found);
}

#[test]
fn every_rule_is_listed_and_tested() {
    let list = read(&root().join(RULES_LIST));
    let mut rules = 0;
    let mut found = vec![];
    for file in sources() {
        let Some(name) = file.path.strip_prefix(RULES_FOLDER) else {
            continue;
        };
        let name = name.trim_start_matches('/').trim_end_matches(".rs");
        if name == "mod" || name.contains('/') {
            continue;
        }
        rules += 1;
        if !list.contains(&format!("{name}::")) {
            found.push(format!("{}: is not in the list of rules", file.path));
        }
        let tests = root().join(format!("{RULES_FOLDER}/tests/{name}.rs"));
        if !fs::read_to_string(tests).is_ok_and(|text| text.contains("#[test]")) {
            found.push(format!(
                "{}: has no tests in {RULES_FOLDER}/tests/{name}.rs",
                file.path
            ));
        }
    }
    assert!(rules > 0, "no rules in {RULES_FOLDER}");
    report(&found);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not hold what it looks for.
    let words = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["dbg", "!("]].map(|word| word.concat());
    let mut found = vec![];
    for file in sources() {
        for (index, line) in file.text.lines().enumerate() {
            for word in words.iter().filter(|word| line.contains(word.as_str())) {
                found.push(format!("{}:{}: `{word}`", file.path, index + 1));
            }
        }
    }
    report(&found);
}

#[test]
fn words_on_screen_use_the_ellipsis_character() {
    let mut found = vec![];
    for file in sources() {
        if !file.path.starts_with(WINDOW_FOLDER) {
            continue;
        }
        for (number, line) in file
            .code()
            .take_while(|(_, line)| !line.contains("#[cfg(test)]"))
        {
            if strings_in(line).any(|string| string.contains("...")) {
                found.push(format!("{}:{number}: `...` for `…`", file.path));
            }
        }
    }
    report(&found);
}

#[test]
fn every_asset_tells_its_source_and_license() {
    let mut found = vec![];
    for folder in entries(&root().join("assets")) {
        if !folder.is_dir() {
            continue;
        }
        let readme = folder.join("README.md");
        let text = fs::read_to_string(&readme)
            .unwrap_or_default()
            .to_lowercase();
        let ours = text.contains("for counterpoint");
        if !ours && !text.contains("source") {
            found.push(format!("{}: tells no source", relative(&readme)));
        }
        // Either spelling of the word.
        if !text.contains("licen") {
            found.push(format!("{}: tells no license", relative(&readme)));
        }
    }
    report(&found);
}

#[test]
fn the_map_is_short_and_names_every_layer() {
    let map = read(&root().join("ARCHITECTURE.md"));
    let lines = map.lines().count();
    assert!(lines < 200, "{lines} lines are no map");
    let missing = layers()
        .iter()
        .filter(|layer| !map.contains(&format!("`src/{layer}`")))
        .map(|layer| format!("ARCHITECTURE.md: says nothing of `src/{layer}`"))
        .collect::<Vec<_>>();
    report(&missing);
}

#[test]
fn documents_point_at_files_that_exist() {
    let mut found = vec![];
    for path in entries(&root()) {
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        for target in links_in(&read(&path)) {
            if !root().join(&target).exists() {
                found.push(format!("{}: no `{target}`", relative(&path)));
            }
        }
    }
    report(&found);
}

fn report(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", relative(path)))
}

/// What a folder holds, by name, so that messages come in the same order everywhere.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    paths.sort();
    paths
}

/// Every Rust file of ours.
fn sources() -> Vec<File> {
    let mut files = vec![];
    let mut folders = ["benches", "src", "tests"]
        .map(|name| root().join(name))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(File {
                    path: relative(&path),
                    text: read(&path),
                });
            }
        }
    }
    files
}

/// The modules of `lib.rs`, in its order.
fn layers() -> Vec<String> {
    read(&root().join("src/lib.rs"))
        .lines()
        .filter_map(|line| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned()))
        .collect()
}

/// The modules that code reaches through `crate::`, alone or in one group: `crate::{text, model::Span}`.
fn layers_named_in(code: &str) -> Vec<&str> {
    let mut names = vec![];
    for rest in code.split("crate::").skip(1) {
        match rest.strip_prefix('{') {
            Some(group) => names.extend(
                pieces_of_group(group)
                    .into_iter()
                    .map(first_name)
                    .filter(|name| !name.is_empty()),
            ),
            None => names.push(first_name(rest)),
        }
    }
    names
}

/// What stands between the commas of a group, up to the brace that closes it.
fn pieces_of_group(group: &str) -> Vec<&str> {
    let mut depth = 0;
    let mut pieces = vec![];
    let mut rest = group;
    while let Some(at) = rest.find(|letter: char| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        depth < 0 || (depth == 0 && letter == ',')
    }) {
        let (piece, tail) = rest.split_at(at);
        pieces.push(piece);
        if depth < 0 {
            return pieces;
        }
        rest = tail.trim_start_matches(',');
    }
    pieces
}

fn first_name(path: &str) -> &str {
    path.trim_start()
        .split(|letter: char| !letter.is_alphanumeric() && letter != '_')
        .next()
        .unwrap_or_default()
}

/// What stands between quotation marks in a line of code.
fn strings_in(line: &str) -> impl Iterator<Item = &str> {
    line.split('"').skip(1).step_by(2)
}

/// The local targets of Markdown links and pictures.
fn links_in(text: &str) -> Vec<String> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.split('#').next().unwrap_or_default().to_owned())
        .filter(|target| !target.is_empty() && !target.contains("://"))
        .collect()
}

#[test]
fn a_group_names_each_of_its_modules() {
    assert_eq!(
        layers_named_in(
            "use crate::{\n    model::{Kind, Side},\n    text::Span,\n}; fn f() { a, b } crate::report::letter"
        ),
        ["model", "text", "report"],
    );
}
