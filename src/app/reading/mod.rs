//! The heart of the window: two articles facing each other, with what they share and where they clash.
//!
//! A [`page`] holds what one column shows, cut into [`pieces`] and with its marks flattened into [`runs`]. A
//! [`mod@column`] stands at a [`place`] in its text and lays out only the pieces in view. The [`gutter`] joins the
//! passages of the findings with [`ribbon`]s.

mod areas;
mod column;
mod glide;
mod gutter;
mod header;
mod heights;
mod keys;
mod level;
mod marks;
mod overview;
mod page;
mod paint;
mod pieces;
mod place;
mod ribbon;
mod runs;
mod scroll;
mod selection;
mod setting;
mod style;
mod touch;
mod underline;
mod view;

pub use underline::underline;
pub use view::{ReadingEvent, ReadingInput, ReadingView};
