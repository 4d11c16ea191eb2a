//! What the reader authored: decisions, corrections and notes, changed only through commands.
