//! Nothing that somebody wrote is lost: two windows on one notebook.

use super::*;

/// A window that opens and saves this notebook.
fn open_notebook(notebook: &Path, further: &[Outcome]) -> Desk {
    let opened = Outcome::Chosen(vec![notebook.to_owned()]);
    let mut desk = open(std::iter::once(opened).chain(further.iter().cloned()));
    press_with(&mut desk, Modifiers::COMMAND | Modifiers::SHIFT, Key::O);
    desk
}

fn save(desk: &mut Desk) {
    press_with(desk, Modifiers::COMMAND, Key::S);
}

#[test]
fn a_notebook_that_another_window_saved_is_not_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("case.counterpoint");
    let mine = folder.path().join("mine.counterpoint");
    let mut first = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![notebook.clone()]),
        Outcome::Chosen(vec![mine.clone()]),
    ]);
    press_with(&mut first, Modifiers::COMMAND, Key::O);
    press(&mut first, Key::F8);
    press(&mut first, Key::Y);
    save(&mut first);

    let mut second = open_notebook(&notebook, &[]);
    press(&mut second, Key::F8);
    press(&mut second, Key::N);
    save(&mut second);
    press(&mut second, Key::Y);
    save(&mut second);
    assert!(
        !says(&second, "The notebook was changed"),
        "its own saving is no change by others"
    );
    press(&mut second, Key::N);
    save(&mut second);

    let theirs = std::fs::read(&notebook).unwrap();
    press(&mut first, Key::F8);
    press(&mut first, Key::Y);
    save(&mut first);
    assert!(says(&first, "The notebook was changed"), "it asks first");
    assert_eq!(std::fs::read(&notebook).unwrap(), theirs);
    assert!(first.state().state.comparison.unsaved(), "nothing is saved");
    first.query_all_by_label("Save as…").last().unwrap().click();
    settle(&mut first);
    assert!(mine.is_file(), "both are kept");
    assert_eq!(std::fs::read(&notebook).unwrap(), theirs);
    assert!(!first.state().state.comparison.unsaved());
}

#[test]
fn the_reader_may_write_over_it() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("case.counterpoint");
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![notebook.clone()]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    save(&mut desk);
    std::fs::write(&notebook, "somebody else's words").unwrap();
    press(&mut desk, Key::F8);
    press(&mut desk, Key::Y);
    save(&mut desk);
    click(&mut desk, "Write over it");
    let mut again = open_notebook(&notebook, &[]);
    settle(&mut again);
    assert_eq!(decisions(&again), [Decision::Confirmed]);
}

#[test]
fn why_saving_failed_is_said_until_it_went_well() {
    let folder = tempfile::tempdir().unwrap();
    let notebook = folder.path().join("later/case.counterpoint");
    let mut desk = open([
        Outcome::Chosen(sample()),
        Outcome::Chosen(vec![notebook.clone()]),
        Outcome::Chosen(vec![notebook.clone()]),
    ]);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    save(&mut desk);
    assert!(says(&desk, "there is no such folder"));
    std::fs::create_dir(folder.path().join("later")).unwrap();
    save(&mut desk);
    assert!(notebook.is_file() && says(&desk, "Saved: "));
    assert!(!says(&desk, "there is no such folder"));
}
