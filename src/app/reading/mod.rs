//! The heart of the window: two articles facing each other, with what they share and where they clash.
//!
//! A [`page`] holds what one column shows, cut into [`pieces`] and with its marks flattened into [`runs`]. A
//! [`mod@column`] stands at a [`place`] in its text and lays out only the pieces in view. The [`gutter`] joins the
//! passages of the findings with [`ribbon`]s. One column takes the other along ([`follow`]) by what both say ([`link`]).

mod areas;
mod away;
mod bidi;
mod column;
mod follow;
mod glide;
mod gutter;
mod header;
mod heights;
mod keys;
mod level;
mod link;
mod lock;
mod marks;
mod overview;
mod page;
mod paint;
mod pieces;
mod place;
mod read;
mod ribbon;
mod runs;
mod scroll;
mod search;
mod selection;
mod setting;
mod style;
mod touch;
mod underline;
mod view;

pub use overview::tick;
pub use search::Found;
pub use underline::underline;
pub use view::{ReadingEvent, ReadingInput, ReadingView};
