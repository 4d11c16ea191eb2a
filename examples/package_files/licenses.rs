//! The licenses of the program and of all that is inside it, as one text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, ensure};
use serde::Deserialize;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What the names hold of files in which crates carry their license, and that of the fonts and tables inside them.
const NAMES: [&str; 7] = [
    "license",
    "licence",
    "copying",
    "copyright",
    "notice",
    "ofl",
    "ufl",
];

/// What lies in these folders of a crate is not built into the program.
const NOT_BUILT: [&str; 3] = ["benches", "examples", "tests"];

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    resolve: Resolve,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    authors: Vec<String>,
    manifest_path: String,
}

#[derive(Deserialize)]
struct Resolve {
    root: String,
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    pkg: String,
    dep_kinds: Vec<DependencyKind>,
}

#[derive(Deserialize)]
struct DependencyKind {
    kind: Option<String>,
}

/// Each license text once, with the packages that come under it, in an order that depends on nothing but the packages.
pub fn collect() -> anyhow::Result<String> {
    let root = Path::new(ROOT);
    let mut out = String::from(
        "Counterpoint\n\nLicensed under MIT or Apache-2.0, as you choose. Both texts follow, then what the files inside \
         the program say of their source and license, then the licenses of the libraries in it.\n",
    );
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        section(&mut out, name, &fs::read_to_string(root.join(name))?);
    }
    for path in of_assets(root)? {
        let name = path.strip_prefix(ROOT).unwrap_or(&path);
        let name = name.trim_start_matches('/');
        section(&mut out, name, &fs::read_to_string(root.join(name))?);
    }

    let metadata = metadata()?;
    let linked = linked(&metadata.resolve);
    let mut packages: Vec<_> = metadata
        .packages
        .iter()
        .filter(|package| package.id != metadata.resolve.root && linked.contains(&package.id))
        .collect();
    packages.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut list = String::new();
    for package in packages {
        let name = format!("{} {}", package.name, package.version);
        let stated = package.license.as_deref().unwrap_or("see its text below");
        let brought = of_package(package)?;
        // The authors are all there is to name where a package brings no notice of its own.
        if brought.is_empty() && !package.authors.is_empty() {
            writeln!(list, "{name}: {stated}, © {}", package.authors.join(", "))?;
        } else {
            writeln!(list, "{name}: {stated}")?;
        }
        for text in brought {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    list.push_str("\nThe texts that they bring follow. One that brings none is under the text of the same name that stands here.\n");
    section(&mut out, "Libraries in the program", &list);
    for (text, packages) in texts {
        section(&mut out, &packages.join(", "), &text);
    }
    Ok(out)
}

fn section(out: &mut String, title: &str, text: &str) {
    let line = "-".repeat(72);
    let parts = [
        "\n",
        &line,
        "\n",
        title,
        "\n",
        &line,
        "\n\n",
        text.trim(),
        "\n",
    ];
    out.extend(parts);
}

/// What every folder of assets says of itself, and the license texts beside it.
fn of_assets(root: &Path) -> anyhow::Result<Vec<String>> {
    let mut paths = BTreeSet::new();
    for folder in fs::read_dir(root.join("assets"))? {
        for file in fs::read_dir(folder?.path())? {
            let path = file?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if name == "README.md" || name.ends_with("OFL.txt") {
                paths.insert(path.display().to_string());
            }
        }
    }
    Ok(paths.into_iter().collect())
}

fn metadata() -> anyhow::Result<Metadata> {
    let host = Command::new("rustc").arg("-vV").output()?;
    let host = String::from_utf8(host.stdout)?;
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc does not say for which machine it builds")?
        .to_owned();
    let output = Command::new("cargo")
        .args(["metadata", "--locked", "--offline", "--format-version=1"])
        .args(["--filter-platform", &host])
        .current_dir(ROOT)
        .output()?;
    ensure!(
        output.status.success(),
        "cargo metadata: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// The packages that end up in the program: what only builds or tests need is left out.
fn linked(resolve: &Resolve) -> BTreeSet<String> {
    let nodes: BTreeMap<&str, &Node> = resolve
        .nodes
        .iter()
        .map(|node| (node.id.as_str(), node))
        .collect();
    let mut found = BTreeSet::new();
    let mut waiting = vec![resolve.root.as_str()];
    while let Some(id) = waiting.pop() {
        if !found.insert(id.to_owned()) {
            continue;
        }
        let dependencies = nodes.get(id).map_or(&[][..], |node| &node.deps);
        waiting.extend(
            dependencies
                .iter()
                .filter(|dependency| dependency.dep_kinds.iter().any(|kind| kind.kind.is_none()))
                .map(|dependency| dependency.pkg.as_str()),
        );
    }
    found
}

/// The texts that a package brings. Some bring none, and state a license by name alone.
fn of_package(package: &Package) -> anyhow::Result<BTreeSet<String>> {
    let folder = Path::new(&package.manifest_path)
        .parent()
        .context("a package lies in a folder")?;
    let mut texts = BTreeSet::new();
    of_folder(folder, &mut texts)?;
    Ok(texts)
}

fn of_folder(folder: &Path, texts: &mut BTreeSet<String>) -> anyhow::Result<()> {
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_lowercase();
        let is_code = path.extension().is_some_and(|ending| ending == "rs");
        if path.is_dir() && !NOT_BUILT.contains(&name.as_str()) {
            of_folder(&path, texts)?;
        } else if path.is_file() && !is_code && NAMES.iter().any(|part| name.contains(part)) {
            texts.insert(String::from_utf8_lossy(&fs::read(&path)?).trim().to_owned());
        }
    }
    Ok(())
}
