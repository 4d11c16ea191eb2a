//! Pictures of the window, compared with those in `tests/snapshots`: the last resort, for what no label tells.
//!
//! They need a Vulkan driver; the pictures kept are from the one in software (`mesa-vulkan-drivers`).
//! `UPDATE_SNAPSHOTS=1 cargo test --features snapshots --test gui_snapshots` accepts what changed.

use std::path::Path;

use counterpoint::app::Window;
use counterpoint::app::command::{Command, FileCommand, FindingCommand, SettingCommand};
use counterpoint::app::dialogs::{Answer, Dialogs};
use counterpoint::app::recovery::Recovery;
use counterpoint::app::state::{Habits, PathPurpose};
use counterpoint::app::theme;
use counterpoint::app::worker::Inline;
use egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::{Harness, SnapshotResults};

/// Nobody is there to choose a file.
struct Nobody;

impl Dialogs for Nobody {
    fn ask(&mut self, _purpose: PathPurpose, _name: &str) {}

    fn poll(&mut self) -> Option<Answer> {
        None
    }
}

struct Desk(Harness<'static, Window>);

impl Desk {
    fn new(width: f32, height: f32, light: Theme) -> Self {
        let window = Window::new(
            Box::new(Inline::default()),
            Box::new(Nobody),
            Recovery::default(),
        );
        let harness = Harness::builder()
            .with_size(vec2(width, height))
            .with_theme(light)
            .with_context_setup(theme::install)
            .wgpu()
            .build_ui_state(
                |ui, window: &mut Window| {
                    window.logic(ui.ctx());
                    window.ui(ui);
                },
                window,
            );
        let mut desk = Self(harness);
        // Pictures of movements are of no moment in particular.
        desk.act(Command::Setting(SettingCommand::Glide(false)));
        desk
    }

    fn act(&mut self, command: Command) {
        let ctx = self.0.ctx.clone();
        self.0.state_mut().act(&ctx, command);
        self.0.run_steps(12);
    }

    fn open(&mut self, folder: &str, names: &[&str]) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let paths = names.iter().map(|name| folder.join(name)).collect();
        self.act(Command::File(FileCommand::OpenPaths(paths)));
    }

    fn open_sample(&mut self) {
        self.open(
            "assets/samples",
            &["port-ellery-sentinel.html", "coastal-record.txt"],
        );
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.0.key_press_modifiers(modifiers, key);
        self.0.run_steps(12);
    }

    fn compare(&mut self, results: &mut SnapshotResults, name: &str) {
        results.add(self.0.try_snapshot(name));
    }
}

#[test]
fn the_window_looks_as_it_was_reviewed() {
    let mut results = SnapshotResults::new();
    for theme in [Theme::Light, Theme::Dark] {
        let mut desk = Desk::new(900.0, 600.0, theme);
        let name = |what: &str| format!("{what}-{theme:?}").to_lowercase();
        desk.compare(&mut results, &name("empty"));
        desk.open_sample();
        desk.act(Command::Finding(FindingCommand::Next));
        desk.compare(&mut results, &name("reading"));
        desk.press(Modifiers::ALT, Key::Num2);
        desk.compare(&mut results, &name("claims"));
    }
}

#[test]
fn pages_and_dialogs_look_as_they_were_reviewed() {
    let mut results = SnapshotResults::new();
    let mut desk = Desk::new(900.0, 600.0, Theme::Light);
    let ctx = desk.0.ctx.clone();
    desk.0.state_mut().take_up(&ctx, Habits::default());
    desk.open_sample();
    desk.compare(&mut results, "hint");
    desk.act(Command::Setting(SettingCommand::EndHints));
    desk.press(Modifiers::COMMAND, Key::Comma);
    desk.compare(&mut results, "settings");
    desk.press(Modifiers::NONE, Key::Escape);
    desk.press(Modifiers::NONE, Key::F8);
    desk.press(Modifiers::NONE, Key::B);
    desk.compare(&mut results, "together");
    desk.press(Modifiers::NONE, Key::B);
    desk.press(Modifiers::ALT, Key::Num4);
    desk.compare(&mut results, "timeline");
}

#[test]
fn the_smallest_window_looks_as_it_was_reviewed() {
    let mut results = SnapshotResults::new();
    let mut desk = Desk::new(640.0, 480.0, Theme::Light);
    desk.open_sample();
    desk.press(Modifiers::NONE, Key::F8);
    desk.compare(&mut results, "smallest");
}
