//! Opening the window on the desktop.

use std::path::PathBuf;

use eframe::{CreationContext, Frame, NativeOptions, Storage};
use egui::{Context, IconData, Ui, ViewportBuilder};
use serde::{Deserialize, Serialize};

use super::command::{Command, FileCommand};
use super::dialogs::Native;
use super::recovery::Recovery;
use super::state::Habits;
use super::theme;
use super::window::Window;
use super::worker::Threads;

/// Names the folder that the desktop keeps for the program.
const APP_ID: &str = "counterpoint";
const SETTINGS: &str = "settings";

/// Opens the window on these articles, or on a notebook, and returns when it was closed.
pub fn run(paths: Vec<PathBuf>) -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title("Counterpoint")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([640.0, 480.0])
            .with_drag_and_drop(true)
            .with_icon(icon()),
        ..Default::default()
    };
    eframe::run_native(
        APP_ID,
        options,
        Box::new(move |creation| Ok(Box::new(Desktop::new(creation, paths)?))),
    )
}

/// What stands for the window in the desktop's lists; none where the picture does not open.
fn icon() -> IconData {
    let picture = include_bytes!("../../assets/icon/counterpoint-128.png");
    eframe::icon_data::from_png_bytes(picture).unwrap_or_default()
}

/// The window as the desktop drives it.
struct Desktop(Window);

/// What is remembered from one run to the next.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    habits: Habits,
    recent: Vec<Vec<PathBuf>>,
}

impl Desktop {
    fn new(creation: &CreationContext<'_>, paths: Vec<PathBuf>) -> std::io::Result<Self> {
        let ctx = &creation.egui_ctx;
        let wake = {
            let ctx = ctx.clone();
            move || ctx.request_repaint()
        };
        let recovery = eframe::storage_dir(APP_ID)
            .map_or_else(Recovery::default, |folder| Recovery::in_folder(&folder));
        theme::install(ctx);
        // Zooming is for the article text, and done by commands.
        ctx.options_mut(|options| {
            options.zoom_with_keyboard = false;
            // Where the desktop does not say which it prefers.
            options.fallback_theme = egui::Theme::Light;
        });
        let mut window = Window::new(
            Box::new(Threads::start(wake.clone())?),
            Box::new(Native::new(wake)),
            recovery,
        );
        let settings: Settings = creation
            .storage
            .and_then(|storage| eframe::get_value(storage, SETTINGS))
            .unwrap_or_default();
        window.state.recent = settings.recent;
        window.take_up(ctx, settings.habits);
        if !paths.is_empty() {
            // They are offered again when the program starts somewhere else.
            let paths = paths
                .into_iter()
                .map(|path| std::path::absolute(&path).unwrap_or(path))
                .collect();
            window.act(ctx, Command::File(FileCommand::OpenPaths(paths)));
        }
        Ok(Self(window))
    }
}

impl eframe::App for Desktop {
    fn logic(&mut self, ctx: &Context, _frame: &mut Frame) {
        self.0.logic(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut Frame) {
        self.0.ui(ui);
    }

    fn save(&mut self, storage: &mut dyn Storage) {
        let settings = Settings {
            habits: self.0.state.habits(),
            recent: self.0.state.recent.clone(),
        };
        eframe::set_value(storage, SETTINGS, &settings);
    }
}
