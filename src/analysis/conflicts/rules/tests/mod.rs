//! What each rule marks, and what it must leave alone: articles in, findings out.

mod certainty;
mod denial;
mod number;
mod place;
mod quote;
mod stance;
mod time;
mod who;
mod within;
