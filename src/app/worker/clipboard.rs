//! What lies on the clipboard, for articles: pages keep there how their words are set.

/// What can be made an article of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clipboard {
    pub html: Option<String>,
    pub text: Option<String>,
}

impl Clipboard {
    /// Asks the desktop, and waits for the program that holds the words.
    pub(super) fn of_desktop() -> Self {
        let mut desktop = match arboard::Clipboard::new() {
            Ok(desktop) => desktop,
            Err(error) => {
                log::warn!("there is no clipboard: {error}");
                return Self::default();
            }
        };
        Self {
            html: desktop.get().html().ok(),
            text: desktop.get_text().ok(),
        }
    }
}
