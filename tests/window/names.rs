//! Everything that can be pressed, typed into or read out has a name.

use super::*;
use counterpoint::app::command::{Command, ViewCommand};
use counterpoint::app::state::{MainPage, SidePage, Tab};

/// Roles that a reader of the screen stops at.
const STOPS: [Role; 12] = [
    Role::Button,
    Role::CheckBox,
    Role::ColorWell,
    Role::ComboBox,
    Role::Document,
    Role::Link,
    Role::MultilineTextInput,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::Tab,
    Role::TextInput,
];

/// Fails on a stop without a name.
fn check(desk: &Desk, page: &str) {
    let mut stops = 0;
    for role in STOPS {
        for node in desk.query_all_by_role(role) {
            let node = node.accesskit_node();
            stops += 1;
            let named = node.label().is_some_and(|label| !label.trim().is_empty());
            assert!(
                named || !node.labelled_by().collect::<Vec<_>>().is_empty(),
                "{page}: a {role:?} without a name at {:?}",
                node.bounding_box()
            );
        }
    }
    assert!(stops > 2, "{page}: {stops} stops are no window");
}

fn view(desk: &mut Desk, command: ViewCommand) {
    let ctx = desk.ctx.clone();
    desk.state_mut().act(&ctx, Command::View(command));
    settle(desk);
}

#[test]
fn nothing_in_the_window_is_without_a_name() {
    let mut desk = open([]);
    check(&desk, "the first page");
    desk = open_sample();
    check(&desk, "the sample");
    press(&mut desk, Key::F8);
    press(&mut desk, Key::N);
    check(&desk, "a finding that was decided on");
    for tab in [Tab::Entities, Tab::Agree, Tab::Only] {
        view(&mut desk, ViewCommand::Show(tab));
        check(&desk, &format!("{tab:?}"));
    }
    for side in [SidePage::Entity, SidePage::Notes, SidePage::Source] {
        view(&mut desk, ViewCommand::ShowSide(side));
        check(&desk, &format!("{side:?}"));
    }
    for page in MainPage::ALL {
        view(&mut desk, ViewCommand::Open(page));
        check(&desk, &format!("{page:?}"));
    }
    for dialog in [
        ViewCommand::Help,
        ViewCommand::About,
        ViewCommand::Legend,
        ViewCommand::Palette,
    ] {
        view(&mut desk, dialog);
        check(&desk, &format!("{dialog:?}"));
        view(&mut desk, ViewCommand::CloseDialog);
    }
    press_with(&mut desk, Modifiers::COMMAND, Key::E);
    check(&desk, "the export");
}
