//! Reading by keyboard.

use egui::{Key, Modifiers, Ui};

/// Where a key moves the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Movement {
    By(f32),
    ToStart,
    ToEnd,
}

/// What the keys of this frame ask for in a view this high with rows that high.
pub(super) fn movement(ui: &Ui, row: f32, view: f32) -> Option<Movement> {
    let page = (view - 2.0 * row).max(row);
    let keys = [
        (Modifiers::NONE, Key::ArrowDown, Movement::By(2.0 * row)),
        (Modifiers::NONE, Key::ArrowUp, Movement::By(-2.0 * row)),
        (Modifiers::NONE, Key::PageDown, Movement::By(page)),
        (Modifiers::NONE, Key::PageUp, Movement::By(-page)),
        (Modifiers::NONE, Key::Space, Movement::By(page)),
        (Modifiers::SHIFT, Key::Space, Movement::By(-page)),
        (Modifiers::NONE, Key::Home, Movement::ToStart),
        (Modifiers::NONE, Key::End, Movement::ToEnd),
        (Modifiers::COMMAND, Key::Home, Movement::ToStart),
        (Modifiers::COMMAND, Key::End, Movement::ToEnd),
    ];
    ui.input_mut(|input| {
        keys.into_iter()
            .find(|(modifiers, key, _)| {
                input.modifiers.matches_exact(*modifiers) && input.consume_key(*modifiers, *key)
            })
            .map(|(_, _, movement)| movement)
    })
}
