//! A comparison that the reader stopped is not forgotten.

use std::cell::Cell;

use counterpoint::app::worker::{Event as Told, Request, Worker};

use super::*;

/// Does everything at once, until it is held: then a comparison begins and never ends.
#[derive(Default)]
struct Slow {
    inner: Inline,
    held: Rc<Cell<bool>>,
    canceled: bool,
}

impl Worker for Slow {
    fn send(&mut self, request: Request) {
        if !(self.held.get() && matches!(request, Request::Analyze(_))) {
            self.inner.send(request);
        }
    }

    fn poll(&mut self) -> Option<Told> {
        let canceled = std::mem::take(&mut self.canceled);
        self.inner
            .poll()
            .or_else(|| canceled.then_some(Told::Canceled))
    }

    fn cancel(&mut self) {
        self.canceled = true;
    }
}

#[test]
fn a_correction_whose_comparison_was_stopped_shows_once_it_is_compared_again() {
    let dialogs = super::Told::default();
    let chosen = Outcome::Chosen(sample());
    dialogs.outcomes.borrow_mut().push_back(chosen);
    let worker = Slow::default();
    let held = Rc::clone(&worker.held);
    let window = Window::new(Box::new(worker), Box::new(dialogs), Recovery::default());
    let mut desk = desk_of(window);
    press_with(&mut desk, Modifiers::COMMAND, Key::O);
    let vey = "Conrad Vey, Person, ";
    for label in ["Entities", vey] {
        let node = desk.query_all_by_label_contains(label).next();
        node.unwrap().click();
        settle(&mut desk);
    }

    held.set(true);
    click(&mut desk, "Not an entity");
    assert!(says(&desk, "Comparing…"), "it is under way");
    desk.get_by_role_and_label(Role::Button, "Cancel").click();
    settle(&mut desk);
    assert!(says(&desk, "The last changes do not show yet"));
    assert!(says(&desk, vey));

    held.set(false);
    click(&mut desk, "Compare again");
    assert!(!says(&desk, vey));
    assert!(!says(&desk, "The last changes do not show yet"));
}
