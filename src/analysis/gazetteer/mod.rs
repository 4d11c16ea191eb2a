//! The little that the program knows about the world: countries, cities, organizations, first names.
//!
//! The files lie in `assets/gazetteer/`, each with its source and licence in the README there.

mod known;
mod nouns;
mod offices;
mod words;

pub use known::{Known, Sense, lookup, owner};
pub use nouns::{is_group, is_sort, is_vague, noun_gender, noun_kind};
pub use offices::office;
pub use words::{
    Described, Gender, described, given_name, is_common_word, name_ending, office_of_title,
    title_modifier,
};
