//! What each rule marks, and what it must leave alone: articles in, findings out.

mod number;
mod quote;
