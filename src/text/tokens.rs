//! Words, numbers, punctuation and symbols of one sentence.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{SourceText, Span, Token, TokenKind};

/// Endings that are tokens of their own: possessives and contractions.
const CLITICS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// Appends the tokens that lie in `sentence`.
pub(super) fn split(source: &SourceText, sentence: Span, tokens: &mut Vec<Token>) {
    let first = tokens.len();
    for (at, word) in source.slice(sentence).split_word_bound_indices() {
        // A combining mark after a space makes one unit with it.
        let unit = Span::new(sentence.start + at, sentence.start + at + word.len());
        let span = source.trim(unit);
        if span.is_empty() {
            continue;
        }
        let token = Token {
            span,
            kind: kind(word.trim()),
        };
        if !joins(source, &mut tokens[first..], token, sentence) {
            push_without_clitic(source, token, tokens);
        }
    }
}

fn kind(word: &str) -> TokenKind {
    match word.chars().next() {
        Some(c) if c.is_numeric() => TokenKind::Number,
        Some(c) if c.is_alphanumeric() => TokenKind::Word,
        Some('$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' | '%' | '&' | '@' | '#' | '*') => {
            TokenKind::Symbol
        }
        Some(c) if c.is_ascii_punctuation() || is_typographic(c) => TokenKind::Punctuation,
        _ => TokenKind::Symbol,
    }
}

fn is_typographic(c: char) -> bool {
    matches!(c, '‐'..='‧' | '‹' | '›' | '«' | '»' | '¡' | '¿' | '、' | '。' | '「'..='』' | '！' | '，' | '？' | '،' | '؟')
}

/// Lengthens the token before where `token` belongs to it: an inner hyphen with what follows it,
/// the full stop of an initial or an abbreviation.
fn joins(source: &SourceText, before: &mut [Token], token: Token, sentence: Span) -> bool {
    let [.., last] = before else {
        return false;
    };
    if last.span.end != token.span.start {
        return false;
    }
    let word = source.slice(last.span);
    let joined = match source.slice(token.span) {
        "." => {
            super::abbreviations::is_dotted(word)
                || (token.span.end < sentence.end && super::abbreviations::takes_stop(word))
        }
        "-" | "‐" | "‑" => {
            let after = source.as_str().get(token.span.end..sentence.end);
            is_wordlike(last.kind)
                && after.is_some_and(|after| after.starts_with(char::is_alphanumeric))
                && (last.kind == TokenKind::Word
                    || after.is_some_and(|after| after.starts_with(char::is_alphabetic)))
        }
        _ => is_wordlike(last.kind) && is_wordlike(token.kind) && word.ends_with(['-', '‐', '‑']),
    };
    if joined {
        last.span.end = token.span.end;
    }
    joined
}

fn is_wordlike(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number)
}

/// Appends a token, and its possessive or contracted ending as another.
fn push_without_clitic(source: &SourceText, token: Token, tokens: &mut Vec<Token>) {
    let word = source.slice(token.span);
    let cut = (token.kind == TokenKind::Word || token.kind == TokenKind::Number)
        .then(|| clitic_start(word))
        .flatten();
    let Some(cut) = cut else {
        tokens.push(token);
        return;
    };
    let middle = token.span.start + cut;
    tokens.push(Token {
        span: Span::new(token.span.start, middle),
        kind: token.kind,
    });
    tokens.push(Token {
        span: Span::new(middle, token.span.end),
        kind: TokenKind::Word,
    });
}

/// Where the ending begins: before the apostrophe of "'s", before the n of "n't".
fn clitic_start(word: &str) -> Option<usize> {
    let (at, apostrophe) = word
        .char_indices()
        .rfind(|(_, c)| matches!(c, '\'' | '’'))?;
    let ending = word.get(at + apostrophe.len_utf8()..)?;
    let before = word.get(..at)?;
    if ending.eq_ignore_ascii_case("t") && before.ends_with(['n', 'N']) {
        return (at > 1).then_some(at - 1);
    }
    let known = CLITICS
        .iter()
        .any(|clitic| ending.eq_ignore_ascii_case(clitic));
    (known && at > 0).then_some(at)
}
