//! One frame of the reading view: layout, painting and triangles, all but what the graphics card does.

#[path = "../tests/reading/stage.rs"]
mod stage;

use counterpoint::app::reading::{ReadingInput, ReadingView};
use counterpoint::app::theme::{self, TextFace, Theme};
use counterpoint::model::DocumentId;
use counterpoint::report::Report;
use egui::{Event, Modifiers, MouseWheelUnit, Pos2, RawInput, Rect, TouchPhase, vec2};

fn main() {
    divan::main();
}

const LENGTHS: [usize; 2] = [5_000, 100_000];
const MARKS: usize = 300;

#[divan::bench(args = LENGTHS)]
fn resting(bencher: divan::Bencher<'_, '_>, words: usize) {
    let mut window = Window::new(words);
    bencher.bench_local(|| window.frame(Vec::new()));
}

#[divan::bench(args = LENGTHS)]
fn scrolling(bencher: divan::Bencher<'_, '_>, words: usize) {
    let mut window = Window::new(words);
    bencher.bench_local(|| window.frame(vec![wheel()]));
}

#[divan::bench(args = LENGTHS)]
fn stepping_through_the_findings(bencher: divan::Bencher<'_, '_>, words: usize) {
    let mut window = Window::new(words);
    bencher.bench_local(|| {
        let next = window
            .selected
            .map_or(0, |selected| (selected + 1) % (MARKS / 2));
        window.selected = Some(next);
        window.view.bring_level(next);
        window.frame(Vec::new())
    });
}

/// The first frame of an article: everything that is in view is laid out.
#[divan::bench(args = LENGTHS)]
fn first_layout(bencher: divan::Bencher<'_, '_>, words: usize) {
    bencher
        .with_inputs(|| {
            let mut window = Window::new(words);
            window.forget();
            window
        })
        .bench_local_values(|mut window| window.frame(Vec::new()));
}

/// A window whose width changes with every frame.
#[divan::bench(args = LENGTHS)]
fn resizing(bencher: divan::Bencher<'_, '_>, words: usize) {
    let mut window = Window::new(words);
    bencher.bench_local(|| {
        window.width = if window.width < 1_000.0 {
            window.width + 3.0
        } else {
            800.0
        };
        window.frame(Vec::new())
    });
}

/// Scrolling one column takes the other along.
#[divan::bench(args = LENGTHS)]
fn scrolling_together(bencher: divan::Bencher<'_, '_>, words: usize) {
    let mut window = Window::new(words);
    window.linked = true;
    bencher.bench_local(|| window.frame(vec![wheel()]));
}

/// Another letter is typed into the field that finds words.
#[divan::bench(args = LENGTHS)]
fn searching(bencher: divan::Bencher<'_, '_>, words: usize) {
    let mut window = Window::new(words);
    bencher.bench_local(|| {
        window.find = if window.find == "the" { "th" } else { "the" };
        window.frame(Vec::new())
    });
}

fn wheel() -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -20.0),
        phase: TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

/// The reading view alone, in a window 800 points high.
struct Window {
    ctx: egui::Context,
    report: Report,
    visible: Vec<usize>,
    view: ReadingView,
    selected: Option<usize>,
    time: f64,
    width: f32,
    linked: bool,
    find: &'static str,
}

impl Window {
    fn new(words: usize) -> Self {
        let ctx = egui::Context::default();
        theme::install(&ctx);
        let report = stage::long(words, MARKS);
        let mut window = Self {
            ctx,
            visible: (0..report.findings.len()).collect(),
            report,
            view: ReadingView::default(),
            selected: None,
            time: 0.0,
            width: 900.0,
            linked: false,
            find: "",
        };
        for _ in 0..3 {
            window.frame(vec![Event::PointerMoved(Pos2::new(150.0, 400.0))]);
        }
        window
    }

    /// Makes everything be laid out anew in the next frame.
    fn forget(&mut self) {
        self.view = ReadingView::default();
        // A frame without the view drops what egui keeps of it.
        let raw = self.raw(Vec::new());
        let output = self.ctx.run_ui(raw, |_| {});
        output.drop_without_applying_deltas();
    }

    /// What happened a sixtieth of a second after the frame before.
    fn raw(&mut self, events: Vec<Event>) -> RawInput {
        self.time += 1.0 / 60.0;
        RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(self.width, 800.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        }
    }

    /// Draws a frame, a sixtieth of a second after the one before. Returns how many shapes it took.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        let raw = self.raw(events);
        let Self {
            ctx,
            report,
            visible,
            view,
            selected,
            linked,
            find,
            ..
        } = self;
        let output = ctx.run_ui(raw, |ui| {
            let input = ReadingInput {
                report,
                left: DocumentId(0),
                right: Some(DocumentId(1)),
                visible,
                selected: *selected,
                hovered_entity: None,
                theme: Theme::light(),
                zoom: 1.0,
                face: TextFace::Serif,
                linked: *linked,
                find,
            };
            view.ui(ui, &input);
        });
        let shapes = output.shapes.clone();
        let scale = output.pixels_per_point;
        output.drop_without_applying_deltas();
        ctx.tessellate(shapes, scale).len()
    }
}
