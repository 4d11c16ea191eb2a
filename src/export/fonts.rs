//! The fonts that ship inside the program, for the window and for documents with pages.

pub const SANS: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
pub const SANS_BOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
pub const SERIF: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Regular.ttf");
pub const SERIF_BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Bold.ttf");
pub const SERIF_ITALIC: &[u8] = include_bytes!("../../assets/fonts/NotoSerif-Italic.ttf");
